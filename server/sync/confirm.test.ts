import { createPublicKey, verify } from 'node:crypto'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { DATABASES, openBareCityOn, stopDatabases, type BareCity } from '../../tests/builders/bare-city.ts'
import { receivedActs } from '../../tests/builders/city-acts.ts'
import { pretendPc, type PretendPc } from '../../tests/builders/pretend-pc.ts'
import { readLine } from '../../shared/acts/chain.ts'
import type { CityBodies } from '../../shared/offices/city-acts.ts'
import { confirmationText } from '../../shared/sync/signed-texts.ts'
import { THE_CITY } from '../admin/city-role.ts'
import { issueCode } from '../admin/issue-code.ts'
import { notePage } from '../projections/pages.ts'
import { sha256 } from '../record/sha256.ts'
import { confirm } from './confirm.ts'
import { enrolDevice } from './enrol-device.ts'

const UNIT = '31135'
const worlds: BareCity[] = []
afterEach(async () => { for (const world of worlds.splice(0)) await world.close() })
afterAll(stopDatabases)

type Given = CityBodies['confirmation/given']

async function enrolled({ city }: BareCity, device: string, unit = UNIT): Promise<PretendPc> {
  const issued = await issueCode(city, THE_CITY, { unit, desk: 'Quầy 1' })
  if (!issued.ok) throw new Error(issued.problem.code)
  const pc = pretendPc(device)
  await enrolDevice(city, pc.enrolBy(issued.value.code))
  return pc
}

/** What the unit's letterbox confirms, oldest first; each signed by the city, or the test fails. */
async function given({ city }: BareCity): Promise<readonly Omit<Given, 'signature' | 'unit'>[]> {
  const lines = await city.record.read(`city-${UNIT}`, 0, 10_000_000)
  const bodies = lines.flatMap(({ line }) => {
    const read = readLine(line, sha256)
    return read.ok && read.value.act.kind === 'confirmation/given' ? [read.value.act.body as unknown as Given] : []
  })
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(city.keys.publicKey, 'base64').toString('base64url') }, format: 'jwk',
  })
  for (const body of bodies) expect(verify(null, Buffer.from(confirmationText(body)), key, Buffer.from(body.signature, 'base64'))).toBe(true)
  return bodies.map(({ heads, pages }) => ({ heads, pages }))
}

describe.each(DATABASES)('on %s', kind => {
  async function open(): Promise<BareCity> {
    const world = await openBareCityOn(kind)
    worlds.push(world)
    return world
  }

  test('the city confirms what it has, signed, once, and only of this unit', async () => {
    const world = await open()
    const [one, two, far] = [await enrolled(world, 'pc-one'), await enrolled(world, 'pc-two'), await enrolled(world, 'pc-far', '31120')]
    await confirm(world.city, UNIT)
    expect(await given(world)).toEqual([])

    const at = '2026-11-25T01:00:00.000Z'
    const written = one.write(receivedActs(1, at), at)
    far.write(receivedActs(2, at), at)
    for (const pc of [one, far]) await pc.hand(world.city)
    const page = sha256('page')
    await notePage(world.city, { sha256: page, bytes: 4, unit: UNIT, device: 'pc-one', isBrought: true })
    await notePage(world.city, { sha256: sha256('far'), bytes: 3, unit: '31120', device: 'pc-far', isBrought: true })
    for (let again = 0; again < 3; again += 1) await confirm(world.city, UNIT)
    const newest = written.at(-1)?.act
    const first = { heads: { 'pc-one': { seq: newest?.seq, name: newest?.name } }, pages: [page] }
    expect(await given(world)).toEqual([first])

    const [more] = two.write([{ subject: 'dossier:0000000000000001', kind: 'dossier/note-added', body: { text: 'x' } }], at)
    await two.hand(world.city)
    await Promise.all([confirm(world.city, UNIT), confirm(world.city, UNIT)])
    expect(await given(world)).toEqual([first, { heads: { 'pc-two': { seq: 1, name: more?.act.name } }, pages: [] }])
  })

  test('more pages than a line holds are confirmed in several, and one asked about twice is confirmed once', async () => {
    const world = await open()
    await enrolled(world, 'pc-one')
    const pages = Array.from({ length: 5001 }, (_, i) => sha256(String(i)))
    await world.city.db.query(
      'INSERT INTO pages_noted (unit, sha256, device, bytes, noted_at, brought) SELECT $1, s, $3, 1, $3, true FROM unnest($2::text[]) AS s', [UNIT, pages, 'pc-one'])
    await confirm(world.city, UNIT)
    await confirm(world.city, UNIT)
    await notePage(world.city, { sha256: pages[0] ?? '', bytes: 1, unit: UNIT, device: 'pc-one', isBrought: false })
    await confirm(world.city, UNIT)
    const confirmed = (await given(world)).map(body => body.pages)
    expect(confirmed.map(({ length }) => length)).toEqual([5000, 1])
    expect(confirmed.flat().sort()).toEqual([...pages].sort())
    for (const { line } of await world.city.record.read(`city-${UNIT}`, 0, 10_000_000)) expect(line.length).toBeLessThan(1_000_000)
  })
})
