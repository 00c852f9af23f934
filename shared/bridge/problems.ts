import type { MoneyProblem } from '../base/money.ts'
import type { DueProblem } from '../calendar/due.ts'
import type { HoursProblem } from '../calendar/working-hours.ts'
import type { CountCashProblem } from '../cash/count-cash.ts'
import type { CertifyProblem } from '../certification/certify.ts'
import type { CloseBookProblem } from '../certification/close-book.ts'
import type { LendNumbersProblem } from '../certification/lend-numbers.ts'
import type { RefuseCertificationProblem } from '../certification/refuse-certification.ts'
import type { VoidCertificationProblem } from '../certification/void-certification.ts'
import type { UnknownCommand } from '../desk/commands.ts'
import type { AddNoteProblem } from '../dossiers/add-note.ts'
import type { ApologiseProblem } from '../dossiers/apologise.ts'
import type { AttachPaperProblem } from '../dossiers/attach-paper.ts'
import type { CollectFeeProblem } from '../dossiers/collect-fee.ts'
import type { CorrectProblem } from '../dossiers/correct.ts'
import type { DetachPaperProblem } from '../dossiers/detach-paper.ts'
import type { ExplainDelayProblem } from '../dossiers/explain-delay.ts'
import type { ForwardProblem } from '../dossiers/forward.ts'
import type { GiveGuidanceProblem } from '../dossiers/give-guidance.ts'
import type { LookAtPageProblem } from '../dossiers/look-at-page.ts'
import type { NumberResultsProblem } from '../dossiers/number-results.ts'
import type { PrintFormProblem } from '../dossiers/print-form.ts'
import type { ReceiveAndReturnProblem } from '../dossiers/receive-and-return.ts'
import type { ReceiveProblem } from '../dossiers/receive.ts'
import type { RecordPaymentProblem } from '../dossiers/record-payment.ts'
import type { RefuseProblem } from '../dossiers/refuse.ts'
import type { RequestPaymentProblem } from '../dossiers/request-payment.ts'
import type { RequestSupplementProblem } from '../dossiers/request-supplement.ts'
import type { ResolvePartProblem } from '../dossiers/resolve-part.ts'
import type { ResolveProblem } from '../dossiers/resolve.ts'
import type { ReturnResultProblem } from '../dossiers/return-result.ts'
import type { SendBackProblem } from '../dossiers/send-back.ts'
import type { SettleDisputeProblem } from '../dossiers/settle-dispute.ts'
import type { SignProblem } from '../dossiers/sign.ts'
import type { StopProblem } from '../dossiers/stop.ts'
import type { SubmitForSignatureProblem } from '../dossiers/submit-for-signature.ts'
import type { SupplementProblem } from '../dossiers/supplement.ts'
import type { VoidFeeReceiptProblem } from '../dossiers/void-fee-receipt.ts'
import type { VoidProblem } from '../dossiers/void.ts'
import type { WithdrawProblem } from '../dossiers/withdraw.ts'
import type { ChangeHeaderProblem } from '../offices/change-header.ts'
import type { NoSuchKeeper } from '../offices/change-keeper.ts'
import type { OpenUnitProblem } from '../offices/open-unit.ts'
import type { CardQrProblem } from '../people/card-qr.ts'
import type { PersonProblem } from '../people/person.ts'
import type { PersonalNumberWarning } from '../people/personal-number.ts'
import type { CatalogueProblem } from '../procedures/assemble-catalogue.ts'
import type { FeeCountProblem } from '../procedures/page-fee.ts'
import type { GiveStockProblem } from '../stocks/give-stock.ts'
import type { VoidBlankProblem } from '../stocks/void-blank.ts'
import type { RangeProblem } from '../units/number-range.ts'
import type { AppointProblem } from '../users/appoint.ts'
import type { ChangeRolesProblem } from '../users/change-roles.ts'
import type { PinProblem } from '../users/pin.ts'
import type { SetPinProblem } from '../users/set-pin.ts'
import type { WithdrawUserProblem } from '../users/withdraw-user.ts'
import type { MachineProblem } from './machine-problems.ts'
import type { ScanProblem } from './scan-problems.ts'
import type { SyncProblem } from './sync-problems.ts'

/** Everything a person at the desk can be told and can put right. Each has one sentence in the window. */
export type AnyProblem =
  | ChangeRolesProblem | CountCashProblem | WithdrawUserProblem
  | AddNoteProblem | ApologiseProblem | AppointProblem | AttachPaperProblem | CardQrProblem | CatalogueProblem | CertifyProblem
  | ChangeHeaderProblem | CloseBookProblem | CollectFeeProblem | CorrectProblem | DetachPaperProblem | DueProblem | FeeCountProblem
  | ExplainDelayProblem | ForwardProblem | GiveGuidanceProblem | GiveStockProblem
  | HoursProblem | LendNumbersProblem | LookAtPageProblem | MachineProblem | MoneyProblem | NoSuchKeeper | NumberResultsProblem
  | OpenUnitProblem | PersonalNumberWarning | PersonProblem | PinProblem | PrintFormProblem | RangeProblem | ReceiveAndReturnProblem
  | ReceiveProblem | RecordPaymentProblem | RefuseCertificationProblem | RefuseProblem | RequestPaymentProblem
  | RequestSupplementProblem | ResolvePartProblem | ResolveProblem | ReturnResultProblem | ScanProblem | SendBackProblem | SetPinProblem
  | SettleDisputeProblem | SignProblem | StopProblem | SubmitForSignatureProblem | SupplementProblem | SyncProblem | UnknownCommand
  | VoidBlankProblem | VoidCertificationProblem | VoidFeeReceiptProblem | VoidProblem | WithdrawProblem

export type ProblemCode = AnyProblem['code']

/** The problem of one code with its facts. */
export type ProblemOf<Code extends ProblemCode> = FactsOf<AnyProblem, Code>

/** One shape may carry several codes, so it is asked whether it carries this one. */
type FactsOf<P, Code> = P extends { readonly code: infer Codes }
  ? (Code extends Codes ? Omit<P, 'code'> & { readonly code: Code } : never)
  : never
