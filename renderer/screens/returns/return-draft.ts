import { failure, success, type Problem, type Result } from '../../../shared/base/result.ts'
import { normalise } from '../../../shared/base/text.ts'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import { balanceOf } from '../../../shared/dossiers/money.ts'
import { heldOriginals } from '../../../shared/dossiers/originals.ts'
import type { ReturnResultInput } from '../../../shared/dossiers/return-result.ts'
import type { CardFacts } from '../../../shared/people/card-qr.ts'
import { isOrganisation } from '../../../shared/people/person.ts'
import { barePersonalNumber, showPersonalNumber } from '../../parts/field-text.ts'
import { readAmount } from '../../parts/read-amount.ts'

/** Who collects one result, what goes back, and what is paid, as it is typed. */
export interface ReturnDraft {
  readonly collectedBy: ReturnResultInput['collectedBy']
  /** Empty is whoever the dossier names. */
  readonly name: string
  readonly personalNumber: string
  readonly identitySeen: Exclude<ReturnResultInput['identitySeen'], 'post'>
  readonly authorisation: string
  readonly postNumber: string
  /** How many originals of each paper go back, by paper. */
  readonly back: Readonly<Record<string, string>>
  /** Đồng taken now; empty takes nothing. */
  readonly fee: string
  readonly method: 'cash' | 'transfer'
  readonly receiptNumber: string
  readonly fromCard: boolean
}

/**
 * The usual case: the applicant, with the ID card, everything goes back, what is owed is paid in cash.
 *
 * What allowed the applicant to submit for the owner allows nobody else to collect, so a proxy begins without an authorisation.
 */
export function beginReturn(dossier: Dossier): ReturnDraft {
  const { owed } = balanceOf(dossier)
  return {
    collectedBy: dossier.collectAt === 'post' ? 'post' : 'applicant', name: '', personalNumber: '', identitySeen: 'id-card',
    authorisation: '', postNumber: '',
    back: Object.fromEntries(heldOriginals(dossier).map(({ paperId, held }) => [paperId, String(held)])),
    fee: owed === 0 ? '' : String(owed), method: 'cash', receiptNumber: '', fromCard: false,
  }
}

/** A card was read: the applicant or the owner by their number, anybody else comes for them. */
export function withCollector(draft: ReturnDraft, { personalNumber, name }: CardFacts, dossier: Dossier): ReturnDraft {
  const { applicant, owner } = dossier
  const isOwner = owner !== undefined && !isOrganisation(owner) && owner.personalNumber === personalNumber
  const collectedBy = applicant.personalNumber === personalNumber ? 'applicant' : isOwner || isRepresented(draft, dossier) ? 'owner' : 'proxy'
  return { ...draft, collectedBy, name, personalNumber: showPersonalNumber(personalNumber), identitySeen: 'id-card', fromCard: true }
}

/** How many originals stay behind. */
export function keptBehind(dossier: Dossier, { back }: ReturnDraft): number {
  return heldOriginals(dossier).reduce((sum, { paperId, held }) => sum + Math.max(0, held - (countOf(back[paperId]) ?? held)), 0)
}

/** An organisation comes in nobody's shape: whoever stands here for it is named. */
export function isRepresented({ collectedBy }: Pick<ReturnDraft, 'collectedBy'>, { owner }: Dossier): boolean {
  return collectedBy === 'owner' && owner !== undefined && isOrganisation(owner)
}

/** What the desk is asked. Problems: `money/not-a-number`, and `dossier/collector-missing` where nobody is named for an organisation. */
export function returnInput(draft: ReturnDraft, dossier: Dossier): Result<ReturnResultInput> {
  const { collectedBy, name, personalNumber, authorisation, postNumber, method, receiptNumber, fee } = draft
  const taken = normalise(fee) === '' ? undefined : readAmount(fee)
  if (taken?.ok === false) return taken
  if (isRepresented(draft, dossier) && normalise(name) === '') return failure({ code: 'dossier/collector-missing' })
  const number = barePersonalNumber(personalNumber)
  return success({
    subject: dossier.subject, collectedBy,
    ...(normalise(name) !== '' && { name }), ...(number !== '' && { personalNumber: number }),
    identitySeen: collectedBy === 'post' ? 'post' : draft.identitySeen,
    ...(collectedBy === 'proxy' && { authorisation }), ...(collectedBy === 'post' && { postNumber }),
    originals: heldOriginals(dossier).map(({ paperId }) => ({ paperId, givenBack: countOf(draft.back[paperId]) ?? -1 })),
    ...(taken !== undefined && { fee: { amount: taken.value, method, ...(normalise(receiptNumber) !== '' && { receiptNumber }) } }),
  })
}

export type ReturnPlace = 'name' | 'authorisation' | 'postNumber' | 'back' | 'fee'

/** The field a problem stands next to; undefined for one that belongs to the main button. */
export function placeOfReturn({ code }: Problem): ReturnPlace | undefined {
  return code.startsWith('money/') ? 'fee' : PLACES[code]
}

const PLACES: Readonly<Partial<Record<string, ReturnPlace>>> = {
  'dossier/collector-missing': 'name', 'dossier/representative-missing': 'name', 'dossier/authorisation-missing': 'authorisation', 'dossier/post-number-missing': 'postNumber',
  'dossier/originals-miscounted': 'back', 'dossier/fee-over': 'fee',
}

function countOf(text: string | undefined): number | undefined {
  const bare = normalise(text ?? '')
  return /^\d{1,4}$/u.test(bare) ? Number(bare) : undefined
}
