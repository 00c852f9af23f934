import { failure, success, type Problem, type Result } from '../base/result.ts'
import { Hours } from '../calendar/working-hours.ts'
import { certify, CertifyInput } from '../certification/certify.ts'
import { closeBook, CloseBookInput } from '../certification/close-book.ts'
import { refuseCertification, RefuseCertificationInput } from '../certification/refuse-certification.ts'
import { voidCertification, VoidCertificationInput } from '../certification/void-certification.ts'
import { addNote, AddNoteInput } from '../dossiers/add-note.ts'
import { addPages, AddPagesInput } from '../dossiers/add-pages.ts'
import { attachPaper, AttachPaperInput } from '../dossiers/attach-paper.ts'
import { correct, CorrectInput } from '../dossiers/correct.ts'
import { detachPaper, DetachPaperInput } from '../dossiers/detach-paper.ts'
import { giveGuidance, GiveGuidanceInput } from '../dossiers/give-guidance.ts'
import { lookAtPage, LookAtPageInput } from '../dossiers/look-at-page.ts'
import { lookInTray, LookInTrayInput } from '../dossiers/look-in-tray.ts'
import { printForm, PrintFormInput } from '../dossiers/print-form.ts'
import { receive, ReceiveInput } from '../dossiers/receive.ts'
import { refuse, RefuseInput } from '../dossiers/refuse.ts'
import { settleDispute, SettleDisputeInput } from '../dossiers/settle-dispute.ts'
import { voidDossier, VoidInput } from '../dossiers/void.ts'
import { changeDevice } from '../offices/change-device.ts'
import { changeHeader } from '../offices/change-header.ts'
import { changeHours } from '../offices/change-hours.ts'
import { DeviceSettings, HeaderBody } from '../offices/office-acts.ts'
import { appoint, AppointInput } from '../users/appoint.ts'
import { setPin, SetPinInput } from '../users/set-pin.ts'
import { userSubject } from '../users/user-acts.ts'
import { defineVerb, type Verb } from './command.ts'

const ofDossier = ({ subject }: { readonly subject: string }): string => subject
const ofNew = (): undefined => undefined

/** Everything that can be asked of the desk, one line a verb, sorted. */
export const COMMANDS = [
  defineVerb({ verb: 'book/close', input: CloseBookInput, right: 'book/close', subject: ofDossier, decide: closeBook }),
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
  defineVerb({ verb: 'dossier/attach-paper', input: AttachPaperInput, right: 'dossier/correct', subject: ofDossier, decide: attachPaper }),
  defineVerb({ verb: 'dossier/correct', input: CorrectInput, right: 'dossier/correct', subject: ofDossier, decide: correct }),
  defineVerb({ verb: 'dossier/detach-paper', input: DetachPaperInput, right: 'dossier/correct', subject: ofDossier, decide: detachPaper }),
  defineVerb({ verb: 'dossier/look-at-page', input: LookAtPageInput, right: 'dossier/print', subject: ofDossier, decide: lookAtPage }),
  defineVerb({ verb: 'dossier/print-form', input: PrintFormInput, right: 'dossier/print', subject: ofDossier, decide: printForm }),
  defineVerb({ verb: 'dossier/receive', input: ReceiveInput, right: 'dossier/receive', subject: ofNew, decide: receive }),
  defineVerb({ verb: 'dossier/refuse', input: RefuseInput, right: 'dossier/receive', subject: ofNew, decide: refuse }),
  defineVerb({
    verb: 'dossier/settle-dispute', input: SettleDisputeInput, right: 'dispute/settle-field', subject: ofDossier, decide: settleDispute,
  }),
  defineVerb({ verb: 'dossier/void', input: VoidInput, right: 'dossier/void', subject: ofDossier, decide: voidDossier }),
  defineVerb({ verb: 'guidance/give', input: GiveGuidanceInput, right: 'dossier/receive', subject: ofNew, decide: giveGuidance }),
  defineVerb({ verb: 'office/change-header', input: HeaderBody, right: 'office/settings', subject: ofNew, decide: changeHeader }),
  defineVerb({ verb: 'office/change-hours', input: Hours, right: 'office/settings', subject: ofNew, decide: changeHours }),
  defineVerb({ verb: 'tray/look-at-page', input: LookInTrayInput, right: 'dossier/print', subject: ofNew, decide: lookInTray }),
  defineVerb({ verb: 'user/appoint', input: AppointInput, right: 'user/manage', subject: ofNew, decide: appoint }),
  defineVerb({ verb: 'user/set-pin', input: SetPinInput, right: 'user/manage', subject: ({ userId }) => userSubject(userId), decide: setPin }),
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
