/** An Electron that runs on this machine. */
export interface RunnableElectron {
  /** The executable. */
  readonly path: string
  readonly folder: string
  readonly version: string
}
