import { dayOfInstant } from '../../../shared/base/day.ts'
import { success } from '../../../shared/base/result.ts'
import type { Act } from '../../../shared/acts/act.ts'
import type { FormName } from '../../../shared/bridge/main-api.ts'
import { ask, report } from '../../ask.ts'
import { main } from '../../main-api.ts'
import type { Outcome } from '../../state/intake-draft.ts'
import { beginNext, useIntake, type Need, type SavedNotice } from '../../state/intake.ts'
import { loadOffice, useOffice } from '../../state/office.ts'
import { loadProgram, useProgram } from '../../state/program.ts'
import { dropDraft } from '../../store/drafts.ts'
import { chosenView } from './choose-procedure.ts'
import { draftToCommand } from './draft-to-input.ts'
import { tellDrafts } from './keep-draft.ts'
import { firstNeed } from './needs.ts'
import { problemNeed } from './problem-need.ts'

/**
 * Asks the desk to save what is in hand, then prints it (F9), or not (Shift+F9). Answers what still has to be said, if anything.
 *
 * Everything typed stays until the acts are on disk; only then does the next empty form come.
 */
export async function saveIntake(isPrinted: boolean): Promise<Need | undefined> {
  const { draft, saving, confirmedDay } = useIntake.getState()
  if (saving) return undefined
  const clockConfirmed = isClockConfirmed(confirmedDay)
  const view = chosenView()
  const need = firstNeed(draft, view, !clockConfirmed && useProgram.getState().state?.clockBehind != null)
  if (need !== undefined || view === undefined) {
    useIntake.setState({ need: need ?? null })
    return need
  }

  useIntake.setState({ saving: true, failure: null, need: null })
  const handed = await ask(() => main.scanning.takeForDraft(draft.id))
  // Where nobody could say, the draft is named all the same: what was scanned for it finds its dossier.
  const scanned = handed.ok ? handed.value : { pages: {}, isScanned: true }
  const answer = await ask(() => main.desk.do(draftToCommand({ draft, view, clockConfirmed, scanned })))
  if (!answer.ok) {
    const asked = problemNeed(answer.problem)
    useIntake.setState({ saving: false, ...(asked === undefined ? { failure: answer.problem } : { need: asked }) })
    if (answer.problem.code === 'dossier/clock-behind') await loadProgram()
    return asked
  }

  const saved = toNotice(draft.outcome, answer.value, isPrinted)
  useIntake.setState(({ recent }) => ({ recent: [view.procedureCode, ...recent.filter(code => code !== view.procedureCode)].slice(0, 20) }))
  beginNext({ kind: 'saved', saved })
  dropDraft(draft.id).then(tellDrafts).catch((reason: unknown) => { void report(reason) })
  void loadOffice()
  if (isPrinted) void printFirst(saved, draft.receiveIncomplete ? ['receipt', 'guidance'] : [FORMS[draft.outcome]])
  return undefined
}

/** Prints the last saved one again (Ctrl+P), or for the first time. */
export async function printAgain(): Promise<void> {
  const { notice } = useIntake.getState()
  if (notice?.kind === 'saved' && notice.saved.print !== 'printing') await printSaved(notice.saved, [FORMS[notice.saved.outcome]])
}

/** A clock behind the journal is confirmed for the one day it showed (rule T16). */
export function isClockConfirmed(confirmedDay: string | null): boolean {
  const { now } = useProgram.getState()
  return confirmedDay !== null && now !== null && confirmedDay === dayOfInstant(now)
}

const FORMS = { receive: 'receipt', guidance: 'guidance', refuse: 'refusal' } as const satisfies Record<Outcome, FormName>

/** What was received gets its cover sheet with the receipt, where this PC has a scanner. */
async function printFirst(saved: SavedNotice, forms: readonly FormName[]): Promise<void> {
  const scans = saved.outcome === 'receive' && await hasScanner()
  await printSaved(saved, scans ? [...forms, 'cover-sheet'] : forms)
}

async function hasScanner(): Promise<boolean> {
  const answer = await ask(async () => success((await main.scanning.scanners()).chosen !== null))
  return answer.ok && answer.value
}

async function printSaved(saved: SavedNotice, forms: readonly FormName[]): Promise<void> {
  tellPrint(saved.subject, 'printing')
  for (const form of forms) {
    const answer = await ask(() => main.printing.print({ subject: saved.subject, form, to: printTarget() }))
    if (!answer.ok) {
      tellPrint(saved.subject, answer.problem)
      return
    }
  }
  tellPrint(saved.subject, 'printed')
}

/** Without a chosen printer a paper becomes a PDF file, so that it can be printed elsewhere. */
function printTarget(): 'printer' | 'pdf' {
  return useOffice.getState().view?.device.printer == null ? 'pdf' : 'printer'
}

/** Only while the notice still speaks of this dossier: the next one may be saved already. */
function tellPrint(subject: string, print: SavedNotice['print']): void {
  useIntake.setState(({ notice }) => notice?.kind === 'saved' && notice.saved.subject === subject
    ? { notice: { kind: 'saved', saved: { ...notice.saved, print } } }
    : {})
}

function toNotice(outcome: Outcome, acts: readonly Act[], isPrinted: boolean): SavedNotice {
  const [act] = acts
  if (act === undefined) throw new Error('The desk saved no act')
  const { code } = act.body
  return { outcome, subject: act.subject, code: typeof code === 'string' ? code : null, print: isPrinted ? 'printing' : 'none' }
}
