import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { freshDatabase, openBareCityOn, stopDatabases } from '../../tests/builders/bare-city.ts'
import { receivedActs } from '../../tests/builders/city-acts.ts'
import { admitPc, liveIn, LIVED_IN_UNITS } from '../../tests/builders/lived-in-city.ts'
import { migrate } from '../db/migrate.ts'
import { openPostgres } from '../db/postgres.ts'
import { openLineFiles } from './line-files.ts'
import { openLineRows } from './line-rows.ts'
import { moveRecord } from './move-record.ts'
import type { LineBatch, LineRecord } from './record.ts'

const AT = '2026-11-24T02:00:00.000Z'
const ending: (() => Promise<void>)[] = []
afterEach(async () => { for (const end of ending.splice(0).reverse()) await end() })
afterAll(stopDatabases)

async function files(): Promise<{ readonly record: LineRecord, readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'mot-cua-move-'))
  const record = await openLineFiles(folder)
  ending.push(() => rm(folder, { recursive: true }), record.close)
  return { record, folder }
}

async function rows(): Promise<LineRecord> {
  const db = openPostgres(await freshDatabase())
  ending.push(db.close)
  await migrate(db)
  return openLineRows(db)
}

async function batchesOf(record: LineRecord): Promise<Readonly<Record<string, readonly LineBatch[]>>> {
  const found: Record<string, LineBatch[]> = {}
  for (const log of await record.logs()) {
    const ofLog: LineBatch[] = found[log] = []
    for (let seq = 0; ;) {
      const batch = await record.batchAfter(log, seq)
      if (batch === undefined) break
      ofLog.push(batch)
      seq = batch.head.seq
    }
  }
  return found
}

test('a record moves from files to PostgreSQL and back, with who brought each batch, when and signed how', async () => {
  const { city, close } = await openBareCityOn('embedded')
  ending.push(close)
  const [pc] = await liveIn(city)
  const inRows = await rows()
  const before = await batchesOf(city.record)
  const lineCount = Object.values(before).flat().reduce((sum, { lines }) => sum + lines.length, 0)
  const value = { logs: Object.keys(before).length, lines: lineCount, aside: 1 }
  expect(await moveRecord(city.record, inRows)).toEqual({ ok: true, value })
  expect(await batchesOf(inRows)).toEqual(before)

  pc?.write(receivedActs(900, AT), AT)
  await pc?.hand(city)
  expect(await moveRecord(city.record, inRows)).toMatchObject({ ok: true, value: { lines: receivedActs(900, AT).length } })

  const { record: inFiles } = await files()
  expect(await moveRecord(inRows, inFiles)).toMatchObject({ ok: true })
  expect(await batchesOf(inFiles)).toEqual(await batchesOf(city.record))
  expect(await Array.fromAsync(inFiles.quarantined())).toEqual(await Array.fromAsync(city.record.quarantined()))
})

test('a record that is not the same one, or is broken, is told and not mixed', async () => {
  const { city, close } = await openBareCityOn('embedded')
  ending.push(close)
  const pc = await admitPc(city, 'pc-one', LIVED_IN_UNITS[0])
  pc.write(receivedActs(1, AT), AT)
  await pc.hand(city)
  const other = await openBareCityOn('embedded')
  ending.push(other.close)
  await admitPc(other.city, 'pc-two', LIVED_IN_UNITS[0])
  const before = await batchesOf(other.city.record)
  expect(await moveRecord(city.record, other.city.record)).toMatchObject({ ok: false, problem: { code: 'record/unlike' } })
  expect(await batchesOf(other.city.record)).toEqual(before)

  const { record, folder } = await files()
  expect(await moveRecord(city.record, record)).toMatchObject({ ok: true })
  await record.close()
  const file = join(folder, 'logs/pc-one.ndjson')
  await writeFile(file, (await readFile(file, 'utf8')).replace('Trần', 'Trấn'))
  const bent = await openLineFiles(folder)
  ending.push(bent.close)
  expect(await moveRecord(bent, await rows())).toEqual({ ok: false, problem: { code: 'record/broken', log: 'pc-one', seq: 1 } })
})
