import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Act } from '../../shared/acts/act.ts'
import { by, counting, DEVICE, note, openAt } from '../../tests/builders/journal-world.ts'
import { readJournalOnDisk } from '../../tests/faults/oracle.ts'

function newRoot(): string {
  return mkdtempSync(join(tmpdir(), 'journal-'))
}

function textOf(root: string): string {
  const folder = join(root, 'journal', DEVICE)
  return readdirSync(folder).sort().map(file => readFileSync(join(folder, file), 'utf8')).join('')
}

test('closing twice, at once or later, closes once', async () => {
  const root = newRoot()
  const journal = await openAt(root)
  await journal.append([note('a')], by)
  await Promise.all([journal.close(), journal.close()])
  await journal.close()
  const again = await openAt(root)
  expect(again.state()).toMatchObject({ actCount: 1, endedAbruptly: false })
  await again.close()
})

test('J1 J2 what was saved is there again at the next start, in order and with the same names', async () => {
  const root = newRoot()
  const journal = await openAt(root)
  const saved: Act[] = []
  for (const dossier of ['a', 'b', 'a']) {
    const result = await journal.append([note(dossier)], by)
    if (result.ok) saved.push(...result.value)
  }
  expect(journal.fold(counting)).toBe(3)
  await journal.close()
  const again = await openAt(root)
  expect(again.fold(counting)).toBe(3)
  expect(await again.actsOf('dossier:a')).toEqual([saved[0], saved[2]])
  expect(again.state()).toMatchObject({ actCount: 3, readOnly: null, tornLines: 0, endedAbruptly: false })
  expect(again.heads()).toEqual({ [DEVICE]: { seq: 3, name: saved[2]?.name } })
  await again.close()
})

test('J2 whoever was answered finds the line in the file, also where many share a flush', async () => {
  const root = newRoot()
  const journal = await openAt(root)
  const seqs = await Promise.all(Array.from({ length: 30 }, async (_, writer) => {
    const result = await journal.append([note(`d${writer}`, 'one'), note(`d${writer}`, 'two')], by)
    const names = result.ok ? result.value.map(({ name }) => name) : []
    expect(readJournalOnDisk(root).namesByDevice.get(DEVICE)).toEqual(expect.arrayContaining(names))
    return result.ok ? result.value.map(({ seq }) => seq) : []
  }))
  expect(seqs.flat()).toEqual(Array.from({ length: 60 }, (_, at) => at + 1))
  expect(readJournalOnDisk(root).brokenLines).toBe(0)
  await journal.close()
})

test('J2 a fold shows at once what is on its way, so that two decisions never draw one number', async () => {
  const journal = await openAt(newRoot())
  const first = journal.append([note('a')], by)
  expect(journal.fold(counting)).toBe(1)
  await first
  await journal.close()
})

test('each act knows the acts of its own append, and what its author had seen', async () => {
  const journal = await openAt(newRoot())
  const result = await journal.append([note('a'), note('b'), note('a')], { ...by, seen: { 'dossier:b': { 'quay-02': 7 } } })
  expect(result.ok && result.value.map(({ seen }) => seen)).toEqual([{}, { 'quay-02': 7 }, { [DEVICE]: 1 }])
  await journal.close()
})

test('J6 all but the logs can be deleted, or be garbage', async () => {
  const root = newRoot()
  const journal = await openAt(root)
  for (const dossier of ['a', 'b', 'c']) await journal.append([note(dossier)], by)
  await journal.verified()
  await journal.close()
  const heads = journal.heads()
  for (const spoil of [(file: string) => { rmSync(file, { recursive: true, force: true }) }, (file: string) => { writeFileSync(file, 'garbage') }]) {
    for (const file of readdirSync(root).filter(name => name !== 'journal')) spoil(join(root, file))
    const again = await openAt(root)
    expect([again.fold(counting), again.heads(), (await again.verified()).readOnly]).toEqual([3, heads, null])
    await again.close()
  }
})

test('J6 a checkpoint of another version of a fold is read past', async () => {
  const root = newRoot()
  const journal = await openAt(root)
  await journal.append([note('a')], by)
  await journal.close()
  const doubled = { ...counting, version: 2, apply: (count: number) => count + 2 }
  const again = await openAt(root, { folds: [doubled] })
  expect(again.fold(doubled)).toBe(2)
  await again.close()
})

test('a clock that went back a day goes on in the newest file', async () => {
  const root = newRoot()
  let now = Date.parse('2026-11-25T05:00:00.000Z')
  const journal = await openAt(root, { now: () => now })
  await journal.append([note('a')], by)
  now -= 3 * 86_400_000
  await journal.append([note('b')], by)
  now += 4 * 86_400_000
  await journal.append([note('c')], by)
  await journal.close()
  expect(readdirSync(join(root, 'journal', DEVICE)).sort()).toEqual(['2026-11-25.ndjson', '2026-11-26.ndjson'])
  expect(readJournalOnDisk(root).brokenLines).toBe(0)
})

test('foreign files do no harm, and a log of another office is told and left out', async () => {
  const root = newRoot()
  const enrolled = (unit: string) => ({ subject: 'device:x', kind: 'device/enrolled', body: { unit } })
  const unitOf = (act: Act): string | undefined => typeof act.body['unit'] === 'string' ? act.body['unit'] : undefined
  for (const [device, unit] of [['quay-09', '31999'], [DEVICE, '31117']] as const) {
    const journal = await openAt(root, { device, unitOf })
    await journal.append([enrolled(unit), note(`of-${unit}`)], by)
    await journal.close()
  }
  writeFileSync(join(root, 'journal', 'readme.txt'), 'x')
  writeFileSync(join(root, 'journal', DEVICE, 'Thumbs.db'), 'x')
  const journal = await openAt(root, { unitOf })
  expect(journal.problems()).toEqual([{ code: 'journal/another-unit', device: 'quay-09', unit: '31999' }])
  expect(Object.keys(journal.heads())).toEqual([DEVICE])
  expect(await journal.actsOf('dossier:of-31999')).toEqual([])
  expect(textOf(root)).toContain('of-31117')
  await journal.close()
})

test('a folder that cannot be made opens read-only, and refuses in words', async () => {
  const root = join(newRoot(), 'file')
  writeFileSync(root, '')
  const journal = await openAt(root)
  expect(await journal.append([note('a')], by)).toMatchObject({ ok: false, problem: { code: 'journal/read-only', reason: 'folder' } })
  await journal.close()
})

test('each subject touched comes once, with all its acts, page by page', async () => {
  const journal = await openAt(newRoot())
  for (const dossier of ['a', 'b', 'a', 'c', 'b', 'd']) await journal.append([note(dossier)], by)
  const first = await journal.subjectsAfter({}, 2)
  expect(first.subjects.map(({ subject, acts }) => [subject, acts.length])).toEqual([['dossier:a', 2], ['dossier:c', 1]])
  const second = await journal.subjectsAfter(first.position, 2)
  expect(second.subjects.map(({ subject, acts }) => [subject, acts.length])).toEqual([['dossier:b', 2], ['dossier:d', 1]])
  expect(second).toMatchObject({ done: true, position: journal.heads(), readCount: 6, totalCount: 6 })
  expect((await journal.subjectsAfter(second.position, 2)).subjects).toEqual([])
  await journal.close()
})
