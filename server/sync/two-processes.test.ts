import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROUTES } from '../../shared/sync/protocol.ts'
import { headText } from '../../shared/sync/signed-texts.ts'
import { receivedActs } from '../../tests/builders/city-acts.ts'
import { ask, openTestCity, signedHeaders, type TestCity } from '../../tests/builders/city.ts'
import { startPostgres, type OwnPostgres } from '../../tests/builders/postgres.ts'
import { pretendPc, type PretendPc } from '../../tests/builders/pretend-pc.ts'
import { THE_CITY } from '../admin/city-role.ts'
import { issueCode } from '../admin/issue-code.ts'
import { sha256 } from '../record/sha256.ts'

const AT = '2026-11-25T02:00:00.000Z'
const UNIT = '31120'
let postgres: OwnPostgres
let folder: string
let one: TestCity
let other: TestCity

beforeAll(async () => {
  postgres = await startPostgres()
  folder = await mkdtemp(join(tmpdir(), 'two-processes-'))
  const databaseUrl = await postgres.freshDatabase()
  one = await openTestCity({ databaseUrl, folder })
  other = await openTestCity({ databaseUrl, folder })
})
afterAll(async () => {
  await one.close()
  await other.close()
  await postgres.stop()
  await rm(folder, { recursive: true })
})

async function admitted(device: string): Promise<PretendPc> {
  const code = await issueCode(one.city, THE_CITY, { unit: UNIT, desk: device })
  if (!code.ok) throw new Error(code.problem.code)
  const pc = pretendPc(device)
  const headers = signedHeaders(pc, 'POST', ROUTES.enrol, '')
  const answer = await other.app.inject({ method: 'POST', url: ROUTES.enrol, headers, payload: { ...pc.enrolBy(code.value.code) } })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return pc
}

function push(to: TestCity, from: PretendPc, lines: readonly string[]) {
  const [envelope = ''] = (lines.at(-1) ?? '').split('\t')
  const { seq } = JSON.parse(envelope) as { seq: number }
  const signature = from.sign(headText({ device: from.device, seq, name: sha256(envelope) }))
  return ask(to.app, from, ROUTES.push, { device: from.device, lines, signature })
}

async function held(at: TestCity, device: string): Promise<readonly string[]> {
  return (await at.city.record.read(device, 0, 1e9)).map(({ line }) => line)
}

test('S3 two processes of one city take the same lines at the same moment, and each line is there once, in order', async () => {
  const pcs = await Promise.all(['pc-one', 'pc-two', 'pc-three', 'pc-four'].map(admitted))
  const written = await Promise.all(pcs.map(async pc => {
    const lines: string[] = []
    for (let nth = 0; nth < 12; nth += 1) {
      const fresh = pc.write(receivedActs(nth, AT), AT).map(({ line }) => line)
      lines.push(...fresh)
      // What came before goes along now and then, as after a lost answer.
      const sent = nth % 3 === 0 ? lines : fresh
      const answers = await Promise.all([one, other].map(city => push(city, pc, sent)))
      expect(answers.map(({ status }) => status)).toEqual([200, 200])
    }
    return lines
  }))
  for (const [i, pc] of pcs.entries()) {
    expect(await held(one, pc.device)).toEqual(written[i])
    expect(await held(other, pc.device)).toEqual(written[i])
  }
})

test('S3 of two lines under one number that meet two processes at once, one is kept and the other lies aside', async () => {
  const pc = await admitted('pc-forked')
  const twin: PretendPc = { ...pretendPc('pc-forked'), sign: pc.sign }
  const linesOf = (from: PretendPc, nth: number): readonly string[] => from.write(receivedActs(nth, AT), AT).map(({ line }) => line)
  const [ours, theirs] = [linesOf(pc, 1), linesOf(twin, 2)]
  const answers = await Promise.all([push(one, pc, ours), push(other, twin, theirs)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const kept = answers[0].status === 200 ? ours : theirs
  const aside: (readonly string[])[] = []
  for await (const { lines } of one.city.record.quarantined()) aside.push(lines)
  expect([await held(one, pc.device), await held(other, pc.device), aside]).toEqual([kept, kept, [kept === ours ? theirs : ours]])
})
