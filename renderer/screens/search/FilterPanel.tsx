import { useState } from 'react'
import type { Day } from '../../../shared/base/day.ts'
import { useCatalogue } from '../../state/catalogue.ts'
import { changeFind, clearFilters, type DueSpan, type Find, type ReceivedSpan } from '../../state/find.ts'
import type { Facet, FacetChoice, FacetChoices } from '../../store/search-question.ts'
import { search as t } from '../../text/search.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Select, type Choice } from '../../ui/Select.tsx'
import { FacetSelect } from './FacetSelect.tsx'
import { isNoDay } from './find-to-filter.ts'
import { SavedSearches } from './SavedSearches.tsx'

export interface FilterPanelProps {
  readonly find: Find
  /** What each choice would give; null before the first answer. */
  readonly choices: FacetChoices | null
  /** The same once its rows are painted: soon enough for whoever types elsewhere. */
  readonly paintedChoices: FacetChoices | null
  readonly today: Day
  readonly isNarrowed: boolean
}

/** What the list is narrowed by, each choice with its count, and the questions kept for another day. */
export function FilterPanel({ find, choices, paintedChoices, today, isNarrowed }: FilterPanelProps) {
  const [isHere, setIsHere] = useState(false)
  const told = isHere ? choices : paintedChoices
  const catalogue = useCatalogue(state => state.catalogue)
  return (
    <section
      className="panel pad filters" aria-label={t.filters} data-part=""
      onFocus={() => { setIsHere(true) }} onBlur={() => { setIsHere(false) }}
    >
      <div className="filter-row">
        {ORDER.map(facet => (
          <FacetSelect key={facet} facet={facet} chosen={find[facet]} told={told?.[facet] ?? NONE} catalogue={catalogue} />
        ))}
        <Select label={t.received} value={find.received} choices={RECEIVED} onChoose={received => { changeFind({ received }) }} />
        <Select label={t.due} value={find.due} choices={DUE} onChoose={due => { changeFind({ due }) }} />
        {find.received === 'range' && <Range
          of={t.received} from={find.receivedFrom} until={find.receivedUntil}
          onFrom={receivedFrom => { changeFind({ receivedFrom }) }} onUntil={receivedUntil => { changeFind({ receivedUntil }) }}
        />}
        {find.due === 'range' && <Range
          of={t.due} from={find.dueFrom} until={find.dueUntil}
          onFrom={dueFrom => { changeFind({ dueFrom }) }} onUntil={dueUntil => { changeFind({ dueUntil }) }}
        />}
      </div>
      <div className="saved-row">
        <SavedSearches find={find} today={today} />
        {isNarrowed && <Button size="small" kind="quiet" shortcut="Control+Delete" onClick={clearFilters}>{t.clear}</Button>}
      </div>
    </section>
  )
}

const ORDER: readonly Facet[] = ['state', 'field', 'procedure', 'holder', 'channel']
const NONE: readonly FacetChoice[] = []
const RECEIVED = toSpans<ReceivedSpan>(t.receivedSpans)
const DUE = toSpans<DueSpan>(t.dueSpans)

function toSpans<Span extends string>(words: Readonly<Record<Span, string>>): readonly Choice<Span>[] {
  return (Object.keys(words) as Span[]).map(value => ({ value, label: words[value] }))
}

interface RangeProps {
  readonly of: string
  readonly from: string
  readonly until: string
  readonly onFrom: (text: string) => void
  readonly onUntil: (text: string) => void
}

function Range({ of, from, until, onFrom, onUntil }: RangeProps) {
  const field = (label: string, value: string, onText: (text: string) => void) => (
    <Field
      label={`${of}: ${label.toLowerCase()}`} value={value} placeholder={t.dayHint} maxLength={10} onText={onText}
      problem={isNoDay(value) ? t.noDay : undefined}
    />
  )
  return <>{field(t.from, from, onFrom)}{field(t.until, until, onUntil)}</>
}
