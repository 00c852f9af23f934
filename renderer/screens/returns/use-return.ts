import { useState } from 'react'
import type { Problem } from '../../../shared/base/result.ts'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import { fold } from '../../../shared/dossiers/fold.ts'
import type { CardFacts } from '../../../shared/people/card-qr.ts'
import { ask } from '../../ask.ts'
import { main } from '../../main-api.ts'
import { useOffice } from '../../state/office.ts'
import { problemText } from '../../text/problems.ts'
import { returnsText as t } from '../../text/returns.ts'
import { beginReturn, returnInput, withCollector, type ReturnDraft } from './return-draft.ts'

/** What is typed for the chosen result, and what came of handing it over. */
export interface ReturnWork {
  readonly draft: ReturnDraft | null
  readonly busy: boolean
  readonly problem: Problem | null
  readonly said: string | null
  readonly change: (changes: Partial<ReturnDraft>) => void
  /** Fills in who collects from a card. */
  readonly collect: (card: CardFacts) => void
  readonly save: (withSlip: boolean) => void
  readonly clear: () => void
}

interface State {
  readonly subject: string
  readonly draft: ReturnDraft
  readonly problem: Problem | null
}

/** Begun anew for each result that is chosen. `onReturned` once the hand-over is on disk; the slip is printed after it. */
export function useReturn(dossier: Dossier | null, onReturned: () => Promise<void>): ReturnWork {
  const [kept, setKept] = useState<State | null>(null)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const to = useOffice(({ view }) => view?.device.printer == null ? 'pdf' : 'printer')
  const begun = dossier === null ? null : { subject: dossier.subject, draft: beginReturn(dossier), problem: null }
  const state = kept !== null && kept.subject === dossier?.subject ? kept : begun

  async function save(withSlip: boolean): Promise<void> {
    if (dossier === null || state === null || busy) return
    setBusy(true)
    setKept({ ...state, problem: null })
    const input = returnInput(state.draft, dossier)
    const answer = input.ok ? await ask(() => main.desk.do({ verb: 'dossier/return-result', input: input.value })) : input
    setBusy(false)
    if (!answer.ok) {
      setKept({ ...state, problem: answer.problem })
      return
    }
    const handed = fold([...dossier.acts, ...answer.value])
    const taken = handed?.money.slice(dossier.money.length).find(({ kind }) => kind === 'collected')
    const done = t.said(dossier.code ?? '', handed?.collection?.name ?? '', taken?.amount ?? 0, taken?.receipt)
    setSaid(done)
    await onReturned()
    if (!withSlip) return
    const papers: readonly ReturnPaper[] = taken === undefined ? ['return-slip'] : ['return-slip', 'fee-receipt']
    let told = done
    for (const form of papers) {
      const printed = await ask(() => main.printing.print({ subject: dossier.subject, form, to }))
      told = `${told} ${printed.ok ? printedText(form, printed.value.file) : t.printFailed[form](problemText(printed.problem))}`
      setSaid(told)
    }
  }
  return {
    draft: state?.draft ?? null, problem: state?.problem ?? null, busy, said,
    change: changes => { if (state !== null) setKept({ ...state, draft: { ...state.draft, ...changes }, problem: null }) },
    collect: card => { if (state !== null && dossier !== null) setKept({ ...state, draft: withCollector(state.draft, card, dossier) }) },
    save: withSlip => { void save(withSlip) },
    clear: () => { setSaid(null) },
  }
}

/** The slip the person signs, and the receipt for what was paid just now. */
type ReturnPaper = 'return-slip' | 'fee-receipt'

function printedText(form: ReturnPaper, file: string | null): string {
  return file === null ? t.printed[form] : t.savedAs[form](file)
}
