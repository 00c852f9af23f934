import { memo } from 'react'
import { findProcedure, type Catalogue } from '../../../shared/procedures/catalogue.ts'
import { changeFind } from '../../state/find.ts'
import { NOBODY, type Facet, type FacetChoice } from '../../store/search-question.ts'
import { dossierStates } from '../../text/dossier-words.ts'
import { search as t } from '../../text/search.ts'
import { Select, type Choice } from '../../ui/Select.tsx'
import { nameOrder } from './name-order.ts'

export interface FacetSelectProps {
  readonly facet: Facet
  /** Empty: any. */
  readonly chosen: string
  /** What each choice would give. */
  readonly told: readonly FacetChoice[]
  readonly catalogue: Catalogue | null
}

/** One facet with the count of each of its choices; drawn anew only when one of them is another, not with every letter. */
export const FacetSelect = memo(function FacetSelect({ facet, chosen, told, catalogue }: FacetSelectProps) {
  return (
    <Select
      label={t.facets[facet]} value={chosen} className={facet === 'procedure' ? 'wide' : ''}
      choices={toChoices(facet, chosen, told, catalogue)} onChoose={value => { changeFind({ [facet]: value }) }}
    />
  )
})

const byName = nameOrder()

/** What is chosen stays in the list, also when nothing fits it any more. */
function toChoices(facet: Facet, chosen: string, told: readonly FacetChoice[], catalogue: Catalogue | null): readonly Choice[] {
  const whole = chosen === '' || told.some(({ value }) => value === chosen) ? told : [...told, { value: chosen, count: 0 }]
  const named = whole.map(({ value, count }) => ({ value, name: nameOf(facet, value, catalogue), count }))
  const rankOf = byName(named.map(({ name }) => name))
  named.sort((one, other) => facet === 'state' ? STATES.indexOf(one.value) - STATES.indexOf(other.value) : rankOf(one.name) - rankOf(other.name))
  return [{ value: '', label: t.any }, ...named.map(({ value, name, count }) => ({ value, label: t.choice(name, count) }))]
}

const STATES = Object.keys(dossierStates)

function nameOf(facet: Facet, value: string, catalogue: Catalogue | null): string {
  switch (facet) {
    case 'state': return dossierStates[value as keyof typeof dossierStates]
    case 'field': return value
    case 'procedure': return catalogue === null ? value : procedureName(catalogue, value)
    case 'holder': return value === NOBODY ? t.nobody : value
    case 'channel': return t.channels[value as keyof typeof t.channels]
  }
}

/** Looked up once in each catalogue: hundreds are named with every answer. */
function procedureName(catalogue: Catalogue, code: string): string {
  const names = namesOf.get(catalogue) ?? new Map<string, string>()
  namesOf.set(catalogue, names)
  const name = names.get(code) ?? findProcedure(catalogue, code)?.name ?? code
  names.set(code, name)
  return name
}

const namesOf = new WeakMap<Catalogue, Map<string, string>>()
