import { failure, success, type Problem, type Result } from '../base/result.ts'
import { Hours } from '../calendar/working-hours.ts'
import { countCash, CountCashInput } from '../cash/count-cash.ts'
import { certify, CertifyInput } from '../certification/certify.ts'
import { closeBook, CloseBookInput } from '../certification/close-book.ts'
import { lendNumbers, LendNumbersInput } from '../certification/lend-numbers.ts'
import { refuseCertification, RefuseCertificationInput } from '../certification/refuse-certification.ts'
import { voidCertification, VoidCertificationInput } from '../certification/void-certification.ts'
import { addNote, AddNoteInput } from '../dossiers/add-note.ts'
import { addPages, AddPagesInput } from '../dossiers/add-pages.ts'
import { apologise, ApologiseInput } from '../dossiers/apologise.ts'
import { attachPaper, AttachPaperInput } from '../dossiers/attach-paper.ts'
import { collectFee, CollectFeeInput } from '../dossiers/collect-fee.ts'
import { correct, CorrectInput } from '../dossiers/correct.ts'
import { detachPaper, DetachPaperInput } from '../dossiers/detach-paper.ts'
import { explainDelay, ExplainDelayInput } from '../dossiers/explain-delay.ts'
import { forward, ForwardInput } from '../dossiers/forward.ts'
import { giveGuidance, GiveGuidanceInput } from '../dossiers/give-guidance.ts'
import { lookAtPage, LookAtPageInput } from '../dossiers/look-at-page.ts'
import { lookAtPerson, LookAtPersonInput } from '../dossiers/look-at-person.ts'
import { lookInTray, LookInTrayInput } from '../dossiers/look-in-tray.ts'
import { numberResults, NumberResultsInput } from '../dossiers/number-results.ts'
import { printForm, PrintFormInput } from '../dossiers/print-form.ts'
import { receiveAndReturn, ReceiveAndReturnInput } from '../dossiers/receive-and-return.ts'
import { receive, ReceiveInput } from '../dossiers/receive.ts'
import { recordPayment, RecordPaymentInput } from '../dossiers/record-payment.ts'
import { refuse, RefuseInput } from '../dossiers/refuse.ts'
import { requestPayment, RequestPaymentInput } from '../dossiers/request-payment.ts'
import { requestSupplement, RequestSupplementInput } from '../dossiers/request-supplement.ts'
import { resolvePart, ResolvePartInput } from '../dossiers/resolve-part.ts'
import { resolve, ResolveInput } from '../dossiers/resolve.ts'
import { returnResult, ReturnResultInput } from '../dossiers/return-result.ts'
import { sendBack, SendBackInput } from '../dossiers/send-back.ts'
import { settleDispute, SettleDisputeInput } from '../dossiers/settle-dispute.ts'
import { sign, SignInput } from '../dossiers/sign.ts'
import { stop, StopInput } from '../dossiers/stop.ts'
import { submitForSignature, SubmitForSignatureInput } from '../dossiers/submit-for-signature.ts'
import { supplement, SupplementInput } from '../dossiers/supplement.ts'
import { voidFeeReceipt, VoidFeeReceiptInput } from '../dossiers/void-fee-receipt.ts'
import { voidDossier, VoidInput } from '../dossiers/void.ts'
import { withdraw, WithdrawInput } from '../dossiers/withdraw.ts'
import { changeDevice } from '../offices/change-device.ts'
import { changeHeader } from '../offices/change-header.ts'
import { changeHours } from '../offices/change-hours.ts'
import { changeKeeper } from '../offices/change-keeper.ts'
import { DeviceSettings, HeaderBody, KeeperBody } from '../offices/office-acts.ts'
import { closeStock, CloseStockInput } from '../stocks/close-stock.ts'
import { giveStock, GiveStockInput } from '../stocks/give-stock.ts'
import { voidBlank, VoidBlankInput } from '../stocks/void-blank.ts'
import { appoint, AppointInput } from '../users/appoint.ts'
import { changeOwnPin, ChangeOwnPinInput } from '../users/change-own-pin.ts'
import { changeRoles, ChangeRolesInput } from '../users/change-roles.ts'
import { readWork, ReadWorkInput } from '../users/read-work.ts'
import { setPin, SetPinInput } from '../users/set-pin.ts'
import { userSubject } from '../users/user-acts.ts'
import { withdrawUser, WithdrawUserInput } from '../users/withdraw-user.ts'
import { defineVerb, type Verb } from './command.ts'

const ofDossier = ({ subject }: { readonly subject: string }): string => subject
const ofUser = ({ userId }: { readonly userId: string }): string => userSubject(userId)
const ofNew = (): undefined => undefined

/** Everything that can be asked of the desk, one line a verb, sorted. */
export const COMMANDS = [
  defineVerb({ verb: 'book/close', input: CloseBookInput, right: 'book/close', subject: ofDossier, decide: closeBook }),
  defineVerb({ verb: 'book/lend-numbers', input: LendNumbersInput, right: 'certification/certify', subject: ofNew, decide: lendNumbers }),
  defineVerb({ verb: 'cash/count', input: CountCashInput, right: 'cash/count', subject: ofNew, decide: countCash }),
  defineVerb({ verb: 'certification/certify', input: CertifyInput, right: 'certification/certify', subject: ofNew, decide: certify }),
  defineVerb({
    verb: 'certification/refuse', input: RefuseCertificationInput, right: 'certification/certify', subject: ofNew, decide: refuseCertification,
  }),
  defineVerb({
    verb: 'certification/void', input: VoidCertificationInput, right: 'certification/void', subject: ofDossier, decide: voidCertification,
  }),
  defineVerb({ verb: 'device/change-settings', input: DeviceSettings, right: 'device/settings', subject: ofNew, decide: changeDevice }),
  defineVerb({ verb: 'dossier/add-note', input: AddNoteInput, right: 'dossier/correct', subject: ofDossier, decide: addNote }),
  defineVerb({ verb: 'dossier/add-pages', input: AddPagesInput, right: 'dossier/correct', subject: ofDossier, decide: addPages }),
  defineVerb({ verb: 'dossier/apologise', input: ApologiseInput, right: 'dossier/apologise', subject: ofDossier, decide: apologise }),
  defineVerb({ verb: 'dossier/attach-paper', input: AttachPaperInput, right: 'dossier/correct', subject: ofDossier, decide: attachPaper }),
  defineVerb({ verb: 'dossier/collect-fee', input: CollectFeeInput, right: 'dossier/collect-fee', subject: ofDossier, decide: collectFee }),
  defineVerb({ verb: 'dossier/correct', input: CorrectInput, right: 'dossier/correct', subject: ofDossier, decide: correct }),
  defineVerb({ verb: 'dossier/detach-paper', input: DetachPaperInput, right: 'dossier/correct', subject: ofDossier, decide: detachPaper }),
  defineVerb({ verb: 'dossier/explain-delay', input: ExplainDelayInput, right: 'dossier/explain-delay', subject: ofDossier, decide: explainDelay }),
  defineVerb({ verb: 'dossier/forward', input: ForwardInput, right: 'dossier/forward', subject: ofDossier, decide: forward }),
  defineVerb({ verb: 'dossier/look-at-page', input: LookAtPageInput, right: 'dossier/print', subject: ofDossier, decide: lookAtPage }),
  defineVerb({
    verb: 'dossier/number-results', input: NumberResultsInput, right: 'dossier/number-results', subject: ofDossier, decide: numberResults,
  }),
  defineVerb({ verb: 'dossier/print-form', input: PrintFormInput, right: 'dossier/print', subject: ofDossier, decide: printForm }),
  defineVerb({ verb: 'dossier/receive', input: ReceiveInput, right: 'dossier/receive', subject: ofNew, decide: receive }),
  defineVerb({
    verb: 'dossier/receive-and-return', input: ReceiveAndReturnInput, right: 'dossier/finish-same-day', subject: ofNew, decide: receiveAndReturn,
  }),
  defineVerb({
    verb: 'dossier/record-payment', input: RecordPaymentInput, right: 'dossier/payment', subject: ofDossier, decide: recordPayment,
  }),
  defineVerb({ verb: 'dossier/refuse', input: RefuseInput, right: 'dossier/receive', subject: ofNew, decide: refuse }),
  defineVerb({
    verb: 'dossier/request-payment', input: RequestPaymentInput, right: 'dossier/payment', subject: ofDossier, decide: requestPayment,
  }),
  defineVerb({
    verb: 'dossier/request-supplement', input: RequestSupplementInput, right: 'dossier/request-supplement', subject: ofDossier, decide: requestSupplement,
  }),
  defineVerb({ verb: 'dossier/resolve', input: ResolveInput, right: 'dossier/process', subject: ofDossier, decide: resolve }),
  defineVerb({
    verb: 'dossier/resolve-part', input: ResolvePartInput, right: 'dossier/follow-parts', subject: ofDossier, decide: resolvePart,
  }),
  defineVerb({
    verb: 'dossier/return-result', input: ReturnResultInput, right: 'dossier/return', subject: ofDossier, decide: returnResult,
  }),
  defineVerb({ verb: 'dossier/send-back', input: SendBackInput, right: 'dossier/sign', subject: ofDossier, decide: sendBack }),
  defineVerb({
    verb: 'dossier/settle-dispute', input: SettleDisputeInput, right: 'dispute/settle-field', subject: ofDossier, decide: settleDispute,
  }),
  defineVerb({ verb: 'dossier/sign', input: SignInput, right: 'dossier/sign', subject: ofDossier, decide: sign }),
  defineVerb({ verb: 'dossier/stop', input: StopInput, right: 'dossier/stop', subject: ofDossier, decide: stop }),
  defineVerb({
    verb: 'dossier/submit-for-signature', input: SubmitForSignatureInput, right: 'dossier/process', subject: ofDossier, decide: submitForSignature,
  }),
  defineVerb({ verb: 'dossier/supplement', input: SupplementInput, right: 'dossier/supplement', subject: ofDossier, decide: supplement }),
  defineVerb({ verb: 'dossier/void', input: VoidInput, right: 'dossier/void', subject: ofDossier, decide: voidDossier }),
  defineVerb({
    verb: 'dossier/void-fee-receipt', input: VoidFeeReceiptInput, right: 'dossier/collect-fee', subject: ofDossier, decide: voidFeeReceipt,
  }),
  defineVerb({ verb: 'dossier/withdraw', input: WithdrawInput, right: 'dossier/withdraw', subject: ofDossier, decide: withdraw }),
  defineVerb({ verb: 'guidance/give', input: GiveGuidanceInput, right: 'dossier/receive', subject: ofNew, decide: giveGuidance }),
  defineVerb({ verb: 'office/change-header', input: HeaderBody, right: 'office/settings', subject: ofNew, decide: changeHeader }),
  defineVerb({ verb: 'office/change-hours', input: Hours, right: 'office/settings', subject: ofNew, decide: changeHours }),
  defineVerb({ verb: 'office/change-keeper', input: KeeperBody, right: 'office/settings', subject: ofNew, decide: changeKeeper }),
  defineVerb({ verb: 'person/look', input: LookAtPersonInput, right: 'register/read', subject: ofNew, decide: lookAtPerson }),
  defineVerb({ verb: 'stock/close', input: CloseStockInput, right: 'stock/manage', subject: ofDossier, decide: closeStock }),
  defineVerb({ verb: 'stock/give', input: GiveStockInput, right: 'stock/manage', subject: ofNew, decide: giveStock }),
  defineVerb({ verb: 'stock/void-blank', input: VoidBlankInput, right: 'stock/write', subject: ofDossier, decide: voidBlank }),
  defineVerb({ verb: 'tray/look-at-page', input: LookInTrayInput, right: 'dossier/print', subject: ofNew, decide: lookInTray }),
  defineVerb({ verb: 'user/appoint', input: AppointInput, right: 'user/manage', subject: ofNew, decide: appoint }),
  defineVerb({ verb: 'user/change-own-pin', input: ChangeOwnPinInput, right: 'user/own-pin', subject: ofNew, decide: changeOwnPin }),
  defineVerb({ verb: 'user/change-roles', input: ChangeRolesInput, right: 'user/manage', subject: ofUser, decide: changeRoles }),
  defineVerb({ verb: 'user/read-work', input: ReadWorkInput, right: 'user/read-work', subject: ofNew, decide: readWork }),
  defineVerb({ verb: 'user/set-pin', input: SetPinInput, right: 'user/manage', subject: ofUser, decide: setPin }),
  defineVerb({ verb: 'user/withdraw', input: WithdrawUserInput, right: 'user/manage', subject: ofUser, decide: withdrawUser }),
] as const

export type VerbName = (typeof COMMANDS)[number]['verb']

export interface UnknownCommand extends Problem {
  readonly code: 'desk/unknown-command'
}

/**
 * A verb by its name, as the desk calls it: whoever gets it checks the input against the verb's own schema first.
 *
 * Problem: `desk/unknown-command`.
 */
export function findVerb(name: string): Result<Verb, UnknownCommand> {
  const verb = COMMANDS.find(command => command.verb === name)
  return verb === undefined ? failure({ code: 'desk/unknown-command' }) : success(verb as unknown as Verb)
}
