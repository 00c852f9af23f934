import type { Act } from '../../../shared/acts/act.ts'
import { dayOfInstant } from '../../../shared/base/day.ts'
import type { CertificationPaper } from '../../../shared/bridge/certification-api.ts'
import { foldCertification } from '../../../shared/certification/fold.ts'
import { ask } from '../../ask.ts'
import { main } from '../../main-api.ts'
import { beginNextCertify, useCertify, type CertifiedNotice, type CertifyNeed, type PrintState } from '../../state/certify.ts'
import { useOffice } from '../../state/office.ts'
import { loadProgram, useProgram } from '../../state/program.ts'
import { rememberSigner } from '../../state/signers.ts'
import { draftToCommand } from './draft-to-command.ts'
import { forgetCertify } from './keep-draft.ts'
import { firstCertifyNeed, needOfProblem } from './needs.ts'

/**
 * Asks the desk to enter what is in hand, then prints it (F9), or not (Shift+F9). Answers what still has to be said, if anything.
 *
 * Everything typed stays until the acts are on disk; the numbers are told after that, never before.
 */
export async function saveCertify(isPrinted: boolean): Promise<CertifyNeed | undefined> {
  const { draft, saving, confirmedDay, nextBook } = useCertify.getState()
  if (saving) return undefined
  const { now, state } = useProgram.getState()
  const today = now === null ? '' : dayOfInstant(now)
  const isConfirmed = confirmedDay !== null && confirmedDay === today
  const need = firstCertifyNeed(draft, today, !isConfirmed && state?.clockBehind != null)
  if (need !== undefined) {
    useCertify.setState({ need })
    return need
  }

  useCertify.setState({ saving: true, failure: null, need: null })
  const answer = await ask(() => main.desk.do(draftToCommand(draft, { clockConfirmed: isConfirmed, ownBook: nextBook.from === 'own-keeper-away' })))
  if (!answer.ok) {
    const asked = needOfProblem(answer.problem)
    useCertify.setState({ saving: false, ...(asked === undefined ? { failure: answer.problem } : { need: asked }) })
    if (answer.problem.code === 'certification/clock-behind') await loadProgram()
    return asked
  }
  if (!draft.isRefusal) rememberSigner({ name: draft.signerName.trim(), title: draft.signerTitle.trim() })
  const notice = toNotice(answer.value, isPrinted)
  beginNextCertify(notice)
  forgetCertify(draft.id)
  if (isPrinted) void printSaved(notice)
  return undefined
}

/** Prints the last one again (Ctrl+P), or for the first time. */
export async function printLastAgain(): Promise<void> {
  const { notice } = useCertify.getState()
  if (notice !== null && 'print' in notice && notice.print !== 'printing') await printSaved(notice)
}

/** Prints the words of a visit from the list; what came of it. */
export async function printVisit(subject: string, form: CertificationPaper): Promise<PrintState> {
  const answer = await ask(() => main.certification.print({ subject, form, to: printTarget() }))
  return answer.ok ? 'printed' : answer.problem
}

async function printSaved(notice: CertifiedNotice): Promise<void> {
  const { subject, kind, dueOn, receipt } = notice
  tellPrint(subject, 'printing')
  const forms: readonly CertificationPaper[] = kind === 'refused'
    ? ['certification-refusal']
    : ['certification-words', ...dueOn === null ? [] : ['certification-slip'] as const, ...receipt === null ? [] : ['fee-receipt'] as const]
  let state: PrintState = 'printed'
  for (const form of forms) {
    state = await printVisit(subject, form)
    if (state !== 'printed') break
  }
  tellPrint(subject, state)
}

/** Without a chosen printer a paper becomes a PDF file, so that it can be printed elsewhere. */
function printTarget(): 'printer' | 'pdf' {
  return useOffice.getState().view?.device.printer == null ? 'pdf' : 'printer'
}

/** Only while the notice still speaks of this visit: the next one may be saved already. */
function tellPrint(subject: string, print: PrintState): void {
  useCertify.setState(({ notice }) => notice !== null && 'print' in notice && notice.subject === subject ? { notice: { ...notice, print } } : {})
}

/** What happened, from the acts that are on disk. */
function toNotice(acts: readonly Act[], isPrinted: boolean): CertifiedNotice {
  const subject = acts.find(act => act.subject.startsWith('certification:'))?.subject
  const visit = foldCertification(acts.filter(act => act.subject === subject))
  if (visit === undefined) throw new Error('The desk saved no visit')
  const byLabel = Map.groupBy(visit.papers, ({ book }) => book.label)
  const dueOn = visit.dueOn !== undefined && visit.dueOn > dayOfInstant(visit.at) ? visit.dueOn : null
  return {
    kind: visit.state, subject: visit.subject, fee: visit.fee, dueOn, receipt: visit.receipt?.printed ?? null, print: isPrinted ? 'printing' : 'none',
    numbers: [...byLabel].map(([label, papers]) => ({ label, numbers: papers.map(({ number }) => number) })),
  }
}
