import { join } from 'node:path'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { dayOfInstant } from '../../shared/base/day.ts'
import { parseJson } from '../../shared/base/json.ts'
import { hasBeenSeen } from '../../shared/papers/doubts.ts'
import type { CoverSheet } from '../../shared/papers/cover-sheet.ts'
import type { PrintedCover } from '../../shared/papers/stack.ts'
import { makeFolder, readIfThere, writeDurably } from '../journal/durable-file.ts'
import { openLogFile } from '../journal/log-file.ts'

/**
 * The cover sheets of today that lie somewhere in the office: printed, and not yet come through the scanner.
 *
 * One that is missing after its stack went through may lie hidden in it. Kept beside the batches, so that a restart forgets none;
 * those of an earlier day are no longer waited for.
 */
export interface PrintedCovers {
  /** Resolves when it is on disk. */
  readonly printed: (covers: readonly PrintedCover[]) => Promise<void>
  /** These came. */
  readonly seen: (covers: readonly CoverSheet[]) => void
  /** The dossier got pages by another way: nobody needs its cover sheets now. */
  readonly settled: (subject: string) => void
  /** Printed before this instant and not come since. */
  readonly waitingAt: (instant: string) => readonly PrintedCover[]
  /** Resolves when everything said so far is on disk, or was reported. */
  readonly written: () => Promise<void>
}

const Line = Type.Object({
  what: Type.Union([Type.Literal('printed'), Type.Literal('came')]),
  at: Type.String({ maxLength: 30 }), subject: Type.String({ maxLength: 80 }), code: Type.String({ maxLength: 40 }),
  paper: Type.Union([Type.String({ maxLength: 100 }), Type.Null()]),
})
type Line = Static<typeof Line>

export interface PrintedTools {
  readonly root: string
  /** UTC ms. */
  readonly now: () => number
  readonly report: (error: unknown) => void
}

export async function openPrintedCovers({ root, now, report }: PrintedTools): Promise<PrintedCovers> {
  const at = (): string => new Date(now()).toISOString()
  const folder = join(root, 'scans')
  await makeFolder(folder)
  const path = join(folder, 'printed-covers')
  const waiting = new Map((await readToday(path, dayOfInstant(at()))).map(line => [keyOf(line), line]))
  await writeDurably(path, Buffer.from([...waiting.values()].map(toText).join('')))
  let last: Promise<unknown> = Promise.resolve()

  /** One writer at a time; a line is short and seldom, so the file is not held open. */
  function append(lines: readonly Line[]): Promise<void> {
    const written = last.then(() => appendTo(path, Buffer.from(lines.map(toText).join(''))))
    last = written.catch(report)
    return written
  }

  function drop(isOver: (cover: PrintedCover) => boolean): void {
    const over = [...waiting.values()].filter(isOver)
    if (over.length === 0) return
    for (const line of over) waiting.delete(keyOf(line))
    void append(over.map(line => ({ ...line, what: 'came', at: at() }))).catch(() => undefined)
  }

  return {
    printed: async covers => {
      const lines = covers.map(({ subject, code, paper }): Line => ({ what: 'printed', at: at(), subject, code, paper }))
      for (const line of lines) waiting.set(keyOf(line), line)
      await append(lines)
    },
    seen: covers => { drop(cover => hasBeenSeen(cover, covers)) },
    settled: subject => { drop(cover => cover.subject === subject) },
    waitingAt: instant => [...waiting.values()]
      .filter(line => line.at < instant && dayOfInstant(line.at) === dayOfInstant(instant))
      .map(({ subject, code, paper }) => ({ subject, code, paper })),
    written: async () => { await last },
  }
}

async function appendTo(path: string, bytes: Buffer): Promise<void> {
  const file = await openLogFile(path)
  try {
    await file.append(bytes)
  } catch (error) {
    await file.cutBack()
    throw error
  } finally {
    await file.close()
  }
}

async function readToday(path: string, today: string): Promise<readonly Line[]> {
  const waiting = new Map<string, Line>()
  for (const text of (await readIfThere(path) ?? '').split('\n')) {
    const line = parseJson(text)
    if (!Value.Check(Line, line) || dayOfInstant(line.at) !== today) continue
    if (line.what === 'printed') waiting.set(keyOf(line), line)
    else waiting.delete(keyOf(line))
  }
  return [...waiting.values()]
}

function keyOf({ subject, paper }: PrintedCover): string {
  return `${subject} ${paper ?? ''}`
}

function toText(line: Line): string {
  return `${JSON.stringify(line)}\n`
}
