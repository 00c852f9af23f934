/** What every fault rig is given: how often, from which seed, and where to say how far it is. */
export interface RigOptions {
  readonly runs: number
  readonly seed: number
  readonly say: (line: string) => void
  /** The time that was given is over: the rig of scanning then ends with what it has, and says how many that were. */
  readonly isOver?: () => boolean
}

/** Runs to the end and returns the figures of its last line. */
export type Rig = (options: RigOptions) => Promise<Readonly<Record<string, number>>>
