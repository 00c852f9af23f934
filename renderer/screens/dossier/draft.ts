import type { CorrectableField, Dossier } from '../../../shared/dossiers/dossier.ts'
import { CORRECTABLE } from '../../../shared/dossiers/dossier.ts'
import { valueOf } from '../../../shared/dossiers/corrections.ts'
import type { Problem, Result } from '../../../shared/base/result.ts'
import { success, failure } from '../../../shared/base/result.ts'
import type { Command } from '../../../shared/desk/command.ts'
import { countOf } from '../../parts/field-text.ts'
import type { WritingId } from './allowed.ts'
import { editValue, readValue } from './field-value.ts'

/** Everything typed into the forms of this page; it stays while the page stands, whichever form is open. */
export interface Draft {
  readonly field: CorrectableField
  readonly value: string
  readonly ground: string
  /** Of a paper listed, or empty for one that is not. */
  readonly paperId: string
  readonly paperName: string
  readonly originals: string
  readonly copies: string
  readonly note: string
  readonly reason: string
}

/** Nothing typed yet: the first field as it stands, the first missing paper. */
export function beginDraft(dossier: Dossier): Draft {
  const missing = dossier.papers.find(({ received }) => !received)
  const field = 'applicant.phone'
  return {
    field, value: editValue(field, valueOf(dossier, field)), ground: '', paperId: missing?.id ?? '', paperName: '', originals: '1', copies: '0', note: '', reason: '',
  }
}

/** The draft with another field chosen, begun with what stands in it. */
export function chooseField(draft: Draft, dossier: Dossier, field: CorrectableField): Draft {
  return { ...draft, field, value: editValue(field, valueOf(dossier, field)), ground: field === 'fee' ? dossier.fee?.exemptionGround ?? '' : '' }
}

/** The fields this dossier has: an owner only where there is one. */
export function fieldsOf(dossier: Dossier): readonly CorrectableField[] {
  return CORRECTABLE.filter(field => field !== 'owner.name' || dossier.owner !== undefined)
}

/** What the desk is asked when the open form is saved. Problem: `dossier/value-impossible`. */
export function draftToCommand(id: WritingId, draft: Draft, dossier: Dossier): Result<Command> {
  const { subject } = dossier
  const reason = draft.reason.trim() === '' ? {} : { reason: draft.reason }
  switch (id) {
    case 'correct': {
      const to = readValue(draft.field, draft.value, draft.ground, dossier.fee)
      return to.ok ? success({ verb: 'dossier/correct', input: { subject, field: draft.field, to: to.value, ...reason } }) : failure(to.problem)
    }
    case 'attach': {
      const counts = { originals: countOf(draft.originals) ?? 0, copies: countOf(draft.copies) ?? 0 }
      const paper = draft.paperId === '' ? { name: draft.paperName } : { id: draft.paperId }
      return success({ verb: 'dossier/attach-paper', input: { subject, ...paper, ...counts, ...reason } })
    }
    case 'detach':
      return success({ verb: 'dossier/detach-paper', input: { subject, paperId: draft.paperId, ...reason } })
    case 'note':
      return success({ verb: 'dossier/add-note', input: { subject, text: draft.note } })
    case 'void':
      return success({ verb: 'dossier/void', input: { subject, reason: draft.reason } })
  }
}

export type DraftPlace = 'value' | 'ground' | 'paperName' | 'counts' | 'note' | 'reason'

/** The field a problem stands next to; undefined for one that belongs to the main button. */
export function placeOf({ code }: Problem): DraftPlace | undefined {
  return PLACES[code]
}

const PLACES: Readonly<Partial<Record<string, DraftPlace>>> = {
  'dossier/value-impossible': 'value',
  'dossier/value-same': 'value',
  'dossier/exemption-ground-missing': 'ground',
  'dossier/paper-nameless': 'paperName',
  'dossier/paper-uncounted': 'counts',
  'dossier/note-empty': 'note',
  'dossier/reason-missing': 'reason',
}
