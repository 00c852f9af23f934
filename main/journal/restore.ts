import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BEFORE_FIRST } from '../../shared/acts/act.ts'
import type { ChainedAct } from '../../shared/acts/chain.ts'
import { isFileError, makeFolder, writeDurably } from './durable-file.ts'
import { readLines } from './read-lines.ts'
import type { KnownLine } from './survey.ts'
import { keepAside } from './torn.ts'
import { logFiles, readRawLine } from './walk-log.ts'

export interface LogToRestore {
  /** Where `torn/` lies: what is replaced is kept there. */
  readonly root: string
  readonly device: string
  /** The journal folder to heal. */
  readonly target: string
  /** Other journal folders that may hold the lines. */
  readonly sources: readonly string[]
  readonly witnesses: readonly KnownLine[]
}

/**
 * Heals a log line by line from its other copies (rule J3); returns how many lines were put right.
 *
 * Each line finds its place by its seq and by the name its neighbours give it, so the copies may each be
 * damaged elsewhere. Where no copy has a line, what stood there stays. Replaced files are kept in `torn/`.
 */
export async function restoreLog({ root, device, target, sources, witnesses }: LogToRestore): Promise<number> {
  try {
    const own = await readCopy(join(target, device), true)
    const others = await Promise.all(sources.map(source => readCopy(join(source, device), false)))
    const chosen = chooseLines([own, ...others].flatMap(linesOf), witnesses)
    const contents = toContents(chosen, own)
    let changed = 0
    for (const file of [...new Set([...own.bytesByFile.keys(), ...contents.keys()])].sort()) {
      const before = own.bytesByFile.get(file)
      const after = Buffer.concat(contents.get(file) ?? [])
      if (before?.equals(after) === true) continue
      await makeFolder(join(target, device))
      if (before !== undefined) await keepAside(root, device, file, 0, before)
      await writeDurably(join(target, device, file), after)
      changed += 1
    }
    const held = new Set(linesOf(own).map(({ name }) => name))
    return changed === 0 ? 0 : Math.max(changed, chosen.filter(({ name }) => !held.has(name)).length)
  } catch (error) {
    // No room, or the second copy was pulled out: nothing is healed now, everything still lies where it lay.
    if (isFileError(error)) return 0
    throw error
  }
}

interface FoundLine {
  readonly seq: number
  readonly name: string
  readonly prev: string
  readonly file: string
  readonly bytes: Buffer
  readonly isOwn: boolean
}

/** One copy of a log, as it lies. */
interface Copy {
  readonly pieces: readonly { readonly file: string; readonly bytes: Buffer; readonly line: FoundLine | undefined }[]
  readonly bytesByFile: ReadonlyMap<string, Buffer>
}

async function readCopy(folder: string, isOwn: boolean): Promise<Copy> {
  const pieces: Copy['pieces'][number][] = []
  const bytesByFile = new Map<string, Buffer>()
  for (const file of await logFiles(folder)) {
    const path = join(folder, file)
    const all = await readFile(path)
    bytesByFile.set(file, all)
    for await (const lines of readLines(path)) {
      for (const raw of lines) {
        const read = readRawLine(raw)
        const bytes = all.subarray(raw.offset, raw.offset + raw.length)
        const whole = raw.isEnded ? bytes : Buffer.concat([bytes, LF])
        const line = read.ok ? toFound(read.value, file, whole, isOwn) : undefined
        pieces.push({ file, bytes, line })
      }
    }
  }
  return { pieces, bytesByFile }
}

function toFound({ act: { seq, name }, prev }: ChainedAct, file: string, bytes: Buffer, isOwn: boolean): FoundLine {
  return { seq, name, prev, file, bytes, isOwn }
}

function linesOf({ pieces }: Copy): readonly FoundLine[] {
  return pieces.flatMap(({ line }) => line ?? [])
}

const LF = Buffer.from('\n')

/** For each seq the line whose name the most neighbours and witnesses confirm; seqs without one are left out. */
function chooseLines(found: readonly FoundLine[], witnesses: readonly KnownLine[]): readonly FoundLine[] {
  const bySeq = Map.groupBy(found, ({ seq }) => seq)
  const known = new Map(witnesses.map(({ seq, name }) => [seq, name]))
  const follows = ({ seq, prev }: FoundLine): boolean =>
    seq === 1 ? prev === BEFORE_FIRST : (bySeq.get(seq - 1) ?? []).some(({ name }) => name === prev)
  const isNamedNext = ({ seq, name }: FoundLine): boolean => (bySeq.get(seq + 1) ?? []).some(({ prev }) => prev === name)
  const anchored = (line: FoundLine): boolean => known.get(line.seq) === line.name || follows(line) || isNamedNext(line)
  const last = found.filter(anchored).reduce((newest, { seq }) => Math.max(newest, seq), Math.max(0, ...known.keys()))
  const chosen: FoundLine[] = []
  for (const seq of [...bySeq.keys()].filter(seq => seq <= last).sort((one, other) => one - other)) {
    const before = chosen.at(-1)
    const prevDue = seq === 1 ? BEFORE_FIRST : before?.seq === seq - 1 ? before.name : undefined
    const weight = (line: FoundLine): number => {
      const isKnown = known.get(seq) === line.name
      return (isKnown ? 16 : 0) + (line.prev === prevDue ? 8 : 0) + (isNamedNext(line) ? 4 : 0) + (line.isOwn ? 1 : 0)
    }
    const best = [...bySeq.get(seq) ?? []].sort((one, other) => weight(other) - weight(one))[0]
    if (best !== undefined) chosen.push(best)
  }
  return withFiles(chosen, bySeq)
}

/** Gives each line the day file the other copies keep it in, so that all lie alike, and never one later than the line behind it. */
function withFiles(chosen: readonly FoundLine[], bySeq: ReadonlyMap<number, readonly FoundLine[]>): readonly FoundLine[] {
  const files = chosen.map(line => bySeq.get(line.seq)?.find(({ name, isOwn }) => name === line.name && !isOwn)?.file ?? line.file)
  for (let at = files.length - 2; at >= 0; at -= 1) files[at] = least(files[at] ?? '', files[at + 1] ?? '')
  return chosen.map((line, at) => ({ ...line, file: files[at] ?? line.file }))
}

function least(one: string, other: string): string {
  return one < other ? one : other
}

/** The bytes of each file. What is no line, or one that nothing confirms, stays where none was found for its place. */
function toContents(chosen: readonly FoundLine[], own: Copy): ReadonlyMap<string, readonly Buffer[]> {
  const seqByName = new Map(chosen.map(({ seq, name }) => [name, seq]))
  const seqs = new Set(seqByName.values())
  const keptBehind = new Map<number, { readonly file: string; readonly bytes: Buffer }[]>()
  let behind = 0
  for (const { file, bytes, line } of own.pieces) {
    const seq = line === undefined ? undefined : seqByName.get(line.name)
    if (seq !== undefined) behind = seq
    else if (!seqs.has(behind + 1) && (line === undefined || !seqs.has(line.seq))) {
      keptBehind.set(behind, [...keptBehind.get(behind) ?? [], { file, bytes }])
    }
  }
  const contents = new Map<string, Buffer[]>([...own.bytesByFile.keys()].map(file => [file, []]))
  for (const { file, bytes } of [...keptBehind.get(0) ?? [], ...chosen.flatMap(line => [line, ...keptBehind.get(line.seq) ?? []])]) {
    const pieces = contents.get(file)
    if (pieces === undefined) contents.set(file, [bytes])
    else pieces.push(bytes)
  }
  return contents
}
