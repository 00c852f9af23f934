import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { by, note, openAt } from '../../tests/builders/journal-world.ts'
import type { Journal } from '../journal/journal.ts'
import { openBooksThread } from './books-thread.ts'
import { prepareWhenIdle, type PrepareTools } from './prepare-when-idle.ts'

interface Office {
  readonly root: string
  readonly journal: Journal
  /** How many acts there were each time the books were prepared. */
  readonly prepared: readonly number[]
  /** Resolves when they have been prepared so often. */
  readonly times: (count: number) => Promise<void>
  readonly start: (own?: Partial<PrepareTools>) => void
}

async function openOffice(): Promise<Office> {
  const root = await mkdtemp(join(tmpdir(), 'prepare-'))
  const journal = await openAt(root)
  const thread = openBooksThread({ root, journal, tell: () => undefined })
  const prepared: number[] = []
  const waiting = new Set<() => void>()
  let stop = (): void => undefined
  onTestFinished(async () => {
    stop()
    await thread.close()
    await journal.close()
    await rm(root, { recursive: true })
  })
  async function prepare(): Promise<void> {
    const count = journal.state().actCount
    await thread.prepare()
    prepared.push(count)
    for (const look of waiting) look()
  }
  return {
    root, journal, prepared,
    times: count => new Promise(resolve => {
      const look = (): void => { if (prepared.length >= count) resolve() }
      waiting.add(look)
      look()
    }),
    start: own => {
      stop = prepareWhenIdle({ thread: { prepare }, journal, isIdle: () => true, report: error => { throw error }, lookMs: 1, ...own })
    },
  }
}

async function append({ journal }: Office, count: number): Promise<void> {
  const saved = await journal.append(Array.from({ length: count }, (_, at) => note(String(at % 100).padStart(16, '0'))), by)
  expect(saved.ok).toBe(true)
}

test('a history is folded and kept beside the journal once somebody has left the PC, and not before', async () => {
  const office = await openOffice()
  await append(office, 2_500)
  let looks = 0
  office.start({
    isIdle: () => {
      looks += 1
      return looks > 20
    },
  })
  await office.times(1)
  expect([looks, office.prepared, existsSync(join(office.root, 'books.json'))]).toEqual([21, [2_500], true])
})

test('once in a run, then again when a day or two of acts have come', async () => {
  const office = await openOffice()
  office.start()
  await office.times(1)
  for (let step = 0; step < 10; step += 1) await append(office, 150)
  await office.times(2)
  expect(office.prepared).toHaveLength(2)
  expect(office.prepared[0]).toBe(0)
  expect(office.prepared[1]).toBeGreaterThanOrEqual(1_000)
})

test('what goes wrong meanwhile is written down, and the next acts bring another try', async () => {
  const office = await openOffice()
  const reported: unknown[] = []
  const [first, second] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()]
  let tries = 0
  office.start({
    thread: {
      prepare: () => {
        tries += 1
        if (tries === 2) second.resolve(undefined)
        return tries === 1 ? Promise.reject(new Error('Out of memory')) : Promise.resolve()
      },
    },
    report: error => {
      reported.push(error)
      first.resolve(undefined)
    },
  })
  await first.promise
  await append(office, 1_000)
  await second.promise
  expect([tries, reported]).toEqual([2, [new Error('Out of memory')]])
})
