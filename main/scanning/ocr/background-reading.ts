import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readIfThere } from '../../journal/durable-file.ts'
import type { PageReader } from './page-reader.ts'
import type { PageText } from './page-text.ts'
import type { Texts } from './texts.ts'

/** A page on this PC, and the dossier that names it; null for one of the tray, which is read for its heading alone. */
export interface NamedPage {
  readonly sha256: string
  readonly subject: string | null
}

export interface BackgroundReadingTools {
  readonly root: string
  readonly reader: Pick<PageReader, 'readText' | 'rest' | 'stop'>
  readonly texts: Texts
  /** Every page that may be read, the most wanted first; asked again whenever reading begins anew. */
  readonly pages: () => readonly NamedPage[]
  /** Every page of every dossier, which takes long to walk: gone through once a start, when nothing else is left to read. */
  readonly allPages?: () => AsyncGenerator<NamedPage>
  /** Pages of ID cards are never read: their words are nobody's to search (rule U5). */
  readonly isSensitive: (page: NamedPage) => Promise<boolean>
  readonly bytesOf: (sha256: string) => Promise<Uint8Array | undefined>
  /** Nobody has touched the PC for a while and nothing is being scanned. */
  readonly isIdle: () => boolean
  /** A page of the tray was read. */
  readonly onTrayText?: (sha256: string, text: PageText) => void
  readonly report: (error: unknown) => void
  readonly lookMs?: number
}

export interface BackgroundReading {
  /** Reads until nothing is left or somebody is back at the PC. */
  readonly goOn: () => Promise<void>
  readonly stop: () => Promise<void>
}

/**
 * Reads the pages of dossiers one after another while the PC is idle, on one core, over restarts.
 *
 * A page that broke the reader, or twice took the whole program with it, is remembered and never read again.
 */
export function startBackgroundReading(tools: BackgroundReadingTools): BackgroundReading {
  const { texts, reader, report } = tools
  const mark = openMark(tools.root)
  const ofTray = new Set<string>()
  let walk: AsyncGenerator<NamedPage> | undefined
  let running: Promise<void> | undefined
  let isStopped = false
  const timer = setInterval(() => { if (tools.isIdle()) goOn().catch(report) }, tools.lookMs ?? LOOK_MS)

  function goOn(): Promise<void> {
    running ??= readAll().finally(() => { running = undefined })
    return running
  }

  async function readAll(): Promise<void> {
    const listed = await texts.listed()
    const mayGoOn = (): boolean => !isStopped && tools.isIdle()
    let count = 0
    for (const page of tools.pages()) {
      if (!mayGoOn()) break
      if (page.subject === null ? ofTray.has(page.sha256) : listed.has(page.sha256)) continue
      await readOne(page)
      count += 1
    }
    walk ??= tools.allPages?.()
    // The walk stays where it was left when somebody comes back to the PC.
    while (walk !== undefined && mayGoOn()) {
      const step = await walk.next()
      if (step.done === true) break
      if (listed.has(step.value.sha256)) continue
      await readOne(step.value)
      count += 1
    }
    if (count > 0) await reader.rest()
  }

  async function tell({ sha256, subject }: NamedPage, text: PageText | undefined): Promise<void> {
    if (subject !== null) return texts.list(sha256, subject, text)
    ofTray.add(sha256)
    if (text !== undefined) tools.onTrayText?.(sha256, text)
    return undefined
  }

  async function readOne(page: NamedPage): Promise<void> {
    const { sha256 } = page
    const known = await texts.of(sha256)
    if (known !== undefined) return tell(page, known)
    if (await tools.isSensitive(page) || await mark.begin(sha256) > MOST_TRIES) return tell(page, undefined)
    const bytes = await tools.bytesOf(sha256)
    const text = bytes === undefined ? undefined : await reader.readText(bytes)
    if (isStopped) return
    if (text !== undefined) await texts.keep(sha256, text)
    await tell(page, text)
    await mark.end()
  }

  return {
    goOn,
    stop: async () => {
      isStopped = true
      clearInterval(timer)
      await reader.stop()
      await running
    },
  }
}

const LOOK_MS = 20_000
const MOST_TRIES = 2

/** Which page is being read, on disk: after a crash it is known what was read then. */
function openMark(root: string): { readonly begin: (sha256: string) => Promise<number>, readonly end: () => Promise<void> } {
  const file = join(root, 'texts', 'reading')
  return {
    begin: async sha256 => {
      const [before, tries] = (await readIfThere(file) ?? '').split(' ')
      const nth = before === sha256 ? Number(tries) + 1 : 1
      await mkdir(join(root, 'texts'), { recursive: true })
      await writeFile(file, `${sha256} ${String(nth)}`)
      return nth
    },
    end: () => rm(file, { force: true }),
  }
}
