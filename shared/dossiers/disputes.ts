import type { Act } from '../acts/act.ts'
import { isSeenBy } from '../acts/seen.ts'
import { CORRECTABLE, type CorrectableField, type Dispute, type DisputedAct, type DisputeTitle, type DossierState } from './dossier.ts'
import { titleOfSecond, type Repeat } from './repeats.ts'

/** A correction the state admitted; a settlement of a field is one too. */
export interface Correction {
  readonly act: Act
  readonly field: CorrectableField
  readonly value: unknown
}

/** An act that could not be read, or that its state did not admit. */
export interface NotAdmitted {
  readonly act: Act
  readonly isReadable: boolean
  /** Undefined before the dossier began. */
  readonly state: DossierState | undefined
  /** The last admitted act to the same outcome. */
  readonly twin: Act | undefined
}

export interface Disputable {
  readonly corrections: readonly Correction[]
  readonly repeats: readonly Repeat[]
  readonly notAdmitted: readonly NotAdmitted[]
}

/**
 * What a person must settle: corrections made unseen of each other (rule D3), what was done twice (rule D5),
 * acts the state did not admit (rule D2).
 *
 * All lists in folding order.
 */
export function findDisputes({ corrections, repeats, notAdmitted }: Disputable): readonly Dispute[] {
  const ofFields = CORRECTABLE.flatMap(field =>
    groupUnseen(corrections.filter(correction => correction.field === field), disagree).map((group): Dispute => ({
      id: disputeId(field, group.map(({ act }) => act)),
      kind: 'field',
      title: 'field',
      field,
      acts: group.map(({ act, value }) => ({ ...toParty(act), value })),
    })))
  const twice = groupUnseen(repeats, isDoneTwice).map((group): Dispute => {
    const title = group[0]?.title ?? 'unreadable'
    return { id: disputeId(title, group.map(({ act }) => act)), kind: 'twice', title, acts: group.map(({ act }) => toParty(act)) }
  })
  const ofStates = notAdmitted.map((late): Dispute => ({
    id: disputeId('not-admitted', [late.act]), kind: 'not-admitted', title: titleOf(late), acts: [toParty(late.act)],
  }))
  return [...ofFields, ...twice, ...ofStates]
}

/** What was done twice has a name of its own (rule D5). */
function titleOf({ act, isReadable, state, twin }: NotAdmitted): DisputeTitle {
  if (!isReadable) return 'unreadable'
  const isAlwaysSecond = act.kind === 'dossier/received' || (act.kind === 'dossier/voided' && state === 'withdrawn' && twin !== undefined)
  const isSecond = isAlwaysSecond || (twin !== undefined && areUnseen(twin, act))
  return (isSecond ? titleOfSecond(act.kind) : undefined) ?? 'too-late'
}

/** Groups joined by pairs that clash; whatever stands in no such pair stands in no group. */
function groupUnseen<T extends { readonly act: Act }>(all: readonly T[], clash: (one: T, other: T) => boolean): readonly (readonly T[])[] {
  const groups: T[][] = []
  for (const later of all) {
    const met = groups.filter(group => group.some(earlier => clash(earlier, later)))
    const joined = [...met.flat(), later]
    groups.splice(0, groups.length, ...groups.filter(group => !met.includes(group)), joined)
  }
  return groups.filter(group => group.length > 1).map(group => all.filter(one => group.includes(one)))
}

function disagree(one: Correction, other: Correction): boolean {
  return areUnseen(one.act, other.act) && canonical(one.value) !== canonical(other.value)
}

function isDoneTwice(one: Repeat, other: Repeat): boolean {
  const isSameThing = one.title === other.title && one.about === other.about
  return isSameThing && (one.outcome === undefined || one.outcome !== other.outcome) && areUnseen(one.act, other.act)
}

/** Neither author knew the other's act. */
function areUnseen(one: Act, other: Act): boolean {
  return !isSeenBy(one, other) && !isSeenBy(other, one)
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
