import log from 'electron-log/node.js'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { redact, redactedError } from './redact.ts'

/** What the program says about itself, for a support person; never about people. */
export interface Log {
  /** A step worth knowing, in our own words. */
  readonly note: (sentence: string) => void
  /** A bug with its stack; the answer is the number to show on screen. */
  readonly bug: (error: unknown) => number
  /** A bug's stack from the window. */
  readonly windowBug: (stack: string) => number
}

const MAX_BYTES = 1024 * 1024

/** Opens the log in `program.log` of the folder; the file before it is kept as `program.old.log`. */
export function openLog(folder: string, now: () => number): Log {
  const journal = log.create({ logId: folder })
  journal.transports.file.resolvePathFn = () => join(folder, 'program.log')
  journal.transports.file.maxSize = MAX_BYTES
  journal.transports.console.level = false
  const nextNumber = bugNumbers(now)
  const bug = (text: string): number => {
    const number = nextNumber()
    journal.error(`bug ${number}: ${text}`)
    return number
  }
  return {
    note: sentence => { journal.info(redact(sentence)) },
    bug: error => bug(redactedError(error, homedir())),
    windowBug: stack => bug(`in the window: ${windowStack(stack)}`),
  }
}

/** Six digits that a clerk can read out on the telephone: the second of the day's fortnight, and never one twice in a run. */
function bugNumbers(now: () => number): () => number {
  let last = 0
  return () => {
    last = Math.max(last + 1, Math.floor(now() / 1000) % 1_000_000)
    return last
  }
}

/** Only the first line may hold a value; the frames below it name our own files. */
function windowStack(stack: string): string {
  const [message = '', ...frames] = stack.slice(0, 8000).split('\n')
  return [redact(message), ...frames.filter(line => /^\s+at /.test(line))].join('\n')
}
