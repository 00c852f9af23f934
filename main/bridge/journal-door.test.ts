import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Act } from '../../shared/acts/act.ts'
import { by, note, openAt } from '../../tests/builders/journal-world.ts'
import type { Journal } from '../journal/journal.ts'
import { openJournalDoor } from './journal-door.ts'

const KEPT = ['dossier:1', 'certification:1', 'user:an', 'device:pc-one']
const NOBODYS = ['book:pc-one.copies.2026', 'certification', '', 7]

let root: string
let journal: Journal

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'journal-door-'))
  journal = await openAt(root)
  for (const subject of KEPT) {
    const saved = await journal.append([{ ...note('1', subject), subject }], by)
    if (!saved.ok) throw new Error(`Not written: ${saved.problem.code}`)
  }
})

afterEach(async () => {
  await journal.close()
  await rm(root, { recursive: true })
})

test('the window reads dossiers and certifications, and nothing of people, PINs or devices', async () => {
  const door = openJournalDoor(journal)
  const textsOf = async (subject: string) => (await door.actsOf(subject)).map(({ body }) => body)
  expect(await textsOf('dossier:1')).toEqual([{ text: 'dossier:1' }])
  expect(await textsOf('certification:1')).toEqual([{ text: 'certification:1' }])
  for (const subject of [...KEPT.slice(2), ...NOBODYS]) {
    await expect(door.actsOf(subject as string)).rejects.toThrow('neither')
  }
})

test('a page of the journal holds both, and a question that is none is refused', async () => {
  const door = openJournalDoor(journal)
  const page = await door.subjectsAfter({}, 500)
  expect([page.done, page.readCount, page.totalCount]).toEqual([true, KEPT.length, KEPT.length])
  const subjects = JSON.parse(page.subjects) as { subject: string, acts: readonly Act[] }[]
  expect(subjects.map(({ subject }) => subject).toSorted()).toEqual(['certification:1', 'dossier:1'])
  for (const question of [[{}, -1], [{}, 1001], ['x', 1], [{ pc: 1 }, 1]]) {
    await expect(door.subjectsAfter(...question as [never, number])).rejects.toThrow('other than a position')
  }
})
