import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Certification } from '../../shared/certification/certification.ts'
import type { BookedDossier, BookedProcedure } from '../../shared/dossiers/booked-dossier.ts'
import type { Life } from '../../shared/reports/life.ts'
import { isFileError, writeWhole } from '../journal/durable-file.ts'
import { sha256 } from '../journal/sha256.ts'
import type { LogPlace } from '../journal/walk-log.ts'
import { keptDossier, keptOf, type DossierHead, type KeptDossiers } from './kept-dossier.ts'
import { fromLifeColumns, toLifeColumns, type LifeColumns } from './life-columns.ts'

/** What the books were folded to, and up to where in each log. */
export interface Snapshot {
  readonly places: ReadonlyMap<string, LogPlace>
  readonly files: readonly LineFile[]
  /** How many lines were read into it. */
  readonly lineCount: number
  /**
   * Three numbers a line: the place of its file among `files`, its offset and its length in bytes.
   *
   * Only of subjects that are neither a dossier nor a visit here; those have their own.
   */
  readonly lines: ReadonlyMap<string, number[]>
  /** A few hundred serve tens of thousands of dossiers. Those of an earlier snapshot keep their places. */
  readonly procedures: readonly BookedProcedure[]
  /** Most of each is read when it is looked at. */
  readonly dossiers: ReadonlyMap<string, BookedDossier>
  /** Read when they are asked for. */
  readonly visits: () => readonly KeptVisit[]
}

export interface KeptVisit {
  readonly lines: number[]
  readonly visit: Certification
}

/** A day file of a log. */
export interface LineFile {
  readonly device: string
  readonly file: string
}

/** What is to be written down of the books. */
export interface ToKeep extends Omit<Snapshot, 'visits'> {
  /** Of every subject but dossiers that are as an earlier snapshot has them. */
  readonly lines: ReadonlyMap<string, number[]>
  readonly visits: ReadonlyMap<string, Certification>
  readonly lifeOf: (dossier: BookedDossier) => Life | undefined
}

/**
 * The first line after the sum. Behind it stand the lives of the dossiers, the visits, and each dossier with its lines, a line of JSON
 * each, so that nothing is read but what is asked for.
 */
interface Head {
  readonly v: 2
  readonly build: string
  readonly places: readonly (readonly [string, LogPlace])[]
  readonly files: readonly LineFile[]
  readonly lineCount: number
  readonly lines: readonly (readonly [string, number[]])[]
  readonly procedures: readonly BookedProcedure[]
  readonly subjects: readonly string[]
  /** Null where none was drawn. */
  readonly codes: readonly (string | null)[]
  readonly receivedAt: readonly string[]
  readonly setCounts: readonly number[]
  /** Bytes of each line behind this one, the LF included. */
  readonly lengths: readonly number[]
}

/** Lines behind the head that are no dossier. */
const LIVES = 0
const VISITS = 1
const FIRST_DOSSIER = 2

type WrittenVisit = readonly [number[], Certification]
type WrittenDossier = readonly [readonly number[], Omit<BookedDossier, 'procedure'> & { readonly procedure: number }]

/**
 * The snapshot beside the journal; undefined when it is missing, damaged in any byte or of another build of the program (rule J6).
 *
 * It holds only what stands in the journal, and no proof of a PIN.
 */
export async function readSnapshot(root: string, build: string): Promise<Snapshot | undefined> {
  const bytes = await readProven(pathOf(root))
  if (bytes === undefined) return undefined
  const headEnd = bytes.indexOf(LF)
  const head = JSON.parse(bytes.toString('utf8', 0, headEnd)) as Head
  if (head.v !== 2 || head.build !== build) return undefined
  const lineAt = linesBehind(bytes, headEnd + 1, head.lengths)
  const { places, files, lineCount, lines, procedures, subjects } = head
  const kept = keptDossiers(lineAt, procedures, subjects)
  return {
    places: new Map(places), files, lineCount, lines: new Map(lines), procedures,
    dossiers: new Map(subjects.map((subject, i) => [subject, keptDossier(dossierHead(head, subject, i), i, kept)])),
    visits: () => (parse(lineAt(VISITS)) as readonly WrittenVisit[]).map(([refs, visit]) => ({ lines: refs, visit })),
  }
}

function dossierHead({ codes, receivedAt, setCounts }: Head, subject: string, place: number): DossierHead {
  const code = codes[place] ?? undefined
  return { subject, receivedAt: receivedAt[place] ?? '', setCount: setCounts[place] ?? 0, ...(code === undefined ? {} : { code }) }
}

/** `lineAt` is the bytes of a line behind the head. */
function keptDossiers(
  lineAt: (place: number) => Buffer, procedures: readonly BookedProcedure[], subjects: readonly string[],
): KeptDossiers {
  let lives: readonly (Life | undefined)[] | undefined
  const bytes = (place: number): Buffer => lineAt(FIRST_DOSSIER + place)
  const written = (place: number): WrittenDossier => parse(bytes(place)) as WrittenDossier
  return {
    bytes,
    lines: place => written(place)[0],
    dossier: place => {
      const [, dossier] = written(place)
      return Object.assign(dossier, { procedure: procedures[dossier.procedure] })
    },
    life: place => (lives ??= fromLifeColumns(parse(lineAt(LIVES)) as LifeColumns, subjects))[place],
  }
}

/** Not flushed: lost in a power cut it is made again. False when the drive has no room or refuses. */
export async function writeSnapshot(root: string, build: string, snapshot: ToKeep): Promise<boolean> {
  try {
    await writeWhole(pathOf(root), bytesOf(build, snapshot))
    return true
  } catch (error) {
    if (!isFileError(error)) throw error
    await rm(`${pathOf(root)}.part`, { force: true })
    return false
  }
}

function bytesOf(build: string, { places, files, lineCount, lines, procedures, dossiers, visits, lifeOf }: ToKeep): Buffer {
  const placeOf = new Map(procedures.map((procedure, place) => [procedure, place]))
  const all = [...dossiers.values()]
  const behind = [
    lineOf(toLifeColumns(all.map(lifeOf))),
    lineOf([...visits.values()].map(visit => [lines.get(visit.subject) ?? [], visit])),
    ...all.map(dossier => {
      const [refs, kept] = [lines.get(dossier.subject), keptOf(dossier)]
      if (kept !== undefined && refs === undefined) return kept.bytes
      const whole = kept?.read() ?? dossier
      return lineOf([refs ?? [], { ...whole, procedure: placeOf.get(whole.procedure) }])
    }),
  ]
  const head: Head = {
    v: 2, build, places: [...places], files, lineCount, procedures,
    lines: [...lines].filter(([subject]) => !dossiers.has(subject) && !visits.has(subject)),
    subjects: all.map(({ subject }) => subject), codes: all.map(({ code }) => code ?? null),
    receivedAt: all.map(({ receivedAt }) => receivedAt), setCounts: all.map(({ setCount }) => setCount),
    lengths: behind.map(({ length }) => length),
  }
  const whole = Buffer.concat([Buffer.alloc(SUM_LENGTH + 1, LF), lineOf(head), ...behind])
  whole.write(sha256(whole.subarray(SUM_LENGTH + 1)), 'latin1')
  return whole
}

/** What stands behind the sum, when it is as the sum says. The sum is made of bytes: most of them never become a text. */
async function readProven(path: string): Promise<Buffer | undefined> {
  try {
    const bytes = await readFile(path)
    const content = bytes.subarray(SUM_LENGTH + 1)
    return bytes.toString('latin1', 0, SUM_LENGTH) === sha256(content) ? content : undefined
  } catch (error) {
    if (isFileError(error)) return undefined
    throw error
  }
}

/** The bytes of the lines from an offset on, by their place. */
function linesBehind(bytes: Buffer, from: number, lengths: readonly number[]): (place: number) => Buffer {
  const ends = new Float64Array(lengths.length)
  let end = from
  for (const [i, length] of lengths.entries()) ends[i] = end += length
  return place => bytes.subarray((ends[place] ?? 0) - (lengths[place] ?? 0), ends[place])
}

function lineOf(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`)
}

function parse(line: Buffer): unknown {
  return JSON.parse(line.toString())
}

const SUM_LENGTH = 64
const LF = 10

function pathOf(root: string): string {
  return join(root, 'books.json')
}
