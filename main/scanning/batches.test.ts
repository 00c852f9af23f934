import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openBatches, type Batches } from './batches.ts'
import { foldBatch } from './tray-fold.ts'

const AT = Date.parse('2026-11-25T02:00:00.000Z')
const aSide = (text: string, side: 'front' | 'back' = 'front') => ({ bytes: Buffer.from(text), dpi: 200, side, isPhoto: false })
const about = (sheet: number) => ({ sheet, order: sheet, scanner: 'Máy thử', place: null })

async function opened(): Promise<{ readonly root: string, readonly batches: Batches, readonly again: () => Promise<Batches> }> {
  const root = mkdtempSync(join(tmpdir(), 'batches-'))
  const open = (): Promise<Batches> => openBatches({ root, now: () => AT, randomBytes })
  const all: Batches[] = []
  const again = async (): Promise<Batches> => {
    const batches = await open()
    all.push(batches)
    return batches
  }
  onTestFinished(async () => {
    for (const batches of all) await batches.close()
    rmSync(root, { recursive: true })
  })
  return { root, batches: await again(), again }
}

test('a side that was acknowledged is there after a start, whole, with all that was decided', async () => {
  const { batches, again } = await opened()
  const batch = await batches.begin('Máy thử', null)
  const front = await batches.keepSide(batch, aSide('one'), about(1))
  const back = await batches.keepSide(batch, aSide('two', 'back'), about(1))
  await batches.note(batch, [{ what: 'taken-out', ids: [back.id] }])
  const later = await again()
  const sides = foldBatch(later.lines().get(batch) ?? []).sides
  expect([...sides.values()].map(({ came, isTakenOut }) => [came.side, isTakenOut])).toEqual([['front', false], ['back', true]])
  expect(readFileSync(later.pathOf(front.id), 'utf8')).toBe('one')
  expect(await Promise.all([front, back].map(later.isWhole))).toEqual([true, true])
})

test('a line torn by a power cut is no line, and the next one stands alone', async () => {
  const { root, batches, again } = await opened()
  const batch = await batches.begin('Máy thử', null)
  await batches.keepSide(batch, aSide('one'), about(1))
  await batches.close()
  appendFileSync(join(root, 'scans', batch, 'manifest'), '{"what":"came","id":"2026')
  const torn = await again()
  await torn.keepSide(batch, aSide('two'), about(2))
  const sides = foldBatch((await again()).lines().get(batch) ?? []).sides
  expect([...sides.values()].map(({ came }) => came.sheet)).toEqual([1, 2])
})

test('an original that is broken or gone is told', async () => {
  const { batches } = await opened()
  const batch = await batches.begin('Máy thử', null)
  const came = [await batches.keepSide(batch, aSide('one'), about(1)), await batches.keepSide(batch, aSide('two'), about(2))]
  truncateSync(batches.pathOf(came[0]?.id ?? ''), 2)
  rmSync(batches.pathOf(came[1]?.id ?? ''))
  expect(await Promise.all(came.map(batches.isWhole))).toEqual([false, false])
})

test('what a kill left half written is written over by the sheet that is put in again', async () => {
  const { batches } = await opened()
  const batch = await batches.begin('Máy thử', null)
  writeFileSync(batches.pathOf(`${batch}-0001-front`), 'half')
  const came = await batches.keepSide(batch, aSide('whole'), about(1))
  expect(await batches.isWhole(came)).toBe(true)
})

test('a batch is dropped with its originals', async () => {
  const { batches, again } = await opened()
  const batch = await batches.begin('Máy thử', null)
  await batches.keepSide(batch, aSide('one'), about(1))
  await batches.drop(batch)
  expect([...(await again()).lines()]).toEqual([])
})
