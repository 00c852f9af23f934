import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Certification } from '../../shared/certification/certification.ts'
import type { BookedDossier, BookedProcedure } from '../../shared/dossiers/booked-dossier.ts'
import { isFileError, writeWhole } from '../journal/durable-file.ts'
import { writeSummed } from '../journal/heads-file.ts'
import { sha256 } from '../journal/sha256.ts'
import type { LogPlace } from '../journal/walk-log.ts'

/** What the books were folded to, and up to where in each log. */
export interface Snapshot {
  readonly places: ReadonlyMap<string, LogPlace>
  readonly files: readonly LineFile[]
  /** By subject, three numbers a line: the place of its file among `files`, its offset and its length in bytes. */
  readonly lines: ReadonlyMap<string, number[]>
  readonly dossiers: ReadonlyMap<string, BookedDossier>
  readonly visits: ReadonlyMap<string, Certification>
}

/** A day file of a log. */
export interface LineFile {
  readonly device: string
  readonly file: string
}

/** Procedures stand once, since a few hundred serve tens of thousands of dossiers. */
interface Written {
  readonly v: 1
  readonly build: string
  readonly places: readonly (readonly [string, LogPlace])[]
  readonly files: readonly LineFile[]
  readonly lines: readonly (readonly [string, number[]])[]
  readonly procedures: readonly BookedProcedure[]
  readonly dossiers: readonly WrittenDossier[]
  readonly visits: readonly Certification[]
}

type WrittenDossier = Omit<BookedDossier, 'procedure'> & { readonly procedure: number }

/**
 * The snapshot beside the journal; undefined when it is missing, damaged or of another build of the program (rule J6).
 *
 * It holds only what stands in the journal, and no proof of a PIN.
 */
export async function readSnapshot(root: string, build: string): Promise<Snapshot | undefined> {
  const written = await readWritten(pathOf(root))
  if (written?.v !== 1 || written.build !== build) return undefined
  const { places, files, lines, procedures, dossiers, visits } = written
  return {
    places: new Map(places), files, lines: new Map(lines),
    dossiers: new Map(dossiers.map(dossier => [dossier.subject, withProcedure(dossier, procedures)])),
    visits: new Map(visits.map(visit => [visit.subject, visit])),
  }
}

/** Not flushed: lost in a power cut it is made again. False when the drive has no room or refuses. */
export async function writeSnapshot(root: string, build: string, { places, files, lines, dossiers, visits }: Snapshot): Promise<boolean> {
  const procedures = new Map<BookedProcedure, number>()
  const written: Written = {
    v: 1, build, places: [...places], files, lines: [...lines],
    dossiers: [...dossiers.values()].map(dossier => {
      const place = procedures.get(dossier.procedure) ?? procedures.size
      procedures.set(dossier.procedure, place)
      return { ...dossier, procedure: place }
    }),
    procedures: [...procedures.keys()],
    visits: [...visits.values()],
  }
  try {
    await writeWhole(pathOf(root), writeSummed(written))
    return true
  } catch (error) {
    if (!isFileError(error)) throw error
    await rm(`${pathOf(root)}.part`, { force: true })
    return false
  }
}

/** As `readSummed`, but the sum is made of the bytes: decoding tens of megabytes twice is felt. */
async function readWritten(path: string): Promise<Written | undefined> {
  try {
    const bytes = await readFile(path)
    const content = bytes.subarray(SUM_LENGTH + 1, -1)
    return bytes.toString('latin1', 0, SUM_LENGTH) === sha256(content) ? JSON.parse(content.toString()) as Written : undefined
  } catch (error) {
    if (isFileError(error)) return undefined
    throw error
  }
}

const SUM_LENGTH = 64

/** In place: copies of tens of thousands of objects would be felt. */
function withProcedure(dossier: WrittenDossier, procedures: readonly BookedProcedure[]): BookedDossier {
  return Object.assign(dossier, { procedure: procedures[dossier.procedure] })
}

function pathOf(root: string): string {
  return join(root, 'books.json')
}
