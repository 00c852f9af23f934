import { readdir, readFile, rm, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { parseJson } from '../../../shared/base/json.ts'
import { flushFolder, isFileError, makeFolder, readIfThere, writeDurably } from '../../journal/durable-file.ts'
import { sha256 } from '../../journal/sha256.ts'
import type { RawPage } from '../drivers/driver.ts'
import { RunEnd, RunName } from './messages.ts'

/** For whom a run is; written before the scanner is touched. */
export const RunHead = Type.Object({
  run: RunName, device: Type.String(), desk: Type.String(), batch: Type.String(), at: Type.String(),
})
export type RunHead = Static<typeof RunHead>

export interface KeptSide {
  readonly n: number
  readonly about: { readonly dpi: number | null; readonly side: 'front' | 'back'; readonly isPhoto: boolean; readonly sha256: string }
  readonly bytes: Uint8Array
}

/**
 * What was scanned for other desks and is not yet theirs: `lent/<run>/NNNNNN`, one whole side a file, its nature in its first line.
 *
 * The folder is all there is to know: a kill at any moment leaves every side that came, and the next number.
 */
export interface Spool {
  readonly runs: () => readonly RunHead[]
  readonly find: (run: string) => RunHead | undefined
  readonly begin: (head: RunHead) => Promise<void>
  /** Resolves with its number (1…) when the side would survive a power cut (rule J5). */
  readonly keep: (run: string, raw: RawPage) => Promise<number>
  /** The first side after that number. */
  readonly after: (run: string, n: number) => Promise<KeptSide | undefined>
  /** The desk has these durably. While more may come the newest side stays, because its number says which is next. */
  readonly forget: (run: string, upTo: number) => Promise<void>
  readonly end: (run: string, end: RunEnd) => Promise<void>
  readonly endOf: (run: string) => RunEnd | undefined
  /** Sides that may still have to go to the desk. */
  readonly count: (run: string) => number
  readonly drop: (run: string) => Promise<void>
}

export async function openSpool(root: string): Promise<Spool> {
  const folder = join(root, 'lent')
  await makeFolder(folder)
  const runs = new Map<string, { readonly head: RunHead; numbers: number[]; end: RunEnd | undefined }>()
  for (const name of await readdir(folder)) {
    if (!Value.Check(RunName, name)) continue
    const head = parseJson(await readIfThere(join(folder, name, HEAD)) ?? '')
    const end = parseJson(await readIfThere(join(folder, name, END)) ?? '')
    // Cut off before the head was written: nothing was scanned for it yet.
    if (!Value.Check(RunHead, head) || head.run !== name) await rm(join(folder, name), { recursive: true })
    else runs.set(name, { head, numbers: await numbersIn(join(folder, name)), end: Value.Check(RunEnd, end) ? end : undefined })
  }
  const known = (run: string) => {
    const found = runs.get(run)
    if (found === undefined) throw new Error('A run was asked for that is not in the spool')
    return found
  }
  const pathOf = (run: string, n: number): string => join(folder, run, String(n).padStart(6, '0'))

  return {
    runs: () => [...runs.values()].map(({ head }) => head),
    find: run => runs.get(run)?.head,
    begin: async head => {
      await makeFolder(join(folder, head.run))
      await writeDurably(join(folder, head.run, HEAD), JSON.stringify(head))
      runs.set(head.run, { head, numbers: [], end: undefined })
    },
    keep: async (run, { bytes, dpi, side, isPhoto }) => {
      const { numbers } = known(run)
      const n = (numbers.at(-1) ?? 0) + 1
      const about = { dpi, side, isPhoto, sha256: sha256(bytes) }
      await writeDurably(pathOf(run, n), Buffer.concat([Buffer.from(`${JSON.stringify(about)}\n`), bytes]))
      numbers.push(n)
      return n
    },
    after: async (run, n) => {
      const next = runs.get(run)?.numbers.find(number => number > n)
      return next === undefined ? undefined : readSide(pathOf(run, next), next)
    },
    forget: async (run, upTo) => {
      const { numbers, end } = known(run)
      for (const n of numbers.filter(number => number <= upTo && (end !== undefined || number !== numbers.at(-1)))) {
        numbers.splice(numbers.indexOf(n), 1)
        await unlink(pathOf(run, n))
      }
    },
    end: async (run, end) => {
      const ended = known(run)
      try {
        await writeDurably(join(folder, run, END), JSON.stringify(end))
      } finally {
        // On a full disk the desk is told all the same.
        ended.end = end
      }
    },
    endOf: run => runs.get(run)?.end,
    count: run => runs.get(run)?.numbers.length ?? 0,
    drop: async run => {
      runs.delete(run)
      // The head goes last: a cut in between leaves a run that is known, ended and empty.
      for (const n of await numbersIn(join(folder, run))) await unlink(pathOf(run, n))
      await rm(join(folder, run), { recursive: true, force: true })
      await flushFolder(folder)
    },
  }
}

const HEAD = 'run.json'
const END = 'end.json'
const NUMBER = /^\d{6}$/

async function numbersIn(folder: string): Promise<number[]> {
  try {
    return (await readdir(folder)).filter(name => NUMBER.test(name)).map(Number).sort((one, other) => one - other)
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return []
    throw error
  }
}

async function readSide(path: string, n: number): Promise<KeptSide> {
  const content = await readFile(path)
  const line = content.indexOf(10)
  const about = parseJson(content.toString('utf8', 0, Math.max(line, 0)))
  if (!Value.Check(About, about)) throw new Error('A lent side on disk has lost its first line')
  return { n, about, bytes: content.subarray(line + 1) }
}

const About = Type.Object({
  dpi: Type.Union([Type.Number(), Type.Null()]), side: Type.Union([Type.Literal('front'), Type.Literal('back')]),
  isPhoto: Type.Boolean(), sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
})
