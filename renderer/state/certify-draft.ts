/** One line: a kind of paper with its pages and copies. Every value is the text in the field. */
export interface LineDraft {
  readonly key: string
  /** What stands in the field of the kind, chosen or still being typed. */
  readonly text: string
  /** Null until a kind was taken. */
  readonly procedure: string | null
  readonly pages: string
  readonly copies: string
  /** Đồng, asked only where no tariff holds (rule M2). */
  readonly amount: string
}

export type CertifyPersonField = 'name' | 'personalNumber' | 'phone'

/** What is refused, and on which ground, while it is written. */
export interface RefusalDraft {
  readonly procedure: string
  readonly paperName: string
  readonly ground: string
  readonly note: string
}

/** A half-typed visit to the express lane: plain JSON, kept on this device only. */
export interface CertifyDraft {
  readonly id: string
  /** Put aside by the clerk (để tạm), so that it is not the one in hand. */
  readonly parked: boolean
  readonly person: Readonly<Record<CertifyPersonField | 'address', string>>
  /** The card was read: the person is known by it. */
  readonly isFromCard: boolean
  /** A paper with a number was shown. */
  readonly isShown: boolean
  /** The last one is empty: it waits for the next kind. */
  readonly lines: readonly LineDraft[]
  readonly isExempt: boolean
  readonly exemptionGround: string
  readonly payment: 'cash' | 'transfer'
  readonly signerName: string
  readonly signerTitle: string
  readonly extraDays: '0' | '1' | '2'
  readonly isRefusal: boolean
  readonly refusal: RefusalDraft
}

/** Drafts of this screen bear names of their own, so that the intake leaves them alone. */
export const CERTIFY_DRAFTS = 'certify-'

export const EMPTY_REFUSAL: RefusalDraft = { procedure: '2.000815', paperName: '', ground: '', note: '' }

export function emptyLine(key: string): LineDraft {
  return { key, text: '', procedure: null, pages: '', copies: '', amount: '' }
}

/** A visit nobody has typed into yet; who signs is whoever signed last. */
export function emptyCertify(id: string, signer: { readonly name: string; readonly title: string }): CertifyDraft {
  return {
    id, parked: false, person: { name: '', personalNumber: '', phone: '', address: '' }, isFromCard: false, isShown: false,
    lines: [emptyLine('1')], isExempt: false, exemptionGround: '', payment: 'cash',
    signerName: signer.name, signerTitle: signer.title, extraDays: '0', isRefusal: false, refusal: EMPTY_REFUSAL,
  }
}

/** Whether anything was typed that would be a pity to lose. */
export function hasCertifyContent({ person, lines, isRefusal, refusal }: CertifyDraft): boolean {
  return Object.values(person).some(value => value.trim() !== '') || lines.some(({ text }) => text.trim() !== '') ||
    (isRefusal && (refusal.paperName.trim() !== '' || refusal.ground !== ''))
}

/** Lines that say something; the empty last one does not. */
export function filledLines({ lines }: Pick<CertifyDraft, 'lines'>): readonly LineDraft[] {
  return lines.filter(({ text, procedure }) => procedure !== null || text.trim() !== '')
}

/** The lines with exactly one at the end that has no kind yet, and no empty one before it. */
export function withEmptyLast(lines: readonly LineDraft[]): readonly LineDraft[] {
  const filled = lines.filter((line, i) => line.procedure !== null || line.text.trim() !== '' || i === lines.length - 1)
  const last = filled.at(-1)
  if (last?.procedure === null) return filled
  return [...filled, emptyLine(String(Math.max(0, ...lines.map(({ key }) => Number(key))) + 1))]
}

/** A draft read back from the store; anything that is not one any more is undefined. */
export function readCertifyDraft(value: unknown): CertifyDraft | undefined {
  if (typeof value !== 'object' || value === null || !('id' in value) || typeof value.id !== 'string') return undefined
  const blank = emptyCertify(value.id, { name: '', title: '' })
  const draft = { ...blank, ...Object.fromEntries(Object.entries(value).filter(([key]) => key in blank)) }
  const isWhole = sameShape(draft, blank) && draft.lines.every(line => sameShape(line, emptyLine('')))
  return isWhole ? draft : undefined
}

function sameShape(value: unknown, sample: unknown): boolean {
  if (sample === null) return value === null || typeof value === 'string'
  if (Array.isArray(sample)) return Array.isArray(value)
  if (typeof sample !== 'object') return typeof value === typeof sample
  return typeof value === 'object' && value !== null &&
    Object.entries(sample as Readonly<Record<string, unknown>>)
      .every(([key, part]) => sameShape((value as Record<string, unknown>)[key], part))
}
