import { join } from 'node:path'
import type { Act } from '../../shared/acts/act.ts'
import { readLine } from '../../shared/acts/chain.ts'
import { upcast } from '../../shared/acts/upcast.ts'
import { dayOfInstant } from '../../shared/base/day.ts'
import { failure, success, type Result } from '../../shared/base/result.ts'
import { isFileError } from './durable-file.ts'
import { openLogFile, type LogFile } from './log-file.ts'
import type { SavedAct } from './own-log.ts'
import type { ReceiveProblem } from './problems.ts'
import { sha256 } from './sha256.ts'
import { LOG_START, type LogPlace } from './walk-log.ts'

export interface OtherLogsOptions {
  /** `journal/` */
  readonly folder: string
  readonly placeOf: (device: string) => LogPlace | undefined
  readonly onReceived: (saved: readonly SavedAct[]) => void
}

/** The logs of other devices and of the city, as they arrive (rule S1). */
export interface OtherLogs {
  /** Resolves once the lines are on disk; what is there already changes nothing. */
  readonly receive: (device: string, lines: readonly string[]) => Promise<Result<null, ReceiveProblem>>
  readonly close: () => Promise<void>
}

interface Proved {
  readonly act: Act
  readonly bytes: Buffer
  readonly more: number
}

/**
 * Writes what arrives behind what is there: each line proved by itself and by the one before (rule J1).
 *
 * Lines of one append arrive together or wait: the last ones are left out until the append is whole, so that an act never
 * stands here without its fellows (rule L18).
 */
export function openOtherLogs({ folder, placeOf, onReceived }: OtherLogsOptions): OtherLogs {
  const files = new Map<string, LogFile>()
  let last: Promise<unknown> = Promise.resolve()

  async function take(device: string, lines: readonly string[]): Promise<Result<null, ReceiveProblem>> {
    const place = placeOf(device) ?? LOG_START
    const proved = prove(device, lines, place)
    const whole = proved.acts.slice(0, proved.acts.findLastIndex(({ more }) => more === 0) + 1)
    try {
      let file = place.file
      for (let from = 0; from < whole.length;) {
        // Files stay in the order of the chain, whatever clock a line was written by.
        file = laterOf(file, fileNameOf(whole[from]))
        let until = from + 1
        while (until < whole.length && laterOf(file, fileNameOf(whole[until])) === file) until += 1
        await write(device, file, whole.slice(from, until))
        from = until
      }
    } catch (error) {
      if (!isFileError(error)) throw error
      await letGo(device)
      return failure({ code: 'journal/receive-failed', device })
    }
    return proved.problem === undefined ? success(null) : failure(proved.problem)
  }

  async function write(device: string, name: string, proved: readonly Proved[]): Promise<void> {
    const file = await fileOf(device, name)
    const start = file.size()
    await file.append(Buffer.concat(proved.map(({ bytes }) => bytes)))
    let offset = start
    onReceived(proved.map(({ act, bytes }) => {
      const ref = { device, seq: act.seq, file: name, offset, length: bytes.length }
      offset += bytes.length
      return { act, ref }
    }))
  }

  async function fileOf(device: string, name: string): Promise<LogFile> {
    const path = join(folder, device, name)
    const open = files.get(device)
    if (open?.path === path) return open
    await letGo(device)
    const file = await openLogFile(path)
    files.set(device, file)
    return file
  }

  async function letGo(device: string): Promise<void> {
    const file = files.get(device)
    files.delete(device)
    await file?.cutBack().catch(() => undefined)
    await file?.close()
  }

  return {
    receive: (device, lines) => {
      const taken = last.then(() => take(device, lines))
      last = taken.catch(() => undefined)
      return taken
    },
    close: async () => {
      await last
      for (const device of [...files.keys()]) await letGo(device)
    },
  }
}

/** The lines that follow what is held, up to the first that does not. */
function prove(
  device: string, lines: readonly string[], place: Pick<LogPlace, 'seq' | 'name'>,
): { readonly acts: readonly Proved[], readonly problem?: ReceiveProblem } {
  const acts: Proved[] = []
  let head = place
  for (const line of lines) {
    const read = readLine(line, sha256)
    if (!read.ok || line.includes('\n') || read.value.act.device !== device) return { acts, problem: { code: 'journal/line-broken', device } }
    const { act, prev, more } = read.value
    if (act.seq < head.seq) continue
    if (act.seq === head.seq) {
      if (act.name !== head.name) return { acts, problem: { code: 'journal/line-fork', device, seq: act.seq } }
      continue
    }
    if (act.seq > head.seq + 1) return { acts, problem: { code: 'journal/line-gap', device, seq: head.seq + 1 } }
    if (prev !== head.name) return { acts, problem: { code: 'journal/line-fork', device, seq: act.seq } }
    head = act
    acts.push({ act: upcast(act), bytes: Buffer.from(`${line}\n`, 'utf8'), more })
  }
  return { acts }
}

function fileNameOf(proved: Proved | undefined): string {
  return proved === undefined ? '' : `${dayOfInstant(proved.act.at)}.ndjson`
}

function laterOf(one: string, other: string): string {
  return one > other ? one : other
}
