import { create } from 'zustand'
import type { Problem } from '../../shared/base/result.ts'
import { emptyDraft, hasContent, type IntakeDraft, type Outcome, type OwnerDraft, type FeeDraft, type PersonFieldName } from './intake-draft.ts'

/** A half-typed intake put aside, and when it was last kept (UTC, ms). */
export interface KeptDraft {
  readonly draft: IntakeDraft
  readonly savedAt: string
}

/** What must still be said before saving, and the field that says it. */
export interface Need {
  readonly field: string
  readonly what: 'clock' | 'name' | 'owner' | 'authorisation' | 'procedure' | 'procedureStopped' | 'missing' | 'limit' | 'fee' | 'exemption' | 'refusal' | 'guidance'
}

/** What stands above the next empty form until the next person is begun. */
export interface SavedNotice {
  readonly outcome: Outcome
  /** The dossier's subject, for printing again. */
  readonly subject: string
  /** The dossier's code; guidance and refusal draw none. */
  readonly code: string | null
  readonly print: 'none' | 'printing' | 'printed' | Problem
}

export interface IntakeState {
  readonly draft: IntakeDraft
  /** The procedure the arrows stand on before Enter: papers, fee and due day follow it. */
  readonly activeCode: string | null
  readonly parked: readonly KeptDraft[]
  /** When the draft in hand was last kept; null while it is not. */
  readonly keptAt: string | null
  readonly keepFailed: boolean
  /** A draft dropped a moment ago, so that it can be taken back. */
  readonly dropped: KeptDraft | null
  readonly notice: { readonly kind: 'saved'; readonly saved: SavedNotice } | { readonly kind: 'parked'; readonly name: string } | { readonly kind: 'restored' } | null
  readonly saving: boolean
  readonly failure: Problem | null
  /** The reader's last card could not be used. */
  readonly cardProblem: Problem | null
  /** What still has to be said, and where: set by F9, cleared by typing. */
  readonly need: Need | null
  /** The day the clerk confirmed although the clock is behind (rule T16); asked once. */
  readonly confirmedDay: string | null
  /** Procedures this desk received lately, the last first; search puts them first. */
  readonly recent: readonly string[]
  /** Whose form is in hand; null until the first time the screen stands. */
  readonly clerk: string | null
}

/** The intake on screen; what is parked waits in the store of drafts. */
export const useIntake = create<IntakeState>(() => ({
  draft: emptyDraft(freshId()), activeCode: null, parked: [], keptAt: null, keepFailed: false, dropped: null,
  notice: null, saving: false, failure: null, cardProblem: null, need: null, confirmedDay: null, recent: [], clerk: null,
}))

/** Changes what is typed. The first letter of the next person takes away what was said about the last one. */
export function changeDraft(change: Partial<IntakeDraft> | ((draft: IntakeDraft) => Partial<IntakeDraft>)): void {
  useIntake.setState(({ draft, notice }) => ({
    draft: { ...draft, ...(typeof change === 'function' ? change(draft) : change) },
    notice: notice?.kind === 'restored' ? notice : null,
    need: null,
  }))
}

/** Puts what was typed in order when the cursor leaves; nothing said on the screen changes for it. */
export function tidyDraft(change: Partial<IntakeDraft>): void {
  useIntake.setState(({ draft }) => ({ draft: { ...draft, ...change } }))
}

/** Types into one field of the person; what is typed no longer comes from the card. */
export function typePerson(field: PersonFieldName, text: string): void {
  changeDraft(({ applicant, sources }) => ({
    applicant: { ...applicant, [field]: text },
    sources: Object.fromEntries(Object.entries(sources).filter(([name]) => name !== field)),
  }))
}

export function typeOwner(change: Partial<OwnerDraft>): void {
  changeDraft(({ owner }) => ({ owner: { ...owner, ...change } }))
}

export function typeFee(change: Partial<FeeDraft>): void {
  changeDraft(({ fee }) => ({ fee: { ...fee, ...change } }))
}

/** Begins the next person with an empty form; `notice` stands above it. */
export function beginNext(notice: IntakeState['notice']): void {
  useIntake.setState({
    draft: emptyDraft(freshId()), activeCode: null, keptAt: null, keepFailed: false, notice,
    saving: false, failure: null, cardProblem: null, need: null,
  })
}

/** Takes up a draft that was put aside; the one in hand is put aside in its place if anything stands in it. */
export function takeUp(id: string, keptAt: string): void {
  const { draft, parked } = useIntake.getState()
  const chosen = parked.find(kept => kept.draft.id === id)
  if (chosen === undefined) return
  const others = parked.filter(kept => kept.draft.id !== id)
  beginNext(null)
  useIntake.setState({
    draft: { ...chosen.draft, parked: false },
    parked: hasContent(draft) ? [{ draft: { ...draft, parked: true }, savedAt: keptAt }, ...others] : others,
    keptAt: chosen.savedAt,
  })
}

function freshId(): string {
  return `draft-${crypto.randomUUID()}`
}
