import { join, resolve } from 'node:path'

/** Where one run of the program keeps everything. */
export interface Places {
  /** The data folder: what a second copy, a support person or a test looks at. */
  readonly root: string
  readonly isTraining: boolean
  /** The window's own storage (RxDB, drafts): disposable (rule J6). */
  readonly window: string
  readonly logs: string
}

/** What the choice of a data folder depends on. */
export interface Start {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  /** Where programs keep their files for this person, e.g. `%APPDATA%`. */
  readonly appFolder: string
}

/**
 * The one choice of the data folder: `--data-dir=`, else MOT_CUA_DATA, else the program's place in the person's profile.
 *
 * Training (tập huấn) is another root under it, so nothing that runs on it can touch the real journal.
 */
export function choosePlaces({ args, env, appFolder }: Start): Places {
  const named = args.find(arg => arg.startsWith(DATA_DIR))?.slice(DATA_DIR.length)
  const base = resolve(named || env['MOT_CUA_DATA'] || join(appFolder, 'mot-cua'))
  const isTraining = args.includes(TRAINING)
  const root = isTraining ? join(base, 'training') : base
  return { root, isTraining, window: join(root, 'window'), logs: join(root, 'logs') }
}

/** The arguments that start the program again on the training root, or back on the real one. */
export function argumentsFor(args: readonly string[], isTraining: boolean): string[] {
  const rest = args.filter(arg => arg !== TRAINING)
  return isTraining ? [...rest, TRAINING] : rest
}

const DATA_DIR = '--data-dir='
const TRAINING = '--training'
