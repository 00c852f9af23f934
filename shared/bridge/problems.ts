import type { MoneyProblem } from '../base/money.ts'
import type { DueProblem } from '../calendar/due.ts'
import type { HoursProblem } from '../calendar/working-hours.ts'
import type { CertifyProblem } from '../certification/certify.ts'
import type { CloseBookProblem } from '../certification/close-book.ts'
import type { RefuseCertificationProblem } from '../certification/refuse-certification.ts'
import type { VoidCertificationProblem } from '../certification/void-certification.ts'
import type { UnknownCommand } from '../desk/commands.ts'
import type { AddNoteProblem } from '../dossiers/add-note.ts'
import type { AttachPaperProblem } from '../dossiers/attach-paper.ts'
import type { CorrectProblem } from '../dossiers/correct.ts'
import type { DetachPaperProblem } from '../dossiers/detach-paper.ts'
import type { GiveGuidanceProblem } from '../dossiers/give-guidance.ts'
import type { LookAtPageProblem } from '../dossiers/look-at-page.ts'
import type { PrintFormProblem } from '../dossiers/print-form.ts'
import type { ReceiveProblem } from '../dossiers/receive.ts'
import type { RefuseProblem } from '../dossiers/refuse.ts'
import type { SettleDisputeProblem } from '../dossiers/settle-dispute.ts'
import type { VoidProblem } from '../dossiers/void.ts'
import type { ChangeHeaderProblem } from '../offices/change-header.ts'
import type { OpenUnitProblem } from '../offices/open-unit.ts'
import type { CardQrProblem } from '../people/card-qr.ts'
import type { PersonProblem } from '../people/person.ts'
import type { PersonalNumberWarning } from '../people/personal-number.ts'
import type { CatalogueProblem } from '../procedures/assemble-catalogue.ts'
import type { FeeCountProblem } from '../procedures/page-fee.ts'
import type { RangeProblem } from '../units/number-range.ts'
import type { AppointProblem } from '../users/appoint.ts'
import type { PinProblem } from '../users/pin.ts'
import type { SetPinProblem } from '../users/set-pin.ts'
import type { MachineProblem } from './machine-problems.ts'
import type { ScanProblem } from './scan-problems.ts'
import type { SyncProblem } from './sync-problems.ts'

/** Everything a person at the desk can be told and can put right. Each has one sentence in the window. */
export type AnyProblem =
  | CertifyProblem | CloseBookProblem | RefuseCertificationProblem | VoidCertificationProblem
  | AddNoteProblem | AppointProblem | AttachPaperProblem | CardQrProblem | CatalogueProblem | ChangeHeaderProblem | CorrectProblem
  | DetachPaperProblem | DueProblem | FeeCountProblem | GiveGuidanceProblem | HoursProblem | LookAtPageProblem | MachineProblem
  | MoneyProblem | OpenUnitProblem | PersonalNumberWarning | PersonProblem | PinProblem | PrintFormProblem | RangeProblem
  | ReceiveProblem | RefuseProblem | ScanProblem | SetPinProblem | SettleDisputeProblem | SyncProblem | UnknownCommand | VoidProblem

export type ProblemCode = AnyProblem['code']

/** The problem of one code with its facts. */
export type ProblemOf<Code extends ProblemCode> = FactsOf<AnyProblem, Code>

/** One shape may carry several codes, so it is asked whether it carries this one. */
type FactsOf<P, Code> = P extends { readonly code: infer Codes }
  ? (Code extends Codes ? Omit<P, 'code'> & { readonly code: Code } : never)
  : never
