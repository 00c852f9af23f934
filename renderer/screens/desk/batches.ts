import { failure, success, type Result } from '../../../shared/base/result.ts'
import { normalise } from '../../../shared/base/text.ts'
import type { Command } from '../../../shared/desk/command.ts'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import { heldOriginals } from '../../../shared/dossiers/originals.ts'
import { isOrganisation } from '../../../shared/people/person.ts'
import { mayDo, type Right, type Role } from '../../../shared/users/role.ts'
import type { DeskListId } from '../../store/desk-list.ts'
import { batchText as t } from '../../text/batch.ts'

/** One thing done to many dossiers in one go. */
export type BatchId = 'forward' | 'sign' | 'return' | 'hand-over'

/** What is typed once for all of them. */
export interface BatchTyped {
  /** User id; empty for another agency. */
  readonly to: string
  readonly agency: string
  readonly note: string
  readonly how: 'wet-ink' | 'digital'
  readonly collectedBy: 'applicant' | 'proxy'
  readonly name: string
  readonly authorisation: string
  readonly identitySeen: 'id-card' | 'vneid' | 'passport' | 'other-paper'
  readonly kind: 'shift' | 'agency' | 'results'
}

export const NOTHING_TYPED: BatchTyped = {
  to: '', agency: '', note: '', how: 'wet-ink', collectedBy: 'applicant', name: '', authorisation: '', identitySeen: 'id-card', kind: 'shift',
}

const RIGHT: Readonly<Record<BatchId, Right>> = {
  'forward': 'dossier/forward', 'sign': 'dossier/sign', 'return': 'dossier/return', 'hand-over': 'dossier/print',
}

const MAIN: Readonly<Partial<Record<DeskListId, BatchId>>> = {
  'mine': 'forward', 'to-forward': 'forward', 'to-sign': 'sign', 'to-return': 'return', 'lies-long': 'return',
}

/** What may be done to many rows of a list: what F9 does, then what Shift+F9 does; nothing where rows are not marked. */
export function batchesOf(list: DeskListId, roles: readonly Role[]): readonly BatchId[] {
  const main = MAIN[list]
  return main === undefined ? [] : ([main, 'hand-over'] as const).filter(id => mayDo(roles, RIGHT[id]))
}

/** To whom a hand-over goes, by name; empty when nobody was chosen. */
export function takerOf({ to, agency }: BatchTyped, names: readonly { readonly id: string; readonly name: string }[]): string {
  return to === '' ? normalise(agency) : names.find(({ id }) => id === to)?.name ?? ''
}

/**
 * What the desk is asked about one of them.
 *
 * A hand-over to another agency forwards it (rule L4). Between shifts the dossier stays whose it is, and a note says who took it over.
 * What an organisation collects is left to the form of one dossier, where whoever stands for it is named (rule L12).
 * Problems: `dossier/agency-missing` when nobody is named, `dossier/representative-missing`.
 */
export function batchCommand(id: BatchId, typed: BatchTyped, taker: string, dossier: Dossier): Result<Command> {
  const { subject } = dossier
  switch (id) {
    case 'forward':
      return success({ verb: 'dossier/forward', input: { subject, to: typed.to === '' ? { agency: typed.agency } : { userId: typed.to }, note: typed.note } })
    case 'sign':
      return success({ verb: 'dossier/sign', input: { subject, how: typed.how } })
    case 'return': {
      const { collectedBy, identitySeen } = typed
      const isOfOrganisation = dossier.owner !== undefined && isOrganisation(dossier.owner)
      if (collectedBy === 'applicant' && isOfOrganisation) return failure({ code: 'dossier/representative-missing' })
      const by = collectedBy === 'proxy' ? { name: typed.name, authorisation: typed.authorisation } : {}
      const originals = heldOriginals(dossier).map(({ paperId, held }) => ({ paperId, givenBack: held }))
      return success({ verb: 'dossier/return-result', input: { subject, collectedBy, identitySeen, originals, ...by } })
    }
    case 'hand-over':
      if (taker === '') return failure({ code: 'dossier/agency-missing' })
      return typed.kind === 'agency'
        ? success({ verb: 'dossier/forward', input: { subject, to: { agency: taker } } })
        : success({ verb: 'dossier/add-note', input: { subject, text: typed.kind === 'results' ? t.handOverResults(taker) : t.handOverNote(taker) } })
  }
}
