import { create } from 'zustand'
import type { Problem } from '../../shared/base/result.ts'
import type { NextBook } from '../../shared/bridge/certification-api.ts'
import {
  CERTIFY_DRAFTS, emptyCertify, hasCertifyContent, withEmptyLast,
  type CertifyDraft, type CertifyPersonField, type LineDraft, type RefusalDraft,
} from './certify-draft.ts'
import { useOffice } from './office.ts'
import { usualSigner } from './signers.ts'

/** A half-typed visit put aside, and when it was last kept (UTC, ms). */
export interface KeptCertify {
  readonly draft: CertifyDraft
  readonly savedAt: string
}

/** What must still be said before saving, and the field that says it. */
export interface CertifyNeed {
  readonly field: string
  readonly what: 'clock' | 'own-book' | 'name' | 'kind' | 'count' | 'amount' | 'exemption' | 'identity' | 'signer' | 'ground' | 'refused-paper' | 'nothing'
}

export type PrintState = 'none' | 'printing' | 'printed' | Problem

/** What stands above the next empty form: numbers as facts, once they are on disk. */
export interface CertifiedNotice {
  readonly kind: 'certified' | 'refused'
  readonly subject: string
  /** The numbers, book by book; none for a refusal. */
  readonly numbers: readonly { readonly label: string; readonly numbers: readonly number[] }[]
  readonly fee: number
  /** Set when the papers are ready on another day (rule T7). */
  readonly dueOn: string | null
  /** Of the receipt drawn from this desk's stock (rule M3); null where none was. */
  readonly receipt: string | null
  readonly print: PrintState
}

export interface CertifyState {
  readonly draft: CertifyDraft
  readonly parked: readonly KeptCertify[]
  /** When the draft in hand was last kept; null while it is not. */
  readonly keptAt: string | null
  /** What was kept then: only while it is what stands on the screen may the screen say that it is kept. */
  readonly kept: CertifyDraft | null
  readonly keepFailed: boolean
  readonly notice: CertifiedNotice | { readonly kind: 'parked'; readonly name: string } | { readonly kind: 'restored' } | null
  readonly saving: boolean
  readonly failure: Problem | null
  readonly cardProblem: Problem | null
  readonly need: CertifyNeed | null
  /** The line whose copies were typed with its kind: Enter goes on to the next one. */
  readonly finished: string | null
  /** The day the clerk confirmed although the clock is behind (rule T16). */
  readonly confirmedDay: string | null
  /** Whose form is in hand; null until the first time the screen stands. */
  readonly clerk: string | null
  /** What is looked at beside the form: a visit, the books, or nothing but the list of today. */
  readonly shown: string | null
  /** Which book the next number comes from, as the screen says it (rule N6). */
  readonly nextBook: NextBook
}

function freshDraft(): CertifyDraft {
  return emptyCertify(`${CERTIFY_DRAFTS}${crypto.randomUUID()}`, usualSigner() ?? { name: '', title: '' })
}

/** Stands for the books among what is looked at beside the form. */
export const BOOKS_SHOWN = 'books'

/** The visit on screen; what is parked waits in the store of drafts. */
export const useCertify = create<CertifyState>(() => ({
  draft: freshDraft(), parked: [], keptAt: null, kept: null, keepFailed: false, notice: null, saving: false, failure: null,
  cardProblem: null,
  need: null, finished: null, confirmedDay: null, clerk: null, shown: null, nextBook: { from: 'own' },
}))

// The first visit was laid out before anybody knew what the city publishes.
useOffice.subscribe(({ view }, before) => {
  const { draft } = useCertify.getState()
  const signer = view !== null && before.view === null && draft.signerName === '' ? usualSigner() : undefined
  if (signer !== undefined) useCertify.setState({ draft: { ...draft, signerName: signer.name, signerTitle: signer.title } })
})

/** Changes what is typed. The first letter of the next person takes away what was said about the last one. */
export function changeCertify(change: Partial<CertifyDraft> | ((draft: CertifyDraft) => Partial<CertifyDraft>)): void {
  useCertify.setState(({ draft, notice }) => ({
    draft: { ...draft, ...(typeof change === 'function' ? change(draft) : change) },
    notice: notice?.kind === 'restored' ? notice : null,
    need: null, failure: null,
  }))
}

/** Types into a field of the person; a name or number that is typed is no longer the card's. */
export function typeCertifyPerson(field: CertifyPersonField, text: string): void {
  changeCertify(({ person, isFromCard }) => ({ person: { ...person, [field]: text }, isFromCard: isFromCard && field === 'phone' }))
}

/** Puts what was typed in order when the cursor leaves; nothing said on the screen changes for it. */
export function tidyCertifyPerson(field: CertifyPersonField, shown: string): void {
  useCertify.setState(({ draft }) =>
    draft.person[field] === shown ? {} : { draft: { ...draft, person: { ...draft.person, [field]: shown } } })
}

export function typeLine(key: string, change: Partial<LineDraft>): void {
  changeCertify(({ lines }) => ({ lines: withEmptyLast(lines.map(line => (line.key === key ? { ...line, ...change } : line))) }))
}

export function removeLine(key: string): void {
  changeCertify(({ lines }) => ({ lines: withEmptyLast(lines.filter(line => line.key !== key)) }))
}

export function typeRefusal(change: Partial<RefusalDraft>): void {
  changeCertify(({ refusal }) => ({ refusal: { ...refusal, ...change } }))
}

/** Begins the next person with an empty form; `notice` stands above it. */
export function beginNextCertify(notice: CertifyState['notice']): void {
  useCertify.setState({
    draft: freshDraft(), keptAt: null, kept: null, keepFailed: false, notice, saving: false, failure: null, cardProblem: null, need: null,
    finished: null,
  })
}

/** Takes up a draft that was put aside; the one in hand is put aside in its place if anything stands in it. */
export function takeUpCertify(id: string, keptAt: string): void {
  const { draft, parked } = useCertify.getState()
  const chosen = parked.find(kept => kept.draft.id === id)
  if (chosen === undefined) return
  const others = parked.filter(kept => kept.draft.id !== id)
  beginNextCertify(null)
  useCertify.setState({
    draft: { ...chosen.draft, parked: false },
    parked: hasCertifyContent(draft) ? [{ draft: { ...draft, parked: true }, savedAt: keptAt }, ...others] : others,
    keptAt: chosen.savedAt,
  })
}
