/** Where a value came from, shown beside the field. */
export type ValueSource = 'card' | 'last-time'

export type PersonFieldName = 'name' | 'personalNumber' | 'bornOn' | 'sex' | 'phone' | 'email' | 'address'

/** A person as typed: every value is the text in the field, checked only on the way to a command. */
export type PersonDraft = Readonly<Record<PersonFieldName, string>>

/** Whom the dossier is for, when another person brings it (nộp thay). */
export interface OwnerDraft {
  readonly kind: 'person' | 'organisation'
  readonly name: string
  readonly personalNumber: string
  readonly authorisation: string
}

/** One row of the papers: what the catalogue asks (`paperId`), or what the clerk added (`paperId` null). */
export interface PaperDraft {
  readonly key: string
  readonly paperId: string | null
  readonly name: string
  readonly received: boolean
  readonly originals: string
  readonly copies: string
}

/** A limit the catalogue leaves unclear, as the clerk answered it. */
export interface LimitDraft {
  readonly count: string
  readonly unit: '' | 'hours' | 'working-days' | 'days' | 'same-day' | 'none'
}

export interface FeeDraft {
  /** Whole đồng as typed; empty means not answered. */
  readonly amount: string
  readonly pages: string
  readonly copies: string
  readonly exempt: boolean
  readonly exemptionGround: string
}

/** How the visit ends: the dossier is received, sent home with guidance, or refused (rules L1, L2, L3). */
export type Outcome = 'receive' | 'guidance' | 'refuse'

/**
 * A half-typed intake (hồ sơ nhập dở): plain JSON, kept on this device only.
 *
 * It holds what was typed, not what was meant, so that nothing is lost on the way back.
 */
export interface IntakeDraft {
  readonly id: string
  /** Put aside by the clerk (để tạm), so that it is not the one in hand. */
  readonly parked: boolean
  readonly applicant: PersonDraft
  readonly sources: Readonly<Partial<Record<PersonFieldName, ValueSource>>>
  /** UTC, ms; when the card was read. */
  readonly cardReadAt: string | null
  readonly onBehalf: boolean
  readonly owner: OwnerDraft
  readonly query: string
  readonly procedureCode: string | null
  readonly caseId: string | null
  readonly papers: readonly PaperDraft[]
  readonly setCount: string
  readonly content: string
  readonly limit: LimitDraft
  readonly fee: FeeDraft
  readonly collectAt: 'counter' | 'post'
  readonly outcome: Outcome
  readonly reason: string
  /** The clerk chose to receive although papers are missing. */
  readonly receiveIncomplete: boolean
  /** Warnings the clerk has looked at and leaves as they are. */
  readonly seenWarnings: readonly string[]
}

export const EMPTY_PERSON: PersonDraft = { name: '', personalNumber: '', bornOn: '', sex: '', phone: '', email: '', address: '' }
export const EMPTY_FEE: FeeDraft = { amount: '', pages: '', copies: '', exempt: false, exemptionGround: '' }

/** An intake nobody has typed into yet. */
export function emptyDraft(id: string): IntakeDraft {
  return {
    id, parked: false,
    applicant: EMPTY_PERSON, sources: {}, cardReadAt: null,
    onBehalf: false, owner: { kind: 'person', name: '', personalNumber: '', authorisation: '' },
    query: '', procedureCode: null, caseId: null,
    papers: [], setCount: '1', content: '',
    limit: { count: '', unit: '' }, fee: EMPTY_FEE, collectAt: 'counter',
    outcome: 'receive', reason: '', receiveIncomplete: false, seenWarnings: [],
  }
}

/** Whether anything was typed that would be a pity to lose. */
export function hasContent(draft: IntakeDraft): boolean {
  return Object.values(draft.applicant).some(value => value.trim() !== '') || draft.procedureCode !== null ||
    draft.query.trim() !== '' || draft.owner.name.trim() !== '' || draft.reason.trim() !== ''
}

/** A draft read back from the store; anything that is not one any more is undefined. */
export function readDraft(value: unknown): IntakeDraft | undefined {
  if (typeof value !== 'object' || value === null || !('id' in value) || typeof value.id !== 'string') return undefined
  const blank = emptyDraft(value.id)
  const known = Object.keys(blank).filter(key => key in value)
  const kept = Object.fromEntries(known.map(key => [key, (value as Record<string, unknown>)[key]]))
  const draft = { ...blank, ...kept }
  const isWhole = Object.entries(blank).every(([key, sample]) => sameShape((draft as Record<string, unknown>)[key], sample))
  return isWhole ? draft : undefined
}

function sameShape(value: unknown, sample: unknown): boolean {
  if (sample === null) return value === null || typeof value === 'string'
  if (Array.isArray(sample)) return Array.isArray(value)
  if (typeof sample === 'object') {
    return typeof value === 'object' && value !== null &&
      Object.entries(sample).every(([key, part]) => sameShape((value as Record<string, unknown>)[key], part))
  }
  return typeof value === typeof sample
}
