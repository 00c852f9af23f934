import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { DATABASES, freshDatabase, openBareCity, openBareCityOn, stopDatabases, type BareCity, type DatabaseKind } from '../../tests/builders/bare-city.ts'
import { pretendPc } from '../../tests/builders/pretend-pc.ts'
import { enrolDevice } from '../sync/enrol-device.ts'
import { readState } from './city-log.ts'
import { THE_CITY } from './city-role.ts'
import { bareEnrolCode, makeCode } from './enrol-code-text.ts'
import { findDevice } from './find-device.ts'
import { issueCode } from './issue-code.ts'
import { letterbox, type LetterboxState } from './letterbox.ts'
import { revokeDevice } from './revoke-device.ts'
import { withdrawCode } from './withdraw-code.ts'

const UNIT = '31135'
const worlds: BareCity[] = []
afterEach(async () => { for (const world of worlds.splice(0)) await world.close() })
afterAll(stopDatabases)

async function openOn(kind: DatabaseKind): Promise<BareCity> {
  const world = await openBareCityOn(kind)
  worlds.push(world)
  return world
}

async function codeFor({ city }: BareCity, unit = UNIT): Promise<string> {
  const issued = await issueCode(city, THE_CITY, { unit, desk: 'Quầy 1' })
  if (!issued.ok) throw new Error(issued.problem.code)
  return issued.value.code
}

/** Where each device's numbers begin, lowest first. */
function rangesOf(devices: LetterboxState['devices']): readonly number[] {
  return [...devices.values()].map(({ numberRange }) => numberRange.from).sort((one, other) => one - other)
}

test('U4 a code with one wrong digit, or two changed places, is none', () => {
  for (let nth = 0; nth < 50; nth += 1) {
    const code = makeCode(count => crypto.getRandomValues(new Uint8Array(count)))
    expect(bareEnrolCode(code)).toBe(code.replaceAll('-', ''))
    const bare = code.replaceAll('-', '')
    for (let i = 0; i < bare.length; i += 1) {
      const wrong = bare.slice(0, i) + (bare.charAt(i) === '7' ? '8' : '7') + bare.slice(i + 1)
      expect(bareEnrolCode(wrong)).toBeUndefined()
      const swapped = bare.slice(0, i) + bare.charAt(i + 1) + bare.charAt(i) + bare.slice(i + 2)
      if (swapped !== bare) expect(bareEnrolCode(swapped)).toBeUndefined()
    }
  }
})

describe.each(DATABASES)('on %s', kind => {
  const open = (): Promise<BareCity> => openOn(kind)

  test('U4 a PC is admitted by a code once, and saying it again changes nothing', async () => {
    const world = await open()
    const code = await codeFor(world)
    const pc = pretendPc('pc-one')
    const answer = {
      ok: true, value: { unit: UNIT, city: { name: 'Thành phố Thử', publicKey: world.city.keys.publicKey }, follows: ['city-public', 'city-31135'] },
    }
    expect(await enrolDevice(world.city, pc.enrolBy(code))).toEqual(answer)
    expect(await enrolDevice(world.city, pc.enrolBy(code))).toEqual(answer)
    expect(await enrolDevice(world.city, pretendPc('pc-two').enrolBy(code))).toEqual({ ok: false, problem: { code: 'enrol/code-used' } })
    expect((await world.city.record.heads(['city-31135']))['city-31135']?.seq).toBe(1)
  })

  test('U4 a code is read as a person types it, and not when it expired, was withdrawn, or proves another key', async () => {
    const world = await open()
    const typed = (await codeFor(world)).toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    expect(await enrolDevice(world.city, pretendPc('pc-one').enrolBy(typed))).toMatchObject({ ok: true })

    const forged = { ...pretendPc('pc-two').enrolBy(await codeFor(world)), publicKey: pretendPc('pc-two').publicKey }
    expect(await enrolDevice(world.city, forged)).toEqual({ ok: false, problem: { code: 'enrol/proof-wrong' } })

    const issued = await issueCode(world.city, THE_CITY, { unit: UNIT, desk: 'Quầy 3' })
    if (!issued.ok) throw new Error(issued.problem.code)
    expect(await withdrawCode(world.city, THE_CITY, { id: issued.value.id })).toMatchObject({ ok: true })
    expect(await enrolDevice(world.city, pretendPc('pc-two').enrolBy(issued.value.code))).toEqual({ ok: false, problem: { code: 'enrol/code-wrong' } })

    const late = await codeFor(world)
    world.setTime('2026-12-03T02:00:00.000Z')
    expect(await enrolDevice(world.city, pretendPc('pc-two').enrolBy(late))).toEqual({ ok: false, problem: { code: 'enrol/code-expired' } })
  })

  test('U4 twenty PCs that come at once get ranges of their own, and the last learns that none is left', async () => {
    const world = await open()
    const codes = await Promise.all(Array.from({ length: 20 }, () => codeFor(world)))
    const answers = await Promise.all(codes.map((code, i) => enrolDevice(world.city, pretendPc(`pc-${String(i).padStart(4, '0')}`).enrolBy(code))))
    expect(answers.filter(answer => !answer.ok)).toEqual([{ ok: false, problem: { code: 'enrol/no-range-left' } }])
    const { devices } = await readState(world.city, letterbox(UNIT))
    expect(rangesOf(devices)).toEqual(Array.from({ length: 19 }, (_, i) => i * 500 + 1))
  })

  test('U4 a copied folder comes back as a new device with a new range, never one that was given before', async () => {
    const world = await open()
    const original = pretendPc('pc-one')
    await enrolDevice(world.city, original.enrolBy(await codeFor(world)))
    const gone = pretendPc('pc-gone')
    await enrolDevice(world.city, gone.enrolBy(await codeFor(world)))
    await revokeDevice(world.city, THE_CITY, { unit: UNIT, device: 'pc-gone', reason: 'Máy hỏng' })

    expect(await enrolDevice(world.city, pretendPc('pc-copy').enrolAsCopyOf(original))).toMatchObject({ ok: true })
    expect(await findDevice(world.city, 'pc-copy')).toMatchObject({ unit: UNIT, continues: 'pc-one', numberRange: { from: 1001, to: 1500 } })
    expect(await enrolDevice(world.city, pretendPc('pc-late').enrolAsCopyOf(gone))).toEqual({ ok: false, problem: { code: 'sync/device-revoked' } })
    const stranger = pretendPc('pc-none')
    expect(await enrolDevice(world.city, pretendPc('pc-late').enrolAsCopyOf(stranger))).toEqual({ ok: false, problem: { code: 'sync/device-unknown' } })
  })

  test('U4 a name that is another key’s, or another unit’s, is not given twice', async () => {
    const world = await open()
    await enrolDevice(world.city, pretendPc('pc-one').enrolBy(await codeFor(world)))
    const taken = { ok: false, problem: { code: 'enrol/device-taken' } }
    expect(await enrolDevice(world.city, pretendPc('pc-one').enrolBy(await codeFor(world)))).toEqual(taken)
    expect(await enrolDevice(world.city, pretendPc('pc-one').enrolBy(await codeFor(world, '31120')))).toEqual(taken)
    expect(await enrolDevice(world.city, pretendPc('city-office').enrolBy(await codeFor(world)))).toEqual(taken)
  })

  test('U4 a revocation is known at once, with its time', async () => {
    const world = await open()
    await enrolDevice(world.city, pretendPc('pc-one').enrolBy(await codeFor(world)))
    expect(await findDevice(world.city, 'pc-one')).toMatchObject({ unit: UNIT, revokedAt: null })
    await revokeDevice(world.city, THE_CITY, { unit: UNIT, device: 'pc-one', reason: 'Mất máy' })
    expect(await findDevice(world.city, 'pc-one')).toMatchObject({ revokedAt: '2026-11-25T02:00:00.000Z' })
    expect(await revokeDevice(world.city, THE_CITY, { unit: UNIT, device: 'pc-one', reason: 'Mất máy' })).toEqual({ ok: false, problem: { code: 'device/revoked-already' } })
    expect(await findDevice(world.city, 'pc-nowhere')).toBeUndefined()
  })
})

test('U4 two processes on one database give one code once, no range twice, and each knows what the other did', async () => {
  const url = await freshDatabase()
  const [one, other] = [await openBareCity(url), await openBareCity(url)]
  worlds.push(one, other)
  const codes = await Promise.all(Array.from({ length: 8 }, (_, i) => codeFor(i % 2 === 0 ? one : other)))
  const shared = await codeFor(one)
  const answers = await Promise.all([
    ...codes.map((code, i) => enrolDevice((i % 2 === 0 ? other : one).city, pretendPc(`pc-${String(i).padStart(4, '0')}`).enrolBy(code))),
    enrolDevice(one.city, pretendPc('pc-rival-a').enrolBy(shared)), enrolDevice(other.city, pretendPc('pc-rival-b').enrolBy(shared)),
  ])
  expect(answers.filter(({ ok }) => !ok)).toEqual([{ ok: false, problem: { code: 'enrol/code-used' } }])
  const { devices } = await readState(other.city, letterbox(UNIT))
  expect(rangesOf(devices)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8].map(block => block * 500 + 1))
  expect(await findDevice(other.city, 'pc-0000')).toMatchObject({ revokedAt: null })
  await revokeDevice(one.city, THE_CITY, { unit: UNIT, device: 'pc-0001', reason: 'Mất máy' })
  await expect.poll(async () => (await findDevice(other.city, 'pc-0001'))?.revokedAt, { timeout: 10_000 }).not.toBeNull()
})
