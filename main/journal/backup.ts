import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Position } from '../../shared/acts/act.ts'
import { isFileError } from './durable-file.ts'
import { openLogFile, type LogFile } from './log-file.ts'
import { devicesIn } from './read-logs.ts'
import { readLines } from './read-lines.ts'
import { restoreLog } from './restore.ts'
import type { KnownLine } from './survey.ts'
import { startVerification } from './verify.ts'
import { LOG_START, logFiles, logSizes, readRawLine, walkLog, type LogPlace } from './walk-log.ts'

export interface BackupOptions {
  readonly root: string
  /** The folder the person chose: it holds a `journal/` of the same shape, usable as a data folder. */
  readonly copyRoot: string
  /** How far each log is on disk. */
  readonly places: () => ReadonlyMap<string, LogPlace>
  readonly witnesses: (device: string) => readonly KnownLine[]
  readonly onStateChanged: () => void
}

export type BackupState = 'whole' | 'behind' | 'missing'

/** The second copy: follows the journal after each flush and never holds up a save. */
export interface Backup {
  readonly state: () => BackupState
  /** The journal grew: copy when there is time. */
  readonly grew: () => void
  /** Checks every line of the copy and heals it from the journal; resolves to how many lines were put right. */
  readonly verify: () => Promise<number>
  /** Resolves when the copy holds what the journal held, or cannot be written. */
  readonly settled: () => Promise<void>
  readonly close: () => Promise<void>
}

/** How long a folder that could not be written is left alone. */
const TRY_AGAIN_MS = 10_000

export function startBackup({ root, copyRoot, places, witnesses, onStateChanged }: BackupOptions): Backup {
  const [from, to] = [join(root, 'journal'), join(copyRoot, 'journal')]
  const ends = new Map<string, LogPlace>()
  const files = new Map<string, LogFile>()
  let state: BackupState = 'behind'
  let isWanted = false
  let isClosed = false
  let timer: NodeJS.Timeout | undefined
  let work: Promise<unknown> = Promise.resolve()

  /** One thing at a time touches the copy. */
  function queue<T>(task: () => Promise<T>): Promise<T> {
    const next = work.then(task)
    work = next.catch(() => undefined)
    return next
  }

  function grew(): void {
    if (isWanted || isClosed) return
    isWanted = true
    void queue(async () => {
      isWanted = false
      if (!isClosed) await copyAll()
    })
  }

  async function copyAll(): Promise<void> {
    try {
      // A drive that is not there must not become a folder on another one.
      await stat(copyRoot)
      let isWhole = true
      for (const [device, place] of places()) isWhole = await copyLog(device, place) && isWhole
      setState(isWhole ? 'whole' : 'behind')
    } catch (error) {
      if (!isFileError(error)) throw error
      await letGo()
      setState(await isFolder(copyRoot) ? 'behind' : 'missing')
      clearTimeout(timer)
      if (!isClosed) timer = setTimeout(grew, TRY_AGAIN_MS).unref()
    }
  }

  /** Copies the lines behind the copy's end, each proved against the one before; false when the two do not join. */
  async function copyLog(device: string, place: LogPlace): Promise<boolean> {
    let end = ends.get(device) ?? await joinedEnd(device, place)
    if (end === undefined) return false
    const sealed = (await logFiles(join(from, device))).filter(file => file < place.file)
    const until = new Map([...sealed.map((file): [string, number] => [file, Number.POSITIVE_INFINITY]), [place.file, place.offset]])
    if (end.seq >= place.seq) return end.seq === place.seq
    for await (const lines of walkLog(join(from, device), end, until)) {
      const last = lines.at(-1)
      const name = last?.chained?.act.name
      if (last === undefined || name === undefined || lines.some(({ fault }) => fault !== undefined)) return false
      const file = await fileOf(device, last.file)
      if (file.size() !== lines[0]?.offset) return false
      await file.append(Buffer.from(lines.map(({ text = '' }) => `${text}\n`).join(''), 'utf8'))
      end = { file: last.file, offset: last.offset + last.length, length: last.length, seq: last.dueSeq, name }
      ends.set(device, end)
    }
    return end.seq >= place.seq
  }

  async function fileOf(device: string, name: string): Promise<LogFile> {
    const open = files.get(device)
    if (open?.path === join(to, device, name)) return open
    await open?.close()
    files.delete(device)
    const file = await openLogFile(join(to, device, name))
    files.set(device, file)
    return file
  }

  /** The end of the copy where the journal has the same line at the same place; healed once when it has not. */
  async function joinedEnd(device: string, place: LogPlace): Promise<LogPlace | undefined> {
    const isJoined = async (end: LogPlace): Promise<boolean> =>
      end.seq === 0 || (end.seq <= place.seq && await nameAt(join(from, device), end) === end.name)
    const end = await lastPlace(join(to, device))
    if (end !== undefined && await isJoined(end)) return end
    await heal(device)
    const healed = await lastPlace(join(to, device))
    return healed !== undefined && await isJoined(healed) ? healed : undefined
  }

  async function heal(device: string): Promise<number> {
    await letGo()
    return restoreLog({ root: copyRoot, device, target: to, sources: [from], witnesses: witnesses(device) })
  }

  async function letGo(): Promise<void> {
    for (const file of files.values()) await file.close().catch(() => undefined)
    files.clear()
    ends.clear()
  }

  async function verify(): Promise<number> {
    return queue(async () => {
      let healed = 0
      const logs = await Promise.all((await devicesIn(to)).map(async device =>
        ({ journalFolder: to, device, witnesses: [], until: await logSizes(join(to, device)) })))
      for (const { device, verdict } of await startVerification(logs, () => undefined).done) {
        if (verdict.kind === 'whole' || !places().has(device)) continue
        setState('behind')
        healed += await heal(device)
      }
      await copyAll()
      return healed
    })
  }

  function setState(next: BackupState): void {
    if (next === state) return
    state = next
    onStateChanged()
  }

  grew()
  return {
    state: () => state,
    grew,
    verify,
    settled: () => queue(async () => undefined),
    close: async () => {
      clearTimeout(timer)
      await queue(copyAll)
      isClosed = true
      await queue(letGo)
    },
  }
}

/** The newest line of each device's log in a folder, from its last bytes; what does not read is no witness. */
export async function headsIn(journalFolder: string): Promise<Position> {
  const heads: Position = {}
  for (const device of await devicesIn(journalFolder)) {
    const end = await lastPlace(join(journalFolder, device))
    if (end !== undefined && end.seq > 0) heads[device] = { seq: end.seq, name: end.name }
  }
  return heads
}

/** Where a log ends; undefined when its last line does not read. */
async function lastPlace(folder: string): Promise<LogPlace | undefined> {
  for (const file of [...await logFiles(folder)].reverse()) {
    let place: LogPlace | undefined
    let isEmpty = true
    for await (const lines of readLines(join(folder, file), await nearEnd(join(folder, file)))) {
      isEmpty = false
      const last = lines.at(-1)
      const read = last === undefined ? undefined : readRawLine(last)
      place = last === undefined || !last.isEnded || !read?.ok ? undefined
        : { file, offset: last.offset + last.length, length: last.length, seq: read.value.act.seq, name: read.value.act.name }
    }
    if (!isEmpty) return place
  }
  return LOG_START
}

const LAST_BYTES = 256 * 1024

async function nearEnd(path: string): Promise<number> {
  return Math.max(0, (await stat(path)).size - LAST_BYTES)
}

/** The name of the line that ends at this place of a log. */
async function nameAt(folder: string, { file, offset, length }: LogPlace): Promise<string | undefined> {
  for await (const lines of readLines(join(folder, file), offset - length, offset)) {
    const [line] = lines
    const read = line?.isEnded === true ? readRawLine(line) : undefined
    return read?.ok === true ? read.value.act.name : undefined
  }
  return undefined
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch (error) {
    if (isFileError(error)) return false
    throw error
  }
}
