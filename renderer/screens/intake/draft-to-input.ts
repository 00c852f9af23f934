import { parseDay } from '../../../shared/base/day.ts'
import type { HandedPages } from '../../../shared/bridge/scanning-api.ts'
import type { Command } from '../../../shared/desk/command.ts'
import type { GiveGuidanceInput } from '../../../shared/dossiers/give-guidance.ts'
import type { ReceiveInput } from '../../../shared/dossiers/receive.ts'
import type { RefuseInput } from '../../../shared/dossiers/refuse.ts'
import type { VisitInput } from '../../../shared/dossiers/visit.ts'
import { barePersonalNumber, barePhone, countOf, moneyOf } from '../../parts/field-text.ts'
import type { IntakeDraft, OwnerDraft, PaperDraft, PersonDraft } from '../../state/intake-draft.ts'
import type { CaseView } from './case-view.ts'
import { missingPapers } from './paper-state.ts'
import { limitOf } from './promise.ts'

export interface DraftToSave {
  readonly draft: IntakeDraft
  readonly view: CaseView
  /** The clerk confirmed the day although the clock is behind (rule T16). */
  readonly clockConfirmed: boolean
  /** Pages scanned for rows of the papers, by the row's key. */
  readonly scanned?: HandedPages
}

/** What the clerk asks the desk for: to receive, to give guidance, or to refuse (rules L1, L2, L3). */
export function draftToCommand({ draft, view, clockConfirmed, scanned = NOTHING }: DraftToSave): Command {
  const visit = visitOf(draft, view)
  switch (draft.outcome) {
    case 'receive':
      return { verb: 'dossier/receive', input: receiveInput(draft, view, visit, clockConfirmed, scanned) }
    case 'guidance':
      return { verb: 'guidance/give', input: { ...visit, missingPapers: [...whatToComplete(draft, view)] } satisfies GiveGuidanceInput }
    case 'refuse':
      return { verb: 'dossier/refuse', input: { ...visit, reason: draft.reason } satisfies RefuseInput }
  }
}

/** The lines of form 02: papers that are not here, then what the clerk wrote, a line each. */
export function whatToComplete(draft: IntakeDraft, view: CaseView): readonly string[] {
  const written = draft.reason.split('\n').map(line => line.trim()).filter(line => line !== '')
  return [...missingPapers(draft, view).map(paper => paper.title), ...written.flatMap(line => line.match(/.{1,500}/gsu) ?? [])]
}

function receiveInput(
  draft: IntakeDraft, view: CaseView, visit: VisitInput, clockConfirmed: boolean, scanned: HandedPages,
): ReceiveInput {
  const limit = view.limit.kind === 'asked' ? limitOf(draft, view) : undefined
  const fee = feeInput(draft, view)
  return {
    ...visit,
    papers: draft.papers.filter(row => row.paperId !== null || row.name.trim() !== '').map(row => paperInput(row, scanned)),
    ...(draft.receiveIncomplete && { forSupplement: true }),
    setCount: Math.min(99, Math.max(1, countOf(draft.setCount) ?? 1)),
    collectAt: draft.collectAt,
    ...(limit !== undefined && { limit }),
    ...(fee !== undefined && { fee }),
    ...(clockConfirmed && { clockConfirmed: true }),
    draft: draft.id,
  }
}

function feeInput({ fee }: IntakeDraft, view: CaseView): ReceiveInput['fee'] {
  if (fee.exempt) return { amount: 0, exemptionGround: fee.exemptionGround.trim() }
  switch (view.fee.kind) {
    case 'known':
      return undefined
    case 'by-page':
      return { copies: [{ pageCount: countOf(fee.pages) ?? 0, copyCount: countOf(fee.copies) ?? 0 }] }
    case 'asked':
      return { amount: moneyOf(fee.amount) ?? 0 }
  }
}

const NOTHING: HandedPages = { pages: {}, isScanned: false }

function paperInput(row: PaperDraft, { pages: byRow, isScanned }: HandedPages): ReceiveInput['papers'][number] {
  const pages = byRow[row.key] ?? []
  return {
    ...(row.paperId === null ? { name: row.name.trim() } : { id: row.paperId }),
    originals: countOf(row.originals) ?? 0, copies: countOf(row.copies) ?? 0, received: row.received,
    ...(pages.length > 0 && row.received && { pages: [...pages] }),
    ...(isScanned && row.received && { row: row.key }),
  }
}

function visitOf(draft: IntakeDraft, view: CaseView): VisitInput {
  const { owner } = draft
  return {
    procedure: view.procedureCode,
    caseId: view.caseId,
    channel: 'direct',
    applicant: personInput(draft.applicant),
    ...(draft.onBehalf && { owner: ownerInput(owner) }),
    ...(draft.onBehalf && owner.authorisation.trim() !== '' && { authorisation: owner.authorisation.trim() }),
    ...(draft.content.trim() !== '' && { content: draft.content.trim() }),
  }
}

/** A day that is none is left out: the screen has said so beside the field. */
function personInput(person: PersonDraft): VisitInput['applicant'] {
  const personalNumber = barePersonalNumber(person.personalNumber)
  const bornOn = parseDay(person.bornOn.trim())
  const phone = barePhone(person.phone)
  return {
    name: person.name,
    ...(personalNumber !== '' && { personalNumber }),
    ...(bornOn !== undefined && { bornOn }),
    ...((person.sex === 'male' || person.sex === 'female') && { sex: person.sex }),
    ...(phone !== '' && { phone }),
    ...(person.email.trim() !== '' && { email: person.email.trim() }),
    ...(person.address.trim() !== '' && { address: person.address.trim() }),
  }
}

function ownerInput(owner: OwnerDraft): NonNullable<VisitInput['owner']> {
  const number = barePersonalNumber(owner.personalNumber)
  if (owner.kind === 'organisation') return { name: owner.name, number, kind: 'other' }
  return { name: owner.name, ...(number !== '' && { personalNumber: number }) }
}
