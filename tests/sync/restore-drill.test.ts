import { execFile } from 'node:child_process'
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { FOLDED_TABLES } from '../../server/projections/tables.ts'
import { audit } from '../../server/sync/audit.ts'
import { confirm } from '../../server/sync/confirm.ts'
import { DATABASES, freshDatabase, stopDatabases, type DatabaseKind } from '../builders/bare-city.ts'
import { openTestCity, type TestCity } from '../builders/city.ts'
import { receivedActs } from '../builders/city-acts.ts'
import { keepPage, liveIn, LIVED_IN_UNITS } from '../builders/lived-in-city.ts'

const DEPLOY = join(import.meta.dirname, '../../server/deploy')
/** The programs of the operator's machine: this Node, and PostgreSQL's own. */
const PATH = [dirname(process.execPath), '/usr/lib/postgresql/15/bin', process.env['PATH'] ?? ''].join(delimiter)

const ending: (() => Promise<void>)[] = []
afterEach(async () => { for (const end of ending.splice(0).reverse()) await end() })
afterAll(stopDatabases)

/** Where a city is, or shall be: a folder not made yet, and with PostgreSQL an empty database. */
interface Place {
  readonly folder: string
  readonly databaseUrl?: string
}

async function freshPlace(kind: DatabaseKind): Promise<Place> {
  const folder = join(await freshFolder(), 'city')
  return kind === 'embedded' ? { folder } : { folder, databaseUrl: await freshDatabase() }
}

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mot-cua-drill-'))
  ending.push(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function openAt(place: Place): Promise<TestCity> {
  const world = await openTestCity(place)
  ending.push(world.close)
  await world.settled()
  return world
}

interface Failed {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs an operator's script; its exit code and what it said. */
async function operate(
  script: 'backup.sh' | 'restore.sh', { folder, databaseUrl }: Place, ...args: readonly string[]
): Promise<{ readonly code: number, readonly said: string }> {
  const env = { PATH, HOME: tmpdir(), MOT_CUA_DATA: folder, ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }) }
  return promisify(execFile)('sh', [join(DEPLOY, script), ...args], { env, cwd: tmpdir() }).then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    ({ code, stdout, stderr }: Failed) => ({ code, said: stdout + stderr }))
}

/** Everything a city keeps, for comparing: lines with when they came, lines set aside, pages, key, every row of every table. */
async function wholeOf({ city }: TestCity, { folder }: Place): Promise<object> {
  const { db, record, keys } = city
  const lines = Object.fromEntries(await Promise.all((await record.logs()).map(async log =>
    [log, await record.read(log, 0, 1e9)] as const)))
  const rows = Object.fromEntries(await Promise.all([...FOLDED_TABLES, 'projected'].map(async table =>
    [table, (await db.query<{ row: string }>(`SELECT row_to_json(t)::text AS row FROM ${table} t`)).map(({ row }) => row).sort()] as const)))
  const whole = join(folder, 'pages/whole')
  const files = (await readdir(whole, { recursive: true, withFileTypes: true })).filter(file => file.isFile())
  const pages = await Promise.all(files.map(async ({ name, parentPath }) => [name, (await readFile(join(parentPath, name))).toString('base64')] as const))
  const key = await readFile(join(folder, 'keys/city'), 'utf8')
  return {
    lines, rows, key, publicKey: keys.publicKey, pages: Object.fromEntries(pages),
    heads: await record.heads(await record.logs()), aside: await Array.fromAsync(record.quarantined()),
  }
}

describe.each(DATABASES)('on %s', kind => {
  test('a city is backed up while it runs and restored elsewhere: record, pages, key and tables are the same', async () => {
    const place = await freshPlace(kind)
    const world = await openAt(place)
    await liveIn(world.city)
    await world.settled()
    const backup = join(await freshFolder(), 'backup')
    expect(await operate('backup.sh', place, backup)).toMatchObject({ code: 0 })
    const other = await freshPlace(kind)
    expect(await operate('restore.sh', other, backup)).toMatchObject({ code: 0, said: expect.stringContaining('"dossiers":32') })
    const [before, after] = [await wholeOf(world, place), await wholeOf(await openAt(other), other)]
    expect(after).toEqual(before)
    expect(before).toMatchObject({ aside: [{ id: 'q-1' }], heads: { 'pc-0': { seq: expect.any(Number) }, 'city-office': { seq: expect.any(Number) } } })
    expect(Object.keys(Object(Reflect.get(before, 'pages')))).toHaveLength(4)

    expect((await operate('backup.sh', place, backup)).code).toBe(1)
    await keepPage(world.city, 'pc-0', LIVED_IN_UNITS[0], 777)
    const next = join(await freshFolder(), 'next')
    expect(await operate('backup.sh', place, next, backup)).toMatchObject({ code: 0 })
    const third = await freshPlace(kind)
    expect(await operate('restore.sh', third, next)).toMatchObject({ code: 0 })
    expect(await wholeOf(await openAt(third), third)).toEqual(await wholeOf(world, place))
  })

  test('a backup that is damaged, short or has too much is refused, and so is a place that holds a city; nothing is changed', async () => {
    const place = await freshPlace(kind)
    const world = await openAt(place)
    await liveIn(world.city)
    await world.settled()
    const backup = join(await freshFolder(), 'backup')
    await operate('backup.sh', place, backup)

    const before = await wholeOf(world, place)
    expect(await operate('restore.sh', place, backup)).toMatchObject({ code: 1, said: expect.stringContaining('holds a city') })
    if (place.databaseUrl !== undefined) {
      const elsewhere = join(await freshFolder(), 'city')
      expect(await operate('restore.sh', { ...place, folder: elsewhere }, backup)).toMatchObject({ code: 1, said: expect.stringContaining('holds a city') })
      expect(await isThere(elsewhere)).toBe(false)
    }
    expect(await wholeOf(world, place)).toEqual(before)

    const other = await freshPlace(kind)
    const record = join(backup, kind === 'embedded' ? 'logs/pc-1.ndjson' : 'record.dump')
    const good = await readFile(record)
    const bent = Buffer.from(good)
    bent[bent.length >> 1] = (bent[bent.length >> 1] ?? 0) ^ 1
    const harms: readonly (readonly [harm: () => Promise<void>, mend: () => Promise<void>])[] = [
      [() => writeFile(record, bent), () => writeFile(record, good)],
      [() => appendFile(record, 'x'), () => writeFile(record, good)],
      [() => rm(record), () => writeFile(record, good)],
      [() => writeFile(join(backup, 'keys/other'), 'x'), () => rm(join(backup, 'keys/other'))],
    ]
    for (const [harm, mend] of harms) {
      await harm()
      expect(await operate('restore.sh', other, backup)).toMatchObject({ code: 1, said: expect.stringContaining('nothing was changed') })
      expect(await isThere(other.folder)).toBe(false)
      await mend()
    }
    expect(await operate('restore.sh', other, backup)).toMatchObject({ code: 0 })
    expect(await wholeOf(await openAt(other), other)).toEqual(before)
  })

  test('a backup taken while PCs send never confirms what it lacks', async () => {
    const place = await freshPlace(kind)
    const world = await openAt(place)
    const pcs = await liveIn(world.city)
    const backup = join(await freshFolder(), 'backup')
    const taking = operate('backup.sh', place, backup)
    let [isTaken, nth] = [false, 1000]
    void taking.then(() => { isTaken = true })
    while (!isTaken) {
      for (const [i, pc] of pcs.slice(0, 3).entries()) {
        const unit = LIVED_IN_UNITS[i % 2] ?? ''
        pc.write(receivedActs(nth += 1, '2026-11-24T02:00:00.000Z'), '2026-11-24T02:00:00.000Z')
        await pc.hand(world.city)
        await keepPage(world.city, pc.device, unit, nth)
        await confirm(world.city, unit)
      }
    }
    expect(await taking).toMatchObject({ code: 0 })
    const other = await freshPlace(kind)
    expect(await operate('restore.sh', other, backup)).toMatchObject({ code: 0 })
    const { city } = await openAt(other)
    expect(await audit(city)).toMatchObject({ broken: [], lostHeads: [], lostPages: [] })
  })
})

test('a page that rotted is told and left out; the backup stands', async () => {
  const place = await freshPlace('embedded')
  const world = await openAt(place)
  await liveIn(world.city)
  const page = await keepPage(world.city, 'pc-0', LIVED_IN_UNITS[0], 999)
  await confirm(world.city, LIVED_IN_UNITS[0])
  await appendFile(join(place.folder, 'pages/whole', page.slice(0, 2), page), 'x')
  const backup = join(await freshFolder(), 'backup')
  expect(await operate('backup.sh', place, backup)).toMatchObject({ code: 3, said: expect.stringContaining(page) })
  const other = await freshPlace('embedded')
  expect(await operate('restore.sh', other, backup)).toMatchObject({ code: 3, said: expect.stringContaining(page) })
  const { city } = await openAt(other)
  expect(await city.pages.held(page)).toBe(0)
  expect(await audit(city)).toMatchObject({ broken: [], lostHeads: [], lostPages: [{ unit: LIVED_IN_UNITS[0], sha256: page }] })
})

function isThere(path: string): Promise<boolean> {
  return readdir(path).then(() => true, () => false)
}
