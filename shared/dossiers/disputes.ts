import type { Act } from '../acts/act.ts'
import { isSeenBy } from '../acts/seen.ts'
import { CORRECTABLE, type CorrectableField, type Dispute, type DisputedAct } from './dossier.ts'

/** A correction the state admitted. */
export interface Correction {
  readonly act: Act
  readonly field: CorrectableField
  readonly value: unknown
}

/**
 * What a person must settle: corrections made unseen of each other (rule D3), acts the state did not admit (rule D2).
 *
 * Both lists in folding order.
 */
export function findDisputes(corrections: readonly Correction[], notAdmitted: readonly Act[]): readonly Dispute[] {
  const ofFields = CORRECTABLE.flatMap(field =>
    groupUnseen(corrections.filter(correction => correction.field === field)).map((group): Dispute => ({
      id: disputeId(field, group.map(({ act }) => act)),
      kind: 'field',
      field,
      acts: group.map(({ act, value }) => ({ ...toParty(act), value })),
    })))
  const ofStates = notAdmitted.map(act => ({ id: disputeId('not-admitted', [act]), kind: 'not-admitted' as const, acts: [toParty(act)] }))
  return [...ofFields, ...ofStates]
}

/** Groups joined by pairs that disagree and of which neither had seen the other; corrections in no such pair stand in no group. */
function groupUnseen(corrections: readonly Correction[]): readonly (readonly Correction[])[] {
  const groups: Correction[][] = []
  for (const later of corrections) {
    const met = groups.filter(group => group.some(earlier => disagree(earlier, later)))
    const joined = [...met.flat(), later]
    groups.splice(0, groups.length, ...groups.filter(group => !met.includes(group)), joined)
  }
  return groups.filter(group => group.length > 1).map(group => corrections.filter(correction => group.includes(correction)))
}

function disagree(one: Correction, other: Correction): boolean {
  return !isSeenBy(one.act, other.act) && !isSeenBy(other.act, one.act) && canonical(one.value) !== canonical(other.value)
}

function toParty({ name, kind, device, author, at }: Act): DisputedAct {
  return { name, kind, device, author, at }
}

/** The same acts always make the same id, so that a screen keeps its place. */
function disputeId(about: string, acts: readonly Act[]): string {
  return `${about}:${acts.map(act => act.name.slice(0, 16)).sort().join('+')}`
}

/** JSON with sorted keys: equal values, equal text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
  }) ?? ''
}
