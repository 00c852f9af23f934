import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const CERTIFIER = join(import.meta.dirname, '../builders/certify-for-ever.ts')

/** What a process that certified was answered before it was killed. */
export interface Answered {
  /** `<device>.<kind>.<year> <number>` */
  readonly numbers: readonly string[]
  /** Commands that were refused, by the problem's code. */
  readonly refused: readonly string[]
}

export interface CertifyingRun {
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

/** Certifies in a process of its own until it is killed with SIGKILL. */
export function certifyUntilKilled({ root, at, seed, untilNumbers, untilRefused = 50, largestFile }: CertifyingRun): Promise<Answered> {
  const command = [process.execPath, CERTIFIER, root, at, String(seed)]
  const [file = '', ...args] = largestFile === undefined ? command : ['prlimit', `--fsize=${String(largestFile)}`, ...command]
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    const [numbers, refused]: [string[], string[]] = [[], []]
    createInterface({ input: child.stdout }).on('line', line => {
      const told = JSON.parse(line) as { readonly numbers?: readonly string[]; readonly refused?: string }
      numbers.push(...told.numbers ?? [])
      if (told.refused !== undefined) refused.push(told.refused)
      if (numbers.length >= untilNumbers || refused.length >= untilRefused) child.kill('SIGKILL')
    })
    child.once('error', reject)
    child.once('close', code => {
      if (code === null) resolve({ numbers, refused })
      else reject(new Error(`A process that certifies ended by itself with ${String(code)}`))
    })
  })
}
