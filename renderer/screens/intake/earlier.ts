import { useEffect, useEffectEvent, useState } from 'react'
import { parseDay, type Day } from '../../../shared/base/day.ts'
import { fold } from '../../../shared/dossiers/fold.ts'
import { main } from '../../main-api.ts'
import { barePersonalNumber } from '../../parts/field-text.ts'
import type { PersonDraft } from '../../state/intake-draft.ts'
import { findOfPerson } from '../../store/queries/of-person.ts'
import { findTwinRows } from '../../store/queries/twins.ts'
import type { DossierRow } from '../../store/row.ts'
import { untilLevel } from '../../store/store-state.ts'

/** What this person brought before, newest first; empty while the number is not whole. */
export function useEarlier(personalNumber: string): readonly DossierRow[] {
  const number = barePersonalNumber(personalNumber)
  return useFound(number.length >= 9 ? number : '', () => findOfPerson(number))
}

/** Dossiers of the same person and procedure received today (rule D6): a warning, never a block. */
export function useTwins(applicant: PersonDraft, procedure: string | undefined, day: Day | undefined): readonly DossierRow[] {
  const number = barePersonalNumber(applicant.personalNumber)
  const bornOn = parseDay(applicant.bornOn.trim())
  const isKnown = procedure !== undefined && day !== undefined && applicant.name.trim() !== '' && (number !== '' || bornOn !== undefined)
  const key = isKnown ? JSON.stringify([applicant.name.trim(), number, bornOn, procedure, day]) : ''
  const person = { name: applicant.name.trim(), ...(number !== '' && { personalNumber: number }), ...(bornOn !== undefined && { bornOn }) }
  return useFound(key, async () => isKnown ? findTwinRows({ applicant: person, procedure, day }) : NOTHING)
}

/** The phone this person gave last time, also a minute ago; undefined when nobody knows. */
export async function findLastPhone(personalNumber: string): Promise<string | undefined> {
  await untilLevel(LONGEST_WAIT_MS)
  for (const { subject } of (await findOfPerson(personalNumber)).slice(0, LOOKED_AT)) {
    const phone = fold(await main.journal.actsOf(subject))?.applicant.phone
    if (phone !== undefined) return phone
  }
  return undefined
}

const LOOKED_AT = 3
/** A clerk with a card in the hand is not kept longer than this by a slow disk. */
const LONGEST_WAIT_MS = 1_000
const NOTHING: readonly DossierRow[] = []

/** The answer for the key now, never the one for a key before it. */
function useFound(key: string, find: () => Promise<readonly DossierRow[]>): readonly DossierRow[] {
  const [found, setFound] = useState({ key: '', rows: NOTHING })
  const ask = useEffectEvent(find)
  useEffect(() => {
    if (key === '') return undefined
    let isCurrent = true
    void ask().then(rows => { if (isCurrent) setFound({ key, rows }) })
    return () => { isCurrent = false }
  }, [key])
  return found.key === key ? found.rows : NOTHING
}
