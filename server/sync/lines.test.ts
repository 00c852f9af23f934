import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, afterEach, expect, test } from 'vitest'
import { letterboxOf } from '../../shared/offices/city-acts.ts'
import { headsText } from '../../shared/sync/heads.ts'
import { ROUTES } from '../../shared/sync/protocol.ts'
import { headText } from '../../shared/sync/signed-texts.ts'
import { receivedActs } from '../../tests/builders/city-acts.ts'
import { ask, openTestCity, signedHeaders, type TestCity } from '../../tests/builders/city.ts'
import { startPostgres, type OwnPostgres } from '../../tests/builders/postgres.ts'
import { pretendPc, type PretendPc } from '../../tests/builders/pretend-pc.ts'
import { issueCode } from '../admin/issue-code.ts'
import { revokeDevice } from '../admin/revoke-device.ts'
import { THE_CITY } from '../admin/city-role.ts'
import { sha256 } from '../record/sha256.ts'

const AT = '2026-11-25T02:00:00.000Z'
const UNIT = '31120'

describe.each(['embedded', 'postgres'] as const)('on %s', kind => {
  let postgres: OwnPostgres | undefined
  let world: TestCity
  let pc: PretendPc

  beforeAll(async () => { postgres = kind === 'postgres' ? await startPostgres() : undefined })
  afterAll(async () => { await postgres?.stop() })
  beforeEach(async () => {
    world = await openTestCity(postgres === undefined ? {} : { databaseUrl: await postgres.freshDatabase() })
    pc = await admitted('pc-one')
  })
  afterEach(() => world.close())

  async function admitted(device: string, unit = UNIT): Promise<PretendPc> {
    const code = await issueCode(world.city, THE_CITY, { unit, desk: 'Quầy 1' })
    if (!code.ok) throw new Error(code.problem.code)
    const made = pretendPc(device)
    const answer = await world.app.inject({
      method: 'POST', url: ROUTES.enrol, headers: signedHeaders(made, 'POST', ROUTES.enrol, ''), payload: { ...made.enrolBy(code.value.code) },
    })
    if (answer.statusCode !== 200) throw new Error(answer.body)
    return made
  }

  function push(from: PretendPc, lines: readonly string[], device = from.device) {
    const [envelope = ''] = (lines.at(-1) ?? '').split('\t')
    const { seq } = JSON.parse(envelope) as { seq: number }
    return ask(world.app, from, ROUTES.push, { device, lines, signature: from.sign(headText({ device, seq, name: sha256(envelope) })) })
  }

  const linesOf = (from: PretendPc, nth: number): readonly string[] => from.write(receivedActs(nth, AT), AT).map(({ line }) => line)
  const held = async (device: string): Promise<readonly string[]> => (await world.city.record.read(device, 0, 1e9)).map(({ line }) => line)

  test('S1 lines come after a seq, in order, until nothing is left', async () => {
    const lines = Array.from({ length: 40 }, (_, i) => pc.write([{
      subject: `dossier:n${String(i)}`, kind: 'dossier/note-added', body: { text: 'x'.repeat(60_000) },
    }], AT)[0]?.line ?? '')
    for (let from = 0; from < lines.length; from += 20) await push(pc, lines.slice(from, from + 20))
    const met: string[] = []
    for (let more = true; more;) {
      const { body } = await ask(world.app, pc, ROUTES.pull, { after: { 'pc-one': met.length } })
      met.push(...(body['logs'] as { lines: string[] }[]).flatMap(log => log.lines))
      more = body['more'] === true
    }
    expect(met).toEqual(lines)
  })

  test('S3 the same lines twice change nothing, a gap is refused with the head, and what follows is taken', async () => {
    const [first, second] = [linesOf(pc, 1), linesOf(pc, 2)]
    expect((await push(pc, second)).body).toMatchObject({ code: 'sync/gap', head: { seq: 0 } })
    const pushed = await push(pc, first)
    expect([pushed.status, (await push(pc, first)).body]).toEqual([200, pushed.body])
    expect((await push(pc, [...first, ...second])).body).toMatchObject({ head: { seq: 2 } })
    expect(await held('pc-one')).toEqual([...first, ...second])
  })

  test('S3 a fork is refused, kept aside, and changes nothing', async () => {
    const first = linesOf(pc, 1)
    await push(pc, first)
    const twin: PretendPc = { ...pretendPc('pc-one'), sign: pc.sign }
    const other = linesOf(twin, 7)
    expect(await push(twin, other)).toMatchObject({ status: 409, body: { code: 'sync/fork', head: { seq: 1 } } })
    expect(await held('pc-one')).toEqual(first)
    const aside = []
    for await (const kept of world.city.record.quarantined()) aside.push([kept.reason, kept.lines])
    expect(aside).toEqual([['sync/fork', other]])
  })

  test('S4 a kind nobody knows is stored and passed on', async () => {
    const strange = pc.write([{ subject: 'dossier:x1', kind: 'later/invented', body: { anything: 1 } }], AT).map(({ line }) => line)
    expect((await push(pc, strange)).status).toBe(200)
    const other = await admitted('pc-two')
    expect((await ask(world.app, other, ROUTES.pull, { after: { 'pc-one': 0 } })).body).toEqual({ logs: [{ device: 'pc-one', lines: strange }], more: false })
  })

  test('S5 a revoked device is refused, and what it still holds goes aside', async () => {
    const revoked = await revokeDevice(world.city, THE_CITY, { unit: UNIT, device: 'pc-one', reason: 'Máy mất' })
    expect(revoked.ok).toBe(true)
    const lines = linesOf(pc, 1)
    expect(await push(pc, lines)).toMatchObject({ status: 403, body: { code: 'sync/device-revoked' } })
    expect(await held('pc-one')).toEqual([])
    const aside = []
    for await (const kept of world.city.record.quarantined()) aside.push(kept.lines)
    expect(aside).toEqual([lines])
  })

  test('S8 an exchange confirms what is here before it answers, and S9 says nothing more when nothing changed', async () => {
    await push(pc, linesOf(pc, 1))
    const health = { program: '0.1.0', freeDisk: 1e9, waiting: { dossiers: 0, pages: 0 } }
    const first = await ask(world.app, pc, ROUTES.exchange, { digest: sha256(''), health })
    const heads = first.body['heads'] as Record<string, { seq: number, name: string }>
    expect(Object.keys(heads).sort()).toEqual([letterboxOf(UNIT), 'pc-one'])
    const pulled = await ask(world.app, pc, ROUTES.pull, { after: { [letterboxOf(UNIT)]: 0 } })
    expect(JSON.stringify(pulled.body)).toContain('confirmation/given')
    expect((await ask(world.app, pc, ROUTES.exchange, { digest: sha256(headsText(heads)), health })).body).toEqual({ at: AT })
  })

  test('S12 a version that is not understood is told which are, and nothing is taken', async () => {
    const body = JSON.stringify({ after: {} })
    const asked = async (version: string) => {
      const answer = await world.app.inject({
        method: 'POST', url: ROUTES.pull, payload: body,
        headers: { 'content-type': 'application/json', ...signedHeaders(pc, 'POST', ROUTES.pull, body), 'mot-cua-protocol': version },
      })
      return [answer.statusCode, answer.json<Record<string, unknown>>()['code'], answer.json<Record<string, unknown>>()['understood']]
    }
    expect(await asked('99')).toEqual([400, 'sync/protocol-too-new', [2, 1]])
    expect(await asked('x')).toEqual([400, 'sync/body-invalid', undefined])
    expect(await asked('1')).toEqual([200, undefined, undefined])
  })

  test('nobody reads or writes another unit, nor the city', async () => {
    const stranger = await admitted('pc-far', '31147')
    expect(await ask(world.app, stranger, ROUTES.pull, { after: { 'pc-one': 0 } })).toMatchObject({ status: 403, body: { code: 'sync/another-unit' } })
    expect(await ask(world.app, stranger, ROUTES.pull, { after: { [letterboxOf(UNIT)]: 0 } })).toMatchObject({ status: 403 })
    const asCity: PretendPc = { ...pretendPc(letterboxOf(UNIT)), sign: stranger.sign }
    const forged = linesOf(asCity, 1)
    const [envelope = ''] = (forged[0] ?? '').split('\t')
    const signature = stranger.sign(headText({ device: letterboxOf(UNIT), seq: 1, name: sha256(envelope) }))
    const body = { device: letterboxOf(UNIT), lines: forged, signature }
    expect(await ask(world.app, stranger, ROUTES.push, body)).toMatchObject({ status: 403 })
  })

  test('what is broken is refused by its own name, and nothing of it is stored', async () => {
    const [line = ''] = linesOf(pc, 1)
    const bodyOf = (lines: readonly string[]) => ({ device: 'pc-one', lines, signature: `${'A'.repeat(86)}==` })
    const answers = [
      await push(pc, [line.replace('Trần', 'Trấn')]),
      await ask(world.app, pc, ROUTES.push, bodyOf([line])),
      await ask(world.app, pc, ROUTES.push, bodyOf(['{"no":"line"}'])),
      await ask(world.app, pc, ROUTES.push, bodyOf([line, line])),
      await ask(world.app, pc, ROUTES.push, { ...bodyOf([line]), extra: 1 }),
      await ask(world.app, { ...pc, device: 'pc-nobody' }, ROUTES.push, bodyOf([line])),
      await ask(world.app, { ...pc, sign: pretendPc('pc-x').sign }, ROUTES.push, bodyOf([line])),
    ]
    expect(answers.map(({ status, body }) => [status, body['code']])).toEqual([
      [422, 'sync/line-broken'], [401, 'sync/signature-wrong'], [422, 'sync/line-broken'], [422, 'sync/chain-wrong'], [400, 'sync/body-invalid'],
      [401, 'sync/device-unknown'], [401, 'sync/signature-wrong'],
    ])
    expect(answers.every(({ headers }) => String(headers['content-type']).startsWith('application/problem+json'))).toBe(true)
    expect(await held('pc-one')).toEqual([])
  })

  test('a bomb is not unpacked, a body too long not read, half a JSON not believed', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, 0x20))
    const half = Buffer.from('{"device":"pc-one"')
    const send = async (bytes: Buffer, encoding: Record<string, string>): Promise<number> => (await world.app.inject({
      method: 'POST', url: ROUTES.push, payload: bytes,
      headers: { 'content-type': 'application/json', ...encoding, ...signedHeaders(pc, 'POST', ROUTES.push, bytes) },
    })).statusCode
    expect(await send(bomb, { 'content-encoding': 'gzip' })).toBe(413)
    expect(await send(Buffer.alloc(10_000_000, 0x20), {})).toBe(413)
    expect(await send(half, {})).toBe(400)
  })
})
