import { access, constants, mkdir, open, readdir, rename, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { failure, success, type Result } from '../../../shared/base/result.ts'
import { FILE_ENDINGS } from '../files/file-kind.ts'
import { openFileReader } from '../files/file-reader.ts'
import type { Driver, DriverProblem, RawPage, Scanner, ScanEnd, ScanWish } from './driver.ts'

export interface WatchedFolderOptions {
  /** Where the scanner's own "scan to folder" puts its files now; a network place as well. */
  readonly folder: () => string
  /** A file counts when its size stood still for so long, in ms. */
  readonly settles?: number
  /** The stack is through when no new file came for so long after the last, in ms. */
  readonly quiet?: number
  /** For the first file, in ms. */
  readonly patience?: number
}

interface Waiting {
  readonly size: number
  readonly changed: number
  readonly since: number
}

type Settled = { readonly isGone: true } | { readonly isGone: false, readonly file: string | null }

/** This driver's name. */
export const FOLDER = 'folder'
const TAKEN = 'da-nhan'
const PAGES = new RegExp(`\\.(?:${Object.values(FILE_ENDINGS).flat().join('|')})$`, 'i')
const LOOKS_EVERY = 250

/** A scanner that saves to a folder by itself: what comes there is taken, and moved aside once it is safe; nothing is deleted. */
export function watchedFolderDriver(options: WatchedFolderOptions): Driver {
  const { settles = 2000, quiet = 15_000, patience = 120_000 } = options

  async function list(): Promise<Result<readonly Scanner[], DriverProblem>> {
    const folder = options.folder()
    return success(await isOpenTo(folder) ? [{ ...EVERY, id: idOf(folder), name: basename(folder) }] : [])
  }

  /** The folder is there again; or what nothing came of has come. */
  async function isOver(code: DriverProblem['code'], { id }: Scanner): Promise<boolean> {
    const folder = folderOf(id)
    if (code === 'scan/stalled') return (await readdir(folder).catch(() => [])).some(isPage)
    return isOpenTo(folder)
  }

  async function* scan(chosen: Scanner, _: ScanWish, signal: AbortSignal): AsyncGenerator<RawPage, Result<ScanEnd, DriverProblem>> {
    const folder = folderOf(chosen.id)
    const waiting = new Map<string, Waiting>()
    const reader = openFileReader()
    let pages = 0
    let wrong: DriverProblem | null = null
    let last = performance.now()
    try {
      for (;;) {
        if (signal.aborted) return success({ reason: 'cancelled' })
        const look = await settledFile(folder, waiting, settles)
        if (look.isGone) return failure({ code: 'scan/offline', scanner: chosen.name, sheets: pages })
        const { file } = look
        if (file !== null) {
          const { size, changed } = waiting.get(file) ?? { size: 0, changed: 0 }
          const sides = reader.read(join(folder, file), signal)
          let side = await sides.next()
          for (let number = 1; side.done !== true; side = await sides.next(), number += 1) {
            yield { ...side.value, side: 'front', name: `${file}/${String(number)}/${String(size)}/${String(changed)}` }
            pages += 1
          }
          if (side.value === 'cancelled') return success({ reason: 'cancelled' })
          if (side.value !== null) wrong = { code: side.value, file }
          await putAside(folder, file)
          waiting.delete(file)
          last = performance.now()
          continue
        }
        const idle = performance.now() - last
        if (waiting.size === 0 && (pages > 0 || wrong !== null) && idle > quiet) return wrong === null ? success({ reason: 'stack-empty' }) : failure(wrong)
        if (pages === 0 && wrong === null && idle > patience) return failure({ code: 'scan/stalled', scanner: chosen.name, sheets: 0 })
        if (idle > patience + quiet) return failure({ code: 'scan/stalled', scanner: chosen.name, sheets: pages })
        await pause(LOOKS_EVERY, signal)
      }
    } finally {
      await reader.close()
    }
  }

  return { name: FOLDER, list, scan, isOver }
}

/** What every folder gives. */
const EVERY = { driver: FOLDER, sources: ['feeder'], resolutions: [], reach: {} } as const

function idOf(folder: string): string {
  return `${FOLDER}:${folder}`
}

/** A run takes from the folder it was chosen with, also when another is watched meanwhile. */
function folderOf(id: string): string {
  return id.slice(FOLDER.length + 1)
}

/** Files can be taken out of it. */
function isOpenTo(folder: string): Promise<boolean> {
  return access(folder, constants.R_OK | constants.W_OK).then(() => true, () => false)
}

function isPage(name: string): boolean {
  return PAGES.test(name) && !/^[.~]/.test(name)
}

/** The oldest file that has stood still and opens; null when there is none yet. Network places tell nothing, so it is looked at. */
async function settledFile(folder: string, waiting: Map<string, Waiting>, settles: number): Promise<Settled> {
  const names = await readdir(folder).catch(() => null)
  if (names === null) return { isGone: true }
  const pages = names.filter(isPage)
  for (const name of waiting.keys()) if (!pages.includes(name)) waiting.delete(name)
  for (const name of pages) {
    const now = await stat(join(folder, name)).catch(() => null)
    if (now === null || !now.isFile()) continue
    const before = waiting.get(name)
    const isStill = before?.size === now.size && before.changed === now.mtimeMs
    if (!isStill) waiting.set(name, { size: now.size, changed: now.mtimeMs, since: performance.now() })
  }
  const still = [...waiting].filter(([, { size, since }]) => size > 0 && performance.now() - since >= settles)
  const oldest = still.sort(([a, one], [b, other]) => one.changed - other.changed || a.localeCompare(b, 'en', { numeric: true }))
  for (const [name] of oldest) if (await opens(join(folder, name))) return { isGone: false, file: name }
  return { isGone: false, file: null }
}

/** Windows keeps a file that is still being written to itself. */
async function opens(path: string): Promise<boolean> {
  const file = await open(path, 'r+').catch(() => null)
  await file?.close()
  return file !== null
}

/** Beside its folder's new files, under a name nobody has there yet. */
async function putAside(folder: string, file: string): Promise<void> {
  await mkdir(join(folder, TAKEN), { recursive: true })
  const there = new Set(await readdir(join(folder, TAKEN)))
  const ending = extname(file)
  const stem = basename(file, ending)
  let name = file
  for (let again = 2; there.has(name); again += 1) name = `${stem}-${String(again)}${ending}`
  await rename(join(folder, file), join(folder, TAKEN, name))
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end, { once: true })
  })
}
