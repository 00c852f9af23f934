import { expect, test } from 'vitest'
import type { Journal } from '../journal/journal.ts'
import { openJournalDoor } from './journal-door.ts'

function door() {
  const asked: unknown[] = []
  const journal = {
    state: () => { throw new Error('not asked here') },
    actsOf: async (subject: string) => { asked.push(subject); return [] },
    subjectsAfter: async (...question: unknown[]) => {
      asked.push(question)
      return { subjects: [], position: {}, done: true, readCount: 0, totalCount: 0 }
    },
  }
  return { asked, api: openJournalDoor(journal as unknown as Journal) }
}

test('the window reads dossiers and certifications, and nothing of people, PINs or devices', async () => {
  const { asked, api } = door()
  expect(await api.actsOf('dossier:1')).toEqual([])
  expect(await api.actsOf('certification:1')).toEqual([])
  for (const subject of ['user:an', 'device:pc-one', 'book:pc-one.copies.2026', 'certification', '', 7]) {
    await expect(api.actsOf(subject as string)).rejects.toThrow('neither')
  }
  expect(asked).toEqual(['dossier:1', 'certification:1'])
})

test('a page of the journal holds both, and a question that is none is refused', async () => {
  const { asked, api } = door()
  expect(await api.subjectsAfter({}, 500)).toMatchObject({ subjects: '[]', done: true })
  expect(asked).toEqual([[{}, 500, ['dossier', 'certification']]])
  for (const question of [[{}, -1], [{}, 1001], ['x', 1], [{ pc: 1 }, 1]]) {
    await expect(api.subjectsAfter(...question as [never, number])).rejects.toThrow('other than a position')
  }
})
