import type { ReactNode } from 'react'
import { formatDay } from '../../../shared/base/day.ts'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import { isOrganisation } from '../../../shared/people/person.ts'
import { findUnit } from '../../../shared/units/unit.ts'
import { showPersonalNumber, showPhone } from '../../parts/field-text.ts'
import { goTo } from '../../state/place.ts'
import { dossierText as t, dayAndTime } from '../../text/dossier.ts'
import { person as personText } from '../../text/person.ts'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import type { WhoAndWhere } from './who-and-where.ts'

/** Who brought it, for whom, what is asked, and the three organisations kept apart (rule L22); notes below. */
export function PeoplePanel({ dossier, place }: { readonly dossier: Dossier; readonly place: WhoAndWhere }) {
  const facts = [...applicantFacts(dossier), ...ownerFacts(dossier), ...matterFacts(dossier)].filter(([, value]) => value !== undefined && value !== '')
  return (
    <Panel title={t.people} end={<ToPersons dossier={dossier} />}>
      <dl className="facts pad">
        {facts.map(([label, value]) => <Fact key={label} label={label}>{value}</Fact>)}
      </dl>
      {dossier.notes.length > 0 && (
        <div className="pad notes">
          <h3>{t.notes}</h3>
          <ul>{dossier.notes.map(({ text, author, at }) => (
            <li key={`${at} ${text}`}>{text} <span className="small muted">{place.nameOf(author)}, {dayAndTime(at)}</span></li>
          ))}</ul>
        </div>
      )}
    </Panel>
  )
}

/** To everything these people have brought: the applicant by its key, the owner by a button. */
function ToPersons({ dossier: { applicant, owner } }: { readonly dossier: Dossier }) {
  const ownerNumber = owner === undefined || isOrganisation(owner) ? undefined : owner.personalNumber
  return (
    <>
      {applicant.personalNumber !== undefined && (
        <ToPerson number={applicant.personalNumber} shortcut={TO_PERSON}>{personText.open}</ToPerson>
      )}
      {owner !== undefined && ownerNumber !== undefined && ownerNumber !== applicant.personalNumber
        && <ToPerson number={ownerNumber}>{personText.openOf(owner.name)}</ToPerson>}
    </>
  )
}

/** The key that opens the page of the applicant, on this page and in the lists of search. */
export const TO_PERSON = 'Control+H'

function ToPerson({ number, shortcut, children }: { readonly number: string; readonly shortcut?: string; readonly children: string }) {
  return <Button size="small" kind="quiet" shortcut={shortcut} onClick={() => { goTo('person', number) }}>{children}</Button>
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return <><dt>{label}</dt><dd>{children}</dd></>
}

type Facts = readonly (readonly [string, string | undefined])[]

function applicantFacts({ applicant: who }: Dossier): Facts {
  return [
    [t.facts.name, who.name],
    [t.facts.personalNumber, who.personalNumber && showPersonalNumber(who.personalNumber)],
    [t.facts.oldNumber, who.oldNumber],
    [t.facts.bornOn, who.bornOn && formatDay(who.bornOn)],
    [t.facts.sex, who.sex && t.sexes[who.sex]],
    [t.facts.phone, who.phone && showPhone(who.phone)],
    [t.facts.email, who.email],
    [t.facts.address, who.address],
    [t.facts.cardIssuedOn, who.cardIssuedOn && formatDay(who.cardIssuedOn)],
  ]
}

function ownerFacts({ owner, authorisation }: Dossier): Facts {
  if (owner === undefined) return [[t.facts.authorisation, authorisation]]
  const number = isOrganisation(owner) ? owner.number : owner.personalNumber && showPersonalNumber(owner.personalNumber)
  return [
    [t.facts.owner, [owner.name, number].filter(part => part !== undefined && part !== '').join(', ')],
    [t.facts.authorisation, authorisation],
  ]
}

function matterFacts({ procedure, content, fee, helpedBy, receivedBy, resolvedBy }: Dossier): Facts {
  return [
    [t.facts.content, content],
    [t.facts.caseName, procedure.caseName],
    [t.facts.field, procedure.field],
    [t.facts.basis, fee?.basis],
    [t.facts.helpedBy, helpedBy],
    [t.facts.receivedBy, unitName(receivedBy)],
    [t.facts.resolvedBy, unitName(resolvedBy)],
  ]
}

/** Our own unit stands by its code, another body by its name. */
function unitName(organisation: string): string {
  return findUnit(organisation)?.name ?? organisation
}
