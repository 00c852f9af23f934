import { readFile } from 'node:fs/promises'
import { failure, type Result } from '../../../shared/base/result.ts'
import type { ReadingApi } from '../../../shared/bridge/reading-api.ts'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import { pagesNamedIn } from '../../../shared/dossiers/pages-of.ts'
import type { Safekeeping } from '../../../shared/sync/safekeeping.ts'
import { isFileError } from '../../journal/durable-file.ts'
import type { Journal } from '../../journal/journal.ts'
import { everyDossier } from '../../pages/every-dossier.ts'
import type { PageStore } from '../../pages/page-store.ts'
import { startBackgroundReading, type NamedPage } from './background-reading.ts'
import { headingOf } from './heading.ts'
import { openPageReader } from './page-reader.ts'
import { searchTexts } from './search-texts.ts'
import { openTexts } from './texts.ts'

export interface ReadingTools {
  readonly root: string
  readonly journal: Pick<Journal, 'subjectsAfter'>
  readonly store: Pick<PageStore, 'find' | 'read' | 'has'>
  /** Its ledger names the pages of the last two months, and those that still wait. */
  readonly safekeeping: () => Safekeeping
  readonly dossierOf: (subject: string) => Promise<Dossier | undefined>
  /** A side of the tray as it came: sharper than the page made of it. */
  readonly sideOf: (id: string) => { readonly path: string, readonly dpi: number | null } | undefined
  /** Pages that lie in the tray, of ID cards none. */
  readonly trayPages: () => readonly string[]
  readonly onHeading: (sha256: string, heading: string) => void
  readonly maySee: () => Result<unknown>
  readonly isIdle: () => boolean
  readonly report: (error: unknown) => void
  readonly lookMs?: number
}

/** Everything that is read from images, with its real parts. */
export function openReadingRoom(tools: ReadingTools): { readonly api: ReadingApi, readonly stop: () => Promise<void> } {
  const { root, store, safekeeping, dossierOf, report } = tools
  const texts = openTexts(root)
  const reader = openPageReader({ report })
  const background = startBackgroundReading({
    root, texts, reader, report, isIdle: tools.isIdle, ...(tools.lookMs === undefined ? {} : { lookMs: tools.lookMs }),
    pages: () => [...tools.trayPages().map(sha256 => ({ sha256, subject: null })), ...namedPages(safekeeping(), store)],
    allPages: () => allPagesHere(tools),
    onTrayText: (sha256, text) => { tools.onHeading(sha256, headingOf(text)) },
    isSensitive: async ({ sha256, subject }) => {
      const dossier = subject === null ? undefined : await dossierOf(subject)
      // Of a paper that was taken out again, too: its pages are still here.
      return dossier?.acts.flatMap(pagesNamedIn).some(page => page.sha256 === sha256 && page.sensitive === true) === true
    },
    bytesOf: sha256 => store.has(sha256) ? wholePage(store, sha256) : Promise.resolve(undefined),
  })

  return {
    api: {
      readCard: async place => {
        const may = tools.maySee()
        if (!may.ok) return may
        const side = place.kind === 'tray' ? tools.sideOf(place.id) : undefined
        const bytes = place.kind === 'tray' ? await readSide(side?.path) : store.has(place.sha256) ? await wholePage(store, place.sha256) : undefined
        return bytes === undefined ? failure({ code: 'tray/page-gone' }) : reader.readCard(bytes, side?.dpi)
      },
      searchTexts: async query => tools.maySee().ok ? searchTexts(query, texts, dossierOf) : [],
    },
    stop: background.stop,
  }
}

/** Newest dossiers first. */
function namedPages({ days }: Safekeeping, store: Pick<PageStore, 'find'>): readonly NamedPage[] {
  return Object.keys(days).sort().reverse().flatMap(day => Object.entries(days[day] ?? {}).reverse().flatMap(([subject, { pages }]) =>
    pages.flatMap(short => {
      const sha256 = store.find(short)
      return sha256 === undefined ? [] : [{ sha256, subject }]
    })))
}

/** Pages the ledger no longer lists: of older dossiers, and of other desks' that were brought here since. */
async function* allPagesHere({ journal, store }: Pick<ReadingTools, 'journal' | 'store'>): AsyncGenerator<NamedPage> {
  for await (const { subject, pages } of everyDossier(journal)) {
    for (const { sha256 } of pages) if (store.has(sha256)) yield { sha256, subject }
  }
}

async function wholePage(store: Pick<PageStore, 'read'>, sha256: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of store.read(sha256, 0)) pieces.push(piece)
  return Buffer.concat(pieces)
}

async function readSide(path: string | undefined): Promise<Uint8Array | undefined> {
  if (path === undefined) return undefined
  try {
    return await readFile(path)
  } catch (error) {
    if (isFileError(error)) return undefined
    throw error
  }
}
