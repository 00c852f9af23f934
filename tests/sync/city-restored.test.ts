import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { THE_CITY } from '../../server/admin/city-role.ts'
import { issueCode } from '../../server/admin/issue-code.ts'
import { revokeDevice } from '../../server/admin/revoke-device.ts'
import { settleUnit } from '../../server/sync/settle-unit.ts'
import { hearOfRestore } from '../../server/restored.ts'
import { addNote } from '../../shared/dossiers/add-note.ts'
import { receive } from '../../shared/dossiers/receive.ts'
import { findPlace } from '../../shared/offices/place.ts'
import { openTestCity, type TestCity } from '../builders/city.ts'
import { momentOf, office } from '../builders/moment.ts'
import { seededRandom } from '../builders/random.ts'
import { judge } from './history.ts'
import { historyPc, pageName, type HistoryPc, type Kept } from './history-pc.ts'
import { NO_MISCHIEF } from './injected-road.ts'

const UNIT = '31120'
const AT = Date.parse('2026-11-25T02:00:00.000Z')
const ending: (() => Promise<void>)[] = []
afterEach(async () => { for (const end of ending.splice(0).reverse()) await end() })

/** A city that can be put back to an earlier evening while its PCs go on. */
async function restorable() {
  const folder = await mkdtemp(join(tmpdir(), 'mot-cua-restored-'))
  ending.push(() => rm(folder, { recursive: true, force: true }))
  const data = join(folder, 'city')
  let world: TestCity = await openTestCity({ folder: data })
  ending.push(() => world.close())
  let made = 0
  let minutes = 0
  const open = (from?: Kept): HistoryPc => {
    made += 1
    return historyPc({
      app: { get inject() { return world.app.inject.bind(world.app) } },
      unit: UNIT, cityKey: world.city.keys.publicKey, from, device: from?.device ?? `pc-${UNIT}-${String(made)}`, random: seededRandom(made),
      mischief: () => NO_MISCHIEF, time: () => AT + minutes * 60_000, clockOffMs: 0,
    })
  }
  return {
    city: () => world.city,
    open,
    /** By a code, if the city gives it a place now. */
    enrol: async (pc: HistoryPc): Promise<boolean> => {
      const code = await issueCode(world.city, THE_CITY, { unit: UNIT, desk: `Quầy ${String(made)}` })
      return code.ok && pc.enrol(code.value.code)
    },
    later: () => {
      minutes += 1
      world.setTime(new Date(AT + minutes * 60_000).toISOString())
    },
    backUp: async () => {
      await world.close()
      await cp(data, join(folder, 'backup'), { recursive: true })
      world = await openTestCity({ folder: data })
    },
    /** `isSaid` as `restore.sh` says it; a machine put back to a snapshot says nothing. */
    restore: async (isSaid: boolean) => {
      await world.close()
      await rm(data, { recursive: true })
      await cp(join(folder, 'backup'), data, { recursive: true })
      // Tables are made anew from the record.
      await rm(join(data, 'tables'), { recursive: true })
      if (isSaid) await writeFile(join(data, 'restored'), '')
      world = await openTestCity({ folder: data })
      world.setTime(new Date(AT + minutes * 60_000).toISOString())
      await hearOfRestore(world.city, data)
    },
  }
}

function receiveOne(pc: HistoryPc, nth: number): void {
  const place = findPlace(UNIT)
  const moment = momentOf({
    at: new Date(pc.now()).toISOString(), acts: [],
    office: { ...office, unit: UNIT, device: pc.device, codePattern: place?.codePattern ?? office.codePattern, numberRange: pc.range() },
    freshSubject: domain => `${domain}:${pc.device.slice(-1)}${String(nth).padStart(15, '0')}`,
    nextNumber: on => pc.numbers.next(on, pc.range()),
  })
  const here = { originals: 1, copies: 0, received: true }
  const received = receive({
    procedure: '1.000001', caseId: 'default', channel: 'direct', collectAt: 'counter', setCount: 1, clockConfirmed: true,
    applicant: { name: 'Trần Thị Ẩm', phone: '0900000123' }, papers: [{ id: 'p1', ...here }, { id: 'p2', ...here }],
  }, moment)
  if (!received.ok) throw new Error(received.problem.code)
  pc.write(received.value)
  const page = Buffer.from(`page ${pc.device} ${String(nth)}`)
  const subject = received.value[0]?.subject ?? ''
  const noted = addNote({ subject, text: `Trang ${pageName(page)}` }, momentOf({ ...moment, acts: pc.actsOf(subject), office: moment.office }))
  if (!noted.ok) throw new Error(noted.problem.code)
  pc.pages.add(pageName(page), page)
  pc.write(noted.value)
}

const NOTHING_WRONG = { diverged: 0, lost: 0, twice: 0, numbersTwice: 0, falseGreen: 0 }

test.each([{ isSaid: true, how: 'a restore' }, { isSaid: false, how: 'a snapshot nobody told of' }])(
  'S13 after $how from an older backup PCs give back what the city lacks, its own lines first, and nothing is called safe that is not', async ({ isSaid }) => {
    const world = await restorable()
    let pcs = [world.open(), world.open()]
    for (const pc of pcs) expect(await world.enrol(pc)).toBe(true)
    for (const pc of pcs) await pc.round()
    for (const [nth, pc] of pcs.entries()) receiveOne(pc, nth)
    for (const pc of pcs) await pc.round()
    await world.backUp()

    const late = world.open()
    expect(await world.enrol(late)).toBe(true)
    pcs = [...pcs, late]
    await late.round()
    for (const [nth, pc] of pcs.entries()) receiveOne(pc, 10 + nth)
    for (let rounds = 0; rounds < 2; rounds += 1) for (const pc of pcs) await pc.round()
    expect(await judge({ city: world.city() }, UNIT, pcs, 0)).toMatchObject(NOTHING_WRONG)

    await world.restore(isSaid)
    world.later()
    // Whoever comes first must not get the numbers that the city no longer knows it gave.
    if (isSaid) expect(await world.enrol(world.open())).toBe(false)
    const restarted = pcs.map(pc => world.open(pc.copy()))
    await restarted[2]?.round()
    expect(restarted[2]?.safekeeping().seqs[late.device]).toBeGreaterThan(0)
    for (let rounds = 0; rounds < 4; rounds += 1) {
      for (const pc of restarted) {
        world.later()
        await pc.round()
      }
    }
    expect(await judge({ city: world.city() }, UNIT, restarted, 0)).toMatchObject(NOTHING_WRONG)
    const fresh = world.open()
    expect(await world.enrol(fresh)).toBe(true)
    await fresh.round()
    const ranges = [...restarted, fresh].map(pc => pc.range()?.from)
    expect(new Set(ranges).size).toBe(ranges.length)
  })

test('S13 what died with its PC after the backup is taken back from everyone who called it safe', async () => {
  const world = await restorable()
  const pcs = [world.open(), world.open()]
  for (const pc of pcs) expect(await world.enrol(pc)).toBe(true)
  for (const pc of pcs) await pc.round()
  await world.backUp()
  const [kept, dead] = pcs as [HistoryPc, HistoryPc]
  receiveOne(dead, 1)
  const page = [...dead.pages.held().keys()][0] ?? ''
  for (let rounds = 0; rounds < 2; rounds += 1) for (const pc of pcs) await pc.round()
  const isCalledSafe = (): boolean => Object.values(kept.safekeeping().confirmedPages).some(ofDay => page.slice(0, 32) in ofDay)
  expect(isCalledSafe()).toBe(true)

  await world.restore(true)
  world.later()
  await kept.round()
  expect(await revokeDevice(world.city(), THE_CITY, { unit: UNIT, device: dead.device, reason: 'Cháy' })).toMatchObject({ problem: { code: 'city/settling' } })
  await settleUnit(world.city(), UNIT, 'operator')
  await kept.round()
  expect([isCalledSafe(), kept.safekeeping().seqs[dead.device]]).toEqual([false, 0])
})
