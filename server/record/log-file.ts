import { open, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parseJson } from '../../shared/base/json.ts'
import type { LineBatch, LogHead, RecordedLine } from './record.ts'
import { flushFolder } from './durable.ts'

/** One log's file: batches, each a note (`#` and JSON: when, from whom, signed how) and then its lines. */
export interface LogFile {
  readonly head: () => LogHead
  /** Resolves when the batch is flushed. Only one at a time, which the caller sees to. */
  readonly append: (batch: LineBatch) => Promise<void>
  readonly read: (seq: number, bytes: number) => Promise<readonly RecordedLine[]>
  /** The batch whose first line is the one after `seq`. */
  readonly batchAfter: (seq: number) => Promise<LineBatch | undefined>
  readonly close: () => Promise<void>
}

/** Written before the lines of a batch, in the same write. */
interface BatchNote {
  readonly count: number
  readonly head: LogHead
  readonly pushedBy: string
  readonly signature: string
  readonly receivedAt: string
}

interface BatchPlace {
  readonly firstSeq: number
  /** Bytes from the beginning of the file to the note. */
  readonly start: number
  readonly end: number
}

/**
 * Opens or makes the file. A last batch that was never written out was never answered, and is cut off. Damage with anything
 * behind it is never cut: it throws, and nothing is answered from this log until it was restored.
 */
export async function openLogFile(path: string): Promise<LogFile> {
  const handle = await openOrMake(path)
  const places: BatchPlace[] = []
  let head: LogHead = { seq: 0, name: '0'.repeat(64) }
  let size = 0
  for await (const { note, end } of batchesIn(handle)) {
    places.push({ firstSeq: note.head.seq - note.count + 1, start: size, end })
    head = note.head
    size = end
  }
  const behind = (await handle.stat()).size - size
  if (behind > 0) {
    const bytes = Buffer.alloc(behind)
    await handle.read({ buffer: bytes, position: size })
    if (!isTorn(bytes)) {
      await handle.close()
      throw new Error(`${path} is damaged behind byte ${String(size)}`)
    }
    await handle.truncate(size)
    await handle.datasync()
  }
  return {
    head: () => head,
    append: async batch => {
      const { lines, head: next, pushedBy, signature, receivedAt } = batch
      const note: BatchNote = { count: lines.length, head: next, pushedBy, signature, receivedAt }
      const bytes = Buffer.from(`#${JSON.stringify(note)}\n${lines.join('\n')}\n`, 'utf8')
      try {
        await writeWhole(handle, bytes, size)
        await handle.datasync()
      } catch (error) {
        // What a failed write left is cut off, so that the next batch does not stand behind half a one.
        await handle.truncate(size)
        throw error
      }
      places.push({ firstSeq: next.seq - lines.length + 1, start: size, end: size + bytes.length })
      size += bytes.length
      head = next
    },
    read: (seq, bytes) => readAfter(handle, places, seq, bytes),
    batchAfter: async seq => {
      const place = places[firstAfter(places, seq)]
      if (place?.firstSeq !== seq + 1) return undefined
      const { note: { head: last, pushedBy, signature, receivedAt }, lines } = await batchAt(handle, place)
      return { lines, head: last, pushedBy, signature, receivedAt }
    },
    close: () => handle.close(),
  }
}

/**
 * Whether this is the beginning of one batch whose write was cut: half a note, or a note and fewer lines than it counts, or bytes
 * the file system had not filled yet. Anything else stood there whole once.
 */
function isTorn(bytes: Buffer): boolean {
  const end = bytes.indexOf(LF)
  if (end < 0) return true
  const note = noteIn(bytes.subarray(0, end))
  const lines = bytes.subarray(end + 1).filter(byte => byte === LF).length
  return note === undefined ? bytes.every(byte => byte === 0) : lines < note.count
}

async function openOrMake(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r+')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    const handle = await open(path, 'wx+', 0o600)
    await flushFolder(dirname(path))
    return handle
  }
}

async function writeWhole(handle: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let start = 0; start < bytes.length;) start += (await handle.write(bytes, start, bytes.length - start, at + start)).bytesWritten
}

/** The whole batches from the beginning on; ends before the first that is not. */
async function* batchesIn(handle: FileHandle): AsyncGenerator<{ readonly note: BatchNote, readonly end: number }> {
  let at = 0
  let note: BatchNote | undefined
  let lines = 0
  let rest = Buffer.alloc(0)
  for (let from = 0; ;) {
    const { bytesRead, buffer } = await handle.read({ buffer: Buffer.allocUnsafe(SCAN_BYTES), position: from })
    if (bytesRead === 0) return
    from += bytesRead
    const bytes = Buffer.concat([rest, buffer.subarray(0, bytesRead)])
    let start = 0
    for (let end = bytes.indexOf(LF, start); end >= 0; end = bytes.indexOf(LF, start)) {
      if (note === undefined) {
        note = noteIn(bytes.subarray(start, end))
        if (note === undefined) return
        lines = 0
      } else {
        lines += 1
      }
      start = end + 1
      if (note.count === lines) {
        yield { note, end: at + start }
        note = undefined
      }
    }
    at += start
    rest = bytes.subarray(start)
  }
}

function noteIn(line: Buffer): BatchNote | undefined {
  return line[0] === NOTE ? parseJson(line.toString('utf8', 1)) as BatchNote | undefined : undefined
}

async function readAfter(handle: FileHandle, places: readonly BatchPlace[], seq: number, bytes: number): Promise<readonly RecordedLine[]> {
  const found: RecordedLine[] = []
  let taken = 0
  for (let place = firstAfter(places, seq); place < places.length; place += 1) {
    const { firstSeq } = places[place] as BatchPlace
    const { note: { receivedAt }, lines } = await batchAt(handle, places[place] as BatchPlace)
    for (const [offset, line] of lines.entries()) {
      if (firstSeq + offset <= seq) continue
      taken += Buffer.byteLength(line)
      if (found.length > 0 && taken > bytes) return found
      found.push({ seq: firstSeq + offset, line, receivedAt })
    }
  }
  return found
}

async function batchAt(
  handle: FileHandle, { start, end }: BatchPlace,
): Promise<{ readonly note: BatchNote, readonly lines: readonly string[] }> {
  const text = Buffer.allocUnsafe(end - start)
  await handle.read({ buffer: text, position: start })
  const [noteText = '', ...lines] = text.toString('utf8').slice(0, -1).split('\n')
  return { note: JSON.parse(noteText.slice(1)) as BatchNote, lines }
}

/** The batch that holds the line after `seq`: the last that begins at or before it. */
function firstAfter(places: readonly BatchPlace[], seq: number): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] as BatchPlace).firstSeq <= seq + 1) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

const SCAN_BYTES = 1 << 20
const LF = 0x0a
const NOTE = 0x23
