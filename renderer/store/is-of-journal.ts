import type { Position } from '../../shared/acts/act.ts'

/**
 * Whether an index was written from this journal, up to a place the journal still knows.
 *
 * `recognised` is the journal's answer to that place: it begins a log anew where it lacks the line,
 * because it is shorter, of another device, or has another history. Nothing in such an index can be trusted.
 */
export function isOfJournal(position: Position, recognised: Position): boolean {
  return Object.entries(position).every(([device, { seq }]) => seq === 0 || recognised[device]?.seq === seq)
}
