import type { Act } from '../../../shared/acts/act.ts'
import type { Dispute, Dossier } from '../../../shared/dossiers/dossier.ts'
import { outcomeOf } from '../../../shared/dossiers/repeats.ts'
import { everyDispute } from '../../../shared/dossiers/settled.ts'
import { dossierText as t } from '../../text/dossier.ts'

/**
 * The acts a dispute is about, in folding order, side by side.
 *
 * Of something done twice the act that came too late is in the dispute alone: the one that holds is found beside it.
 */
export function sidesOf(dispute: Dispute, dossier: Pick<Dossier, 'acts' | 'disputes' | 'settled'>): readonly Act[] {
  const own = dossier.acts.filter(({ name }) => dispute.acts.some(party => party.name === name))
  const [late] = own
  if (dispute.kind !== 'not-admitted' || !dispute.title.endsWith('-twice') || late === undefined) return own
  const out = new Set(everyDispute(dossier).filter(({ kind }) => kind === 'not-admitted').flatMap(({ acts }) => acts.map(({ name }) => name)))
  const before = dossier.acts.slice(0, dossier.acts.indexOf(late)).filter(({ name }) => !out.has(name))
  const first = before.findLast(({ kind }) => outcomeOf(kind) === outcomeOf(late.kind))
  return first === undefined ? own : [first, ...own]
}

/** Reasons that are usually meant, by what kind of dispute it is; any other is typed. */
export function usualReasons({ kind, title }: Dispute): readonly string[] {
  if (title === 'unreadable' || title === 'too-late') return t.settleReasons[title]
  return kind === 'twice' ? t.settleReasons.laterHolds : t.settleReasons.firstHolds
}
