import fc from 'fast-check'
import { hash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm, unlink, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Act } from '../../shared/acts/act.ts'
import { NO_SAFEKEEPING, shortName } from '../../shared/sync/safekeeping.ts'
import { openTexts } from '../scanning/ocr/texts.ts'
import { openPageStore, type PageStore } from './page-store.ts'
import { sweepUnnamed, type UnnamedTools } from './sweep-unnamed.ts'

const NOW = Date.parse('2026-11-25T05:00:00.000Z')
const HOUR = 3_600_000
let root: string
beforeEach(async () => { root = await mkdtemp(join(tmpdir(), 'unnamed-')) })
afterEach(() => rm(root, { recursive: true }))

const nameOf = (text: string): string => hash('sha256', text, 'hex')
const pathOf = (text: string): string => join(root, 'pages', nameOf(text).slice(0, 2), nameOf(text))

/** Pages by their text and how many hours ago they were kept, by the program as it ran then; opened anew as after a start. */
async function storeWith(hoursAgo: Readonly<Record<string, number>>): Promise<PageStore> {
  const before = await openPageStore(root)
  for (const [text, hours] of Object.entries(hoursAgo)) {
    await before.keep(Buffer.from(text))
    await utimes(pathOf(text), new Date(NOW), new Date(NOW - hours * HOUR))
  }
  return openPageStore(root)
}

/** Acts that name pages wherever an act may: in a list, in a paper, or where nobody thought of. */
const naming = (...texts: readonly string[]): Act =>
  ({ body: { papers: [{ id: 'p1', pages: texts.slice(0, 1).map(text => ({ sha256: nameOf(text) })) }], later: { deep: texts.slice(1).map(nameOf) } } }) as unknown as Act

function sweepIn(store: PageStore, own: Partial<UnnamedTools> = {}): Promise<number> {
  return sweepUnnamed({
    dossiers: async function* () { yield await Promise.resolve({ acts: [naming('named', 'deep')] }) },
    isJournalWhole: () => true, safekeeping: () => NO_SAFEKEEPING, trayPages: () => [], store,
    forgetPreview: () => Promise.resolve(), texts: openTexts(root), now: () => NOW, ...own,
  })
}

test('what was read of a page nobody names goes with it, and of one that went long ago; of every other it stays', async () => {
  const store = await storeWith({ named: 99, tray: 99, turned: 99, fresh: 2 })
  const texts = openTexts(root)
  for (const text of ['named', 'dropped', 'tray', 'turned', 'fresh', 'gone before']) {
    await texts.keep(nameOf(text), { text, words: [], width: 1, height: 1 })
  }
  const dossiers = async function* () { yield await Promise.resolve({ acts: [naming('named', 'dropped')] }) }
  expect(await sweepIn(store, { dossiers, texts, trayPages: () => [nameOf('tray')], isJournalWhole: () => false })).toBe(0)
  expect(await texts.names()).toHaveLength(6)
  await sweepIn(store, { dossiers, texts, trayPages: () => [nameOf('tray')] })
  expect(new Set(await texts.names())).toEqual(new Set(['named', 'dropped', 'tray', 'fresh'].map(nameOf)))
})

test('only what is old and named by nobody goes', async () => {
  const store = await storeWith({ named: 99, deep: 99, tray: 99, owed: 99, fresh: 23, turned: 99 })
  const forgotten: string[] = []
  const swept = await sweepIn(store, {
    trayPages: () => [nameOf('tray')],
    safekeeping: () => ({ ...NO_SAFEKEEPING, owed: { [nameOf('owed').slice(0, 2)]: [shortName(nameOf('owed'))] } }),
    forgetPreview: name => {
      forgotten.push(name)
      return Promise.resolve()
    },
  })
  expect([swept, forgotten]).toEqual([1, [nameOf('turned')]])
  const named = ['named', 'deep', 'tray', 'owed', 'fresh']
  expect([...named, 'turned'].filter(text => existsSync(pathOf(text)))).toEqual(named)
  expect([store.has(nameOf('turned')), store.has(nameOf('named'))]).toEqual([false, true])
})

test('what was kept since the start stays, however old its file: the window may hold it for a draft', async () => {
  const store = await storeWith({ turned: 99 })
  await store.keep(Buffer.from('turned'))
  expect([await sweepIn(store), existsSync(pathOf('turned'))]).toEqual([0, true])
})

test('of a hurt journal, or one that is hurt meanwhile, nothing is swept', async () => {
  const store = await storeWith({ turned: 99 })
  const answers = [true, false]
  const isHurtLater = (): boolean => answers.shift() ?? false
  expect(await sweepIn(store, { isJournalWhole: () => false }) + await sweepIn(store, { isJournalWhole: isHurtLater })).toBe(0)
  await expect(sweepIn(store, { dossiers: () => { throw new Error('unreadable') } })).rejects.toThrow('unreadable')
  expect(existsSync(pathOf('turned'))).toBe(true)
})

test('whatever is lost on the way, no page that somebody names is', { timeout: 60_000 }, async () => {
  const page = fc.record({
    hours: fc.integer({ min: 0, max: 60 }), isNamed: fc.boolean(), isInTray: fc.boolean(), isKeptAgain: fc.boolean(), isLost: fc.boolean(),
  })
  await fc.assert(fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 8 }), async pages => {
    await rm(join(root, 'pages'), { recursive: true, force: true })
    const all = pages.map((one, at) => ({ ...one, text: `page ${String(at)}` }))
    const store = await storeWith(Object.fromEntries(all.map(({ text, hours }) => [text, hours])))
    for (const { text, isLost } of all) if (isLost) await unlink(pathOf(text))
    await sweepIn(store, {
      // While the journal is walked somebody turns a page back to what it was.
      dossiers: async function* () {
        for (const { text, isNamed, isKeptAgain } of all) {
          if (isKeptAgain) await store.keep(Buffer.from(text))
          if (isNamed) yield { acts: [naming(text)] }
        }
      },
      trayPages: () => all.filter(({ isInTray }) => isInTray).map(({ text }) => nameOf(text)),
    })
    const left = all.filter(({ text }) => existsSync(pathOf(text))).map(({ text }) => text)
    const expected = all.filter(({ isNamed, isInTray, isKeptAgain, isLost, hours }) =>
      isKeptAgain || !isLost && (isNamed || isInTray || hours <= 24)).map(({ text }) => text)
    expect(left).toEqual(expected)
    expect(readdirSync(join(root, 'pages'), { recursive: true }).filter(name => String(name).length > 60).length).toBe(expected.length)
  }), { numRuns: 40 })
})
