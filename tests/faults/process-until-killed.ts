import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** What a process that worked was answered before it was killed. */
export interface Answered {
  /** As the process names them, in the order they were told. */
  readonly numbers: readonly string[]
  /** Commands that were refused, by the problem's code. */
  readonly refused: readonly string[]
  /** When the last of what it was told happened, UTC; the hour it was given where it was told nothing. */
  readonly lastAt: string
}

export interface KilledRun {
  readonly root: string
  /** UTC, ISO. */
  readonly at: string
  readonly seed: number
  /** Killed once it has been told of so many numbers, or refused so often. */
  readonly untilNumbers: number
  readonly untilRefused?: number
  /** Bytes no file may grow beyond: the drive says no in the middle of a write. */
  readonly largestFile?: number
}

/** Lets a desk of `tests/builders` work in a process of its own until it is killed with SIGKILL. */
export function workUntilKilled(
  desk: 'certify-for-ever' | 'receive-for-ever', { root, at, seed, untilNumbers, untilRefused = 50, largestFile }: KilledRun,
): Promise<Answered> {
  const command = [process.execPath, join(import.meta.dirname, `../builders/${desk}.ts`), root, at, String(seed)]
  const [file = '', ...args] = largestFile === undefined ? command : ['prlimit', `--fsize=${String(largestFile)}`, ...command]
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    const [numbers, refused]: [string[], string[]] = [[], []]
    let lastAt = at
    createInterface({ input: child.stdout }).on('line', line => {
      const told = JSON.parse(line) as { readonly numbers?: readonly string[]; readonly refused?: string; readonly at?: string }
      numbers.push(...told.numbers ?? [])
      lastAt = told.at ?? lastAt
      if (told.refused !== undefined) refused.push(told.refused)
      if (numbers.length >= untilNumbers || refused.length >= untilRefused) child.kill('SIGKILL')
    })
    child.once('error', reject)
    child.once('close', code => {
      if (code === null) resolve({ numbers, refused, lastAt })
      else reject(new Error(`A desk that works for ever ended by itself with ${String(code)}`))
    })
  })
}
