import { useEffect, useState } from 'react'
import { report } from '../../ask.ts'
import { barePersonalNumber } from '../../parts/field-text.ts'
import { emptyLine, filledLines, withEmptyLast, type CertifyDraft, type LineDraft } from '../../state/certify-draft.ts'
import { changeCertify, useCertify } from '../../state/certify.ts'
import type { CertificationRow } from '../../store/certification-row.ts'
import { findLastCertified } from '../../store/queries/last-certified.ts'

const NOTHING: readonly CertificationRow[] = []

/** What a known person had certified the last time, while nothing stands in the lines yet; none otherwise. */
export function useLastTime(draft: CertifyDraft): readonly CertificationRow[] {
  const [found, setFound] = useState<{ readonly number: string; readonly rows: readonly CertificationRow[] }>({ number: '', rows: NOTHING })
  const number = barePersonalNumber(draft.person.personalNumber)
  useEffect(() => {
    let isCurrent = true
    findLastCertified(number).then(rows => { if (isCurrent) setFound({ number, rows }) }, (reason: unknown) => { void report(reason) })
    return () => { isCurrent = false }
  }, [number])
  return mayTake(draft) && found.number === number ? found.rows : NOTHING
}

/**
 * Fills the lines with the papers of the last time, to be entered or changed.
 *
 * Asked anew rather than read off the screen, so that a key pressed before the answer stands there is not lost.
 */
export async function takeLastTime(): Promise<void> {
  const { draft } = useCertify.getState()
  const rows = await findLastCertified(barePersonalNumber(draft.person.personalNumber))
  const now = useCertify.getState().draft
  if (rows.length === 0 || now.id !== draft.id || !mayTake(now)) return
  changeCertify({ lines: withEmptyLast(rows.map((row, i) => lineOf(row, String(i + 1)))) })
}

function mayTake(draft: CertifyDraft): boolean {
  return !draft.isRefusal && filledLines(draft).length === 0
}

/** An amount that no tariff gives is typed anew: money is never taken over. */
function lineOf({ paperName, procedure, pageCount, copyCount }: CertificationRow, key: string): LineDraft {
  return { ...emptyLine(key), text: paperName, procedure, pages: String(pageCount), copies: String(copyCount) }
}
