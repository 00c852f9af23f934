import { existsSync } from 'node:fs'
import { cp, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { PageOf } from '../../shared/papers/paper.ts'
import { NO_SAFEKEEPING } from '../../shared/sync/safekeeping.ts'
import { by, DEVICE, NOON, openAt } from '../../tests/builders/journal-world.ts'
import { openTexts } from '../scanning/ocr/texts.ts'
import { openPageStore } from './page-store.ts'
import { startSweeping, type SweepingTools } from './start-sweeping.ts'

const A_YEAR_MS = 366 * 86_400_000

/** A folder with a year-old page of a dossier that is safe, of one that is not, of a taken-out side, and of nobody. */
async function openFolder() {
  const root = await mkdtemp(join(tmpdir(), 'sweeping-'))
  const journal = await openAt(root)
  const kept = await openPageStore(root)
  const pages: Record<string, PageOf> = {}
  for (const text of ['safe', 'unsafe', 'tray', 'nobody']) {
    const page = pages[text] = await kept.keep(Buffer.from(text))
    await utimes(pathIn(root, page), new Date(NOON), new Date(Date.parse(NOON) - A_YEAR_MS))
  }
  for (const dossier of ['safe', 'unsafe']) {
    await journal.append([{ subject: `dossier:${dossier}`, kind: 'dossier/pages-added', body: { paperId: 'p1', pages: [pages[dossier]] } }], by)
  }
  await journal.verified()
  onTestFinished(async () => {
    await journal.close()
    await rm(root, { recursive: true })
  })
  return { root, journal, pages }
}

function pathIn(root: string, { sha256 }: PageOf): string {
  return join(root, 'pages', sha256.slice(0, 2), sha256)
}

/** Sweeps until something was walked to its end, as often as `looks` says; answers the pages that are left. */
async function leftAfter({ root, journal, pages }: Awaited<ReturnType<typeof openFolder>>, own: Partial<SweepingTools> = {}) {
  const looked = Promise.withResolvers<undefined>()
  let [looks, walks] = [0, 0]
  const stop = startSweeping({
    root, texts: openTexts(root),
    journal: {
      ...journal,
      subjectsAfter: (...asked) => {
        walks += 1
        return journal.subjectsAfter(...asked)
      },
    },
    isSafe: subject => Promise.resolve(subject === 'dossier:safe'), safekeeping: () => NO_SAFEKEEPING, store: await openPageStore(root),
    wouldGive: () => Promise.resolve(true), forgetPreview: () => Promise.resolve(), isDiskLow: () => true,
    trayPages: () => [pages['tray']?.sha256 ?? ''], now: () => Date.parse(NOON), lookMs: 20, report: error => { looked.reject(error) }, ...own,
    isIdle: () => {
      looks += 1
      if (looks > LOOKS) looked.resolve(undefined)
      return own.isIdle?.() ?? true
    },
  })
  onTestFinished(stop)
  await looked.promise
  stop()
  const left = Object.keys(pages).filter(text => existsSync(pathIn(root, pages[text] as PageOf)))
  return { left, walks }
}

/** Long after a walk of two dossiers is over. */
const LOOKS = 40

test('S8 while nobody is at the PC, safe pages and those of nobody go, once a day', async () => {
  const folder = await openFolder()
  expect(await leftAfter(folder)).toEqual({ left: ['unsafe', 'tray'], walks: 2 })
})

test('somebody at the PC is not disturbed', async () => {
  expect(await leftAfter(await openFolder(), { isIdle: () => false })).toEqual({ left: ['safe', 'unsafe', 'tray', 'nobody'], walks: 0 })
})

test('beside a journal that is hurt, a page that nobody seems to name stays', async () => {
  const folder = await openFolder()
  const root = await mkdtemp(join(tmpdir(), 'sweeping-hurt-'))
  await cp(folder.root, root, { recursive: true, preserveTimestamps: true })
  const [file = ''] = (await readdir(join(root, 'journal', DEVICE))).filter(name => !name.startsWith('.'))
  const path = join(root, 'journal', DEVICE, file)
  await writeFile(path, (await readFile(path, 'utf8')).replace('"paperId":"p1"', '"paperId":"p2"'))
  const journal = await openAt(root)
  onTestFinished(async () => {
    await journal.close()
    await rm(root, { recursive: true })
  })
  await journal.verified()
  expect(journal.state().verification.state).toBe('damaged')
  expect((await leftAfter({ ...folder, root, journal })).left).toContain('nobody')
})
