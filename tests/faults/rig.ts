/** What every fault rig is given: how often, from which seed, and where to say how far it is. */
export interface RigOptions {
  readonly runs: number
  readonly seed: number
  readonly say: (line: string) => void
}

/** Runs to the end and returns the figures of its last line. */
export type Rig = (options: RigOptions) => Promise<Readonly<Record<string, number>>>
