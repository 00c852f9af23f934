import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Act } from '../../shared/acts/act.ts'
import type { Fold } from './folds.ts'
import { openJournal, type Journal, type JournalOptions } from './journal.ts'

const NOON = Date.parse('2026-11-25T05:00:00.000Z')
const by = { author: 'clerk', at: '2026-11-25T05:00:00.000Z' }
const counting: Fold<number> = { name: 'count', version: 1, initial: 0, apply: state => state + 1 }

function newRoot(): string {
  return mkdtempSync(join(tmpdir(), 'journal-'))
}

function open(root: string, more: Partial<JournalOptions> = {}): Promise<Journal> {
  return openJournal({ root, device: 'quay-01', now: () => NOON, randomBytes, folds: [counting], ...more })
}

const note = (dossier: string, text = 'x') => ({ subject: `dossier:${dossier}`, kind: 'dossier/noted', body: { text } })

test('J1 J2 what was saved is there again at the next start, in order and with the same names', async () => {
  const root = newRoot()
  const journal = await open(root)
  const saved: Act[] = []
  for (const dossier of ['a', 'b', 'a']) {
    const result = await journal.append([note(dossier)], by)
    if (result.ok) saved.push(...result.value)
  }
  expect(journal.fold(counting)).toBe(3)
  await journal.close()
  const again = await open(root)
  expect(again.fold(counting)).toBe(3)
  expect(await again.actsOf('dossier:a')).toEqual([saved[0], saved[2]])
  expect(again.state()).toMatchObject({ actCount: 3, readOnly: null, tornLines: 0, endedAbruptly: false })
  expect(again.heads()).toEqual({ 'quay-01': { seq: 3, name: saved[2]?.name } })
  await again.close()
})

test('each subject touched comes once, with all its acts, page by page', async () => {
  const journal = await open(newRoot())
  for (const dossier of ['a', 'b', 'a', 'c', 'b', 'd']) await journal.append([note(dossier)], by)
  const first = await journal.subjectsAfter({}, 2)
  expect(first.subjects.map(({ subject, acts }) => [subject, acts.length])).toEqual([['dossier:a', 2], ['dossier:c', 1]])
  const second = await journal.subjectsAfter(first.position, 2)
  expect(second.subjects.map(({ subject, acts }) => [subject, acts.length])).toEqual([['dossier:b', 2], ['dossier:d', 1]])
  expect(second).toMatchObject({ done: true, position: journal.heads(), readCount: 6, totalCount: 6 })
  expect((await journal.subjectsAfter(second.position, 2)).subjects).toEqual([])
  await journal.close()
})
