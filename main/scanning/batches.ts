import { hash } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { bytesToHex } from '../../shared/base/id.ts'
import type { PagePlace } from '../../shared/bridge/scanning-api.ts'
import { flushFolder, isFileError, makeFolder, readIfThere, writeDurably } from '../journal/durable-file.ts'
import { openLogFile, type LogFile } from '../journal/log-file.ts'
import { readBatchLines, type BatchLine, type CameLine } from './batch-line.ts'
import type { RawPage } from './drivers/driver.ts'

/**
 * Stacks as they came: `scans/<batch>/NNNN-front.raw`, and a manifest that is only ever added to.
 *
 * The tray is the fold of the manifests, so a kill at any moment leaves every side that was acknowledged.
 */
export interface Batches {
  /** Lines by batch, oldest batch first. */
  readonly lines: () => ReadonlyMap<string, readonly BatchLine[]>
  readonly begin: (scanner: string, into: PagePlace | null) => Promise<string>
  /**
   * Resolves when the side would survive a power cut (rule J5); one whose name the batch holds already is the same side.
   *
   * Throws what the file system says; nothing then came.
   */
  readonly keepSide: (batch: string, raw: RawPage, about: AboutSide) => Promise<CameLine>
  /** Resolves when the lines are on disk. */
  readonly note: (batch: string, lines: readonly BatchLine[]) => Promise<void>
  readonly pathOf: (id: string) => string
  /** Whether the side's bytes are still the ones that came. */
  readonly isWhole: (came: CameLine) => Promise<boolean>
  /** Forgets a batch with its originals. */
  readonly drop: (batch: string) => Promise<void>
  readonly close: () => Promise<void>
}

export interface AboutSide {
  readonly sheet: number
  readonly order: number
  readonly scanner: string
  readonly place: PagePlace | null
}

export interface BatchesTools {
  readonly root: string
  /** UTC ms. */
  readonly now: () => number
  readonly randomBytes: (count: number) => Uint8Array
}

export async function openBatches({ root, now, randomBytes }: BatchesTools): Promise<Batches> {
  const folder = join(root, 'scans')
  const linesByBatch = new Map<string, BatchLine[]>()
  for (const batch of await batchesIn(folder)) {
    linesByBatch.set(batch, [...readBatchLines(await readIfThere(join(folder, batch, MANIFEST)) ?? '')])
  }
  const manifests = new Map<string, Promise<LogFile>>()
  const last = new Map<string, Promise<unknown>>()
  /** Sides on their way to the disk. */
  const coming = new Set<string>()
  const at = (): string => new Date(now()).toISOString()
  const pathOf = (id: string): string => join(folder, batchOf(id), `${id.slice(BATCH_LENGTH + 1)}.raw`)

  function manifestOf(batch: string): Promise<LogFile> {
    const open = manifests.get(batch) ?? openManifest(join(folder, batch, MANIFEST))
    manifests.set(batch, open)
    open.catch(() => manifests.delete(batch))
    return open
  }

  async function append(batch: string, lines: readonly BatchLine[]): Promise<void> {
    const manifest = await manifestOf(batch)
    try {
      await manifest.append(Buffer.from(lines.map(line => `${JSON.stringify(line)}\n`).join('')))
    } catch (error) {
      await manifest.cutBack()
      throw error
    }
    linesByBatch.set(batch, [...linesByBatch.get(batch) ?? [], ...lines])
  }

  /** One writer of a manifest at a time. */
  function note(batch: string, lines: readonly BatchLine[]): Promise<void> {
    const written = (last.get(batch) ?? Promise.resolve()).then(() => append(batch, lines), () => append(batch, lines))
    last.set(batch, written)
    return written
  }

  async function begin(scanner: string, into: PagePlace | null): Promise<string> {
    const batch = `${at().replaceAll(/[-:]/g, '').slice(0, 15)}-${bytesToHex(randomBytes(2))}`
    await makeFolder(join(folder, batch))
    await note(batch, [{ what: 'begun', at: at(), scanner, into }])
    return batch
  }

  /** What a lender brings late can meet a run in one batch: a number that is taken is never written over. */
  function freeId(batch: string, from: number, side: 'front' | 'back'): { readonly id: string, readonly sheet: number } {
    const taken = new Set(linesByBatch.get(batch)?.flatMap(line => line.what === 'came' ? [line.id] : []))
    for (let sheet = from; ; sheet += 1) {
      const id = `${batch}-${String(sheet).padStart(4, '0')}-${side}`
      if (taken.has(id) || coming.has(id)) continue
      coming.add(id)
      return { id, sheet }
    }
  }

  async function keepSide(batch: string, raw: RawPage, about: AboutSide): Promise<CameLine> {
    const known = raw.name === undefined ? undefined : linesByBatch.get(batch)?.find(line => line.what === 'came' && line.name === raw.name)
    if (known?.what === 'came') return known
    const { id, sheet } = freeId(batch, about.sheet, raw.side)
    try {
      await writeDurably(pathOf(id), raw.bytes)
      return await noteCame(batch, raw, { ...about, id, sheet })
    } finally {
      coming.delete(id)
    }
  }

  async function noteCame(batch: string, raw: RawPage, about: AboutSide & { readonly id: string }): Promise<CameLine> {
    const { side, dpi, isPhoto, bytes, name } = raw
    const came: CameLine = {
      what: 'came', at: at(), ...about, side, dpi, isPhoto, bytes: bytes.length, sha256: hash('sha256', bytes, 'hex'),
      ...(name === undefined ? {} : { name }),
    }
    await note(batch, [came])
    return came
  }

  return {
    lines: () => linesByBatch,
    begin,
    keepSide,
    note,
    pathOf,
    isWhole: async ({ id, sha256 }) => {
      try {
        return hash('sha256', await readFile(pathOf(id)), 'hex') === sha256
      } catch (error) {
        if (isFileError(error)) return false
        throw error
      }
    },
    drop: async batch => {
      await (await manifests.get(batch))?.close()
      manifests.delete(batch)
      linesByBatch.delete(batch)
      await rm(join(folder, batch), { recursive: true, force: true })
      await flushFolder(folder)
    },
    close: async () => {
      await Promise.allSettled(last.values())
      for (const manifest of manifests.values()) await (await manifest).close()
      manifests.clear()
    },
  }
}

/** The batch a page came in. */
export function batchOf(id: string): string {
  return id.slice(0, BATCH_LENGTH)
}

const MANIFEST = 'manifest'
const BATCH = /^[0-9]{8}T[0-9]{6}-[0-9a-f]{4}$/
const BATCH_LENGTH = '20261125T220831-ab12'.length

/** What a power cut left half written is closed off, so that the next line stands alone. */
async function openManifest(path: string): Promise<LogFile> {
  const isTorn = !(await readIfThere(path) ?? '\n').endsWith('\n')
  const manifest = await openLogFile(path)
  if (isTorn) await manifest.append(Buffer.from('\n'))
  return manifest
}

async function batchesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter(name => BATCH.test(name)).sort()
  } catch (error) {
    if (isFileError(error, 'ENOENT', 'ENOTDIR')) return []
    throw error
  }
}
