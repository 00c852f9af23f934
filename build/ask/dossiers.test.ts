import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { by, DEVICE, openAt } from '../../tests/builders/journal-world.ts'
import { answer } from './answer.ts'

const noInput = () => Promise.resolve('')

test('a folder that is not there has no answer, an empty one has no dossiers', async () => {
  const root = mkdtempSync(join(tmpdir(), 'ask-'))
  expect(await answer(['dossiers', '--', join(root, 'nowhere')], noInput)).toEqual({ sentence: '"dossiers" has no answer: ask/folder-missing.' })
  expect(await answer(['dossiers'], noInput)).toEqual({ sentence: '"dossiers" has no answer: ask/folder-unnamed.' })
  expect(await answer(['dossiers', '--', root], noInput)).toEqual({ answers: [] })
  rmSync(root, { recursive: true })
})

test('dossiers are folded from the lines on disk, and a torn tail is left where it lies', async () => {
  const root = mkdtempSync(join(tmpdir(), 'ask-'))
  const journal = await openAt(root)
  const refused = {
    procedure: { code: '1.001193', name: 'Khai sinh', field: 'Hộ tịch', version: '2026-07', caseId: 'default', caseName: '' },
    applicant: { name: 'Nguyễn Thị Ẩm' }, content: 'Khai sinh', channel: 'direct', receivedBy: '31120', resolvedBy: '31120',
    deskName: 'Quầy 1', clerkName: 'Lê Văn Bình', clockDoubted: false, reason: 'Không thuộc thẩm quyền',
  }
  await journal.append([{ subject: 'dossier:d1', kind: 'dossier/refused', body: refused }], by)
  await journal.close()
  const folder = join(root, 'journal', DEVICE)
  appendFileSync(join(folder, readdirSync(folder)[0] ?? ''), '{"v":1,"device":"')
  const before = readdirSync(root, { recursive: true }).sort()
  const given = await answer(['dossiers', '--', root], noInput)
  expect('answers' in given && given.answers).toMatchObject([{ subject: 'dossier:d1', state: 'refused', applicant: { name: 'Nguyễn Thị Ẩm' } }])
  expect(readdirSync(root, { recursive: true }).sort()).toEqual(before)
  rmSync(root, { recursive: true })
})
