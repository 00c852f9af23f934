import fc from 'fast-check'
import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Position } from '../../shared/acts/act.ts'
import { inFoldingOrder } from '../../shared/acts/order.ts'
import { by, counting, DEVICE, NOON, note, openAt } from '../../tests/builders/journal-world.ts'
import { pretendPc } from '../../tests/builders/pretend-pc.ts'

let root: string
beforeEach(async () => { root = await mkdtemp(join(tmpdir(), 'journal-')) })
afterEach(() => rm(root, { recursive: true }))

const EARLIER = '2026-11-24T03:00:00.000Z'

function linesOf(device: string, count: number, at = EARLIER): readonly string[] {
  const pc = pretendPc(device)
  return Array.from({ length: count }, (_, i) => pc.write([note(`d${String(i % 3)}`, `${device} ${String(i)}`)], at)[0]?.line ?? '')
}

test('J1 lines of another desk lie here as they were written, follow its chain, and are found again after a restart', async () => {
  const lines = linesOf('pc-two', 5)
  const journal = await openAt(root)
  await journal.append([note('d0', 'own')], by)
  expect(await journal.receive('pc-two', lines.slice(0, 2))).toEqual({ ok: true, value: null })
  expect(await journal.receive('pc-two', lines)).toEqual({ ok: true, value: null })
  expect(await journal.linesAfter('pc-two', 1, 1e6)).toEqual(lines.slice(1))
  const texts = (await journal.actsOf('dossier:d0')).map(({ body }) => body['text'])
  await journal.close()

  const again = await openAt(root)
  expect((await again.actsOf('dossier:d0')).map(({ body }) => body['text'])).toEqual(texts)
  expect([texts, again.heads()['pc-two']?.seq]).toEqual([['pc-two 0', 'pc-two 3', 'own'], 5])
  await again.close()
})

test('J1 what does not follow is refused by its own name, and what stood right before it stays', async () => {
  const lines = linesOf('pc-two', 4)
  const journal = await openAt(root)
  const answers = [
    await journal.receive('pc-two', lines.slice(1)),
    await journal.receive('pc-two', [lines[0] ?? '', 'no line']),
    await journal.receive('pc-two', linesOf('pc-two', 2)),
    await journal.receive('pc-two', linesOf('pc-three', 1)),
    await journal.receive(DEVICE, lines),
  ]
  expect(answers.map(answer => answer.ok ? 'ok' : answer.problem.code)).toEqual([
    'journal/line-gap', 'journal/line-broken', 'journal/line-fork', 'journal/line-broken', 'journal/read-only',
  ])
  expect(await journal.linesAfter('pc-two', 0, 1e6)).toEqual(lines.slice(0, 1))
  await journal.close()
})

test('J2 acts of one append are taken together or not yet', async () => {
  const pc = pretendPc('pc-two')
  const lines = pc.write([note('d0'), note('d0'), note('d0')], EARLIER).map(({ line }) => line)
  const journal = await openAt(root)
  await journal.receive('pc-two', lines.slice(0, 2))
  expect(journal.heads()['pc-two']).toBeUndefined()
  await journal.receive('pc-two', lines)
  expect(journal.heads()['pc-two']?.seq).toBe(3)
  await journal.close()
})

test('J4 what is written after another desk was read is later, however far ahead its clock ran', async () => {
  const journal = await openAt(root)
  await journal.receive('pc-two', linesOf('pc-two', 1, '2026-12-24T03:00:00.000Z'))
  const saved = await journal.append([note('d0')], by)
  const acts = await journal.actsOf('dossier:d0')
  expect([saved.ok && saved.value[0]?.name, acts.length]).toEqual([acts[1]?.name, 2])
  await journal.close()
})

test('J4 a clock that runs days ahead is followed in the order of acts, and is not believed as a time', async () => {
  const journal = await openAt(root)
  await journal.append([note('d0')], by)
  await journal.receive('pc-two', linesOf('pc-two', 1, '2026-11-26T03:00:00.000Z'))
  expect(journal.newestAt()).toBe('2026-11-26T03:00:00.000Z')
  await journal.receive('pc-three', linesOf('pc-three', 1, '2027-11-25T03:00:00.000Z'))
  const [saved] = await journal.append([note('d0')], by).then(answer => answer.ok ? answer.value : [])
  expect([journal.newestAt(), (await journal.actsOf('dossier:d0')).at(-1)?.name]).toEqual(['2026-11-26T03:00:00.000Z', saved?.name])
  await journal.close()
  const again = await openAt(root)
  expect(again.newestAt()).toBe('2026-11-26T03:00:00.000Z')
  await again.close()
})

test('J3 a torn end of another desk\'s log is put aside without a word, and comes again', async () => {
  const lines = linesOf('pc-two', 3)
  const journal = await openAt(root)
  await journal.receive('pc-two', lines.slice(0, 2))
  await journal.close()
  const [file = ''] = await readdir(join(root, 'journal', 'pc-two'))
  await appendFile(join(root, 'journal', 'pc-two', file), (lines[2] ?? '').slice(0, 40))

  const again = await openAt(root)
  expect([again.state().readOnly, again.state().tornLines, again.heads()['pc-two']?.seq]).toEqual([null, 0, 2])
  expect((await again.receive('pc-two', lines)).ok).toBe(true)
  expect(await again.linesAfter('pc-two', 0, 1e6)).toEqual(lines)
  await again.close()
})

test('D1 any order of arrival leaves the same acts of each subject, now and after a restart', async () => {
  const logs = ['pc-a001', 'pc-b001', 'pc-c001'].map((device, i) => ({ device, lines: linesOf(device, 6, `2026-11-2${String(i + 1)}T03:00:00.000Z`) }))
  const told = async (journal: Awaited<ReturnType<typeof openAt>>) => Promise.all(['d0', 'd1', 'd2'].map(async subject => {
    const acts = await journal.actsOf(`dossier:${subject}`)
    expect(acts).toEqual(inFoldingOrder(acts))
    return acts.map(({ name }) => name)
  }))
  let first: unknown
  const turns = fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 4 })), { minLength: 3, maxLength: 12 })
  await fc.assert(fc.asyncProperty(turns, async steps => {
    const folder = await mkdtemp(join(tmpdir(), 'journal-'))
    const journal = await openAt(folder)
    for (const [which, upTo] of steps) {
      const log = logs[which]
      if (log !== undefined) await journal.receive(log.device, log.lines.slice(0, (journal.heads()[log.device]?.seq ?? 0) + upTo))
    }
    for (const { device, lines } of logs) await journal.receive(device, lines)
    const before = await told(journal)
    first ??= before
    expect(before).toEqual(first)
    await journal.close()
    const again = await openAt(folder)
    expect(await told(again)).toEqual(first)
    await again.close()
    await rm(folder, { recursive: true })
  }), { numRuns: 25 })
}, 60_000)

test('folds hear what arrived, also when it is older than the checkpoint', async () => {
  const journal = await openAt(root)
  await journal.append([note('d0')], by)
  await journal.verified()
  await journal.receive('pc-two', linesOf('pc-two', 4, '2026-11-01T03:00:00.000Z'))
  expect([journal.fold(counting), journal.newestAt()]).toEqual([5, NOON])
  await journal.close()
  const again = await openAt(root)
  expect(again.fold(counting)).toBe(5)
  await again.close()
})

test('J6 whoever reads on from where they were has every subject as it is, whichever desk touched it last', async () => {
  const turn = fc.record({ desk: fc.constantFrom('own', 'pc-00-before', 'pc-zz-behind'), subject: fc.nat(2), isReadAfter: fc.boolean() })
  const turns = fc.array(turn, { minLength: 1, maxLength: 12 })
  await fc.assert(fc.asyncProperty(turns, fc.integer({ min: 1, max: 3 }), async (taken, limit) => {
    const folder = await mkdtemp(join(tmpdir(), 'journal-'))
    const journal = await openAt(folder)
    const pcs = new Map(['pc-00-before', 'pc-zz-behind'].map(device => [device, pretendPc(device)]))
    const met = new Map<string, readonly string[]>()
    let position: Position = {}
    const readOn = async (): Promise<void> => {
      for (let done = false; !done;) {
        const page = await journal.subjectsAfter(position, limit)
        for (const { subject, acts } of page.subjects) met.set(subject, acts.map(({ name }) => name))
        position = page.position
        done = page.done
      }
    }
    for (const { desk, subject, isReadAfter } of taken) {
      const act = note(`d${String(subject)}`)
      const pc = pcs.get(desk)
      if (pc === undefined) await journal.append([act], by)
      else await journal.receive(desk, pc.write([act], EARLIER).map(({ line }) => line))
      if (isReadAfter) await readOn()
    }
    await readOn()
    for (const [subject, names] of met) expect((await journal.actsOf(subject)).map(({ name }) => name)).toEqual(names)
    expect(met.size).toBe(new Set(taken.map(({ subject }) => subject)).size)
    await journal.close()
    await rm(folder, { recursive: true })
  }), { numRuns: 60 })
})
