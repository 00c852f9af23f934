import type { Act } from '../../shared/acts/act.ts'

/**
 * Something small the desk must know before the first act of the day, kept up to date act by act.
 *
 * Its state is kept in the checkpoint as JSON; a change of its shape or meaning is a new `version`.
 * `apply` never throws and never changes the state it was given. Acts of one device come in their order; those of different
 * devices in any, as they arrive, and the state says the same in the end.
 */
export interface Fold<State = unknown> {
  readonly name: string
  readonly version: number
  readonly initial: State
  apply(state: State, act: Act): State
}

export interface FoldStates {
  /** With the acts that are stamped and on their way to the disk: two decisions in a row never draw the same number. */
  readonly current: <State>(fold: Fold<State>) => State
  readonly stamped: (act: Act) => void
  readonly saved: (act: Act) => void
  /** Another device's act, which is on disk already. */
  readonly received: (act: Act) => void
  /** What was stamped was not saved: back to what is on disk. */
  readonly takeBack: () => void
  /** For the checkpoint: only what is on disk. */
  readonly snapshot: () => FoldSnapshot
}

export type FoldSnapshot = Readonly<Record<string, { readonly version: number; readonly state: unknown }>>

export function newFoldStates(folds: readonly Fold[], from: FoldSnapshot): FoldStates {
  const onDisk = new Map(folds.map(fold => [fold.name, isKnown(fold, from) ? from[fold.name]?.state : fold.initial]))
  let stamped = new Map(onDisk)
  const step = (states: Map<string, unknown>, act: Act): void => {
    for (const fold of folds) states.set(fold.name, fold.apply(states.get(fold.name), act))
  }
  return {
    current: <State>(fold: Fold<State>): State => {
      if (!stamped.has(fold.name)) throw new Error(`The journal was not opened with the fold ${fold.name}`)
      return stamped.get(fold.name) as State
    },
    stamped: act => step(stamped, act),
    saved: act => step(onDisk, act),
    received: act => {
      step(onDisk, act)
      step(stamped, act)
    },
    takeBack: () => {
      stamped = new Map(onDisk)
    },
    snapshot: () => Object.fromEntries(folds.map(({ name, version }) => [name, { version, state: onDisk.get(name) }])),
  }
}

/** Whether the snapshot holds this fold in the version the program has today. */
export function isKnown(fold: Fold, snapshot: FoldSnapshot): boolean {
  return snapshot[fold.name]?.version === fold.version
}
