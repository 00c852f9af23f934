import { expect, test } from 'vitest'
import type { TrayPage } from '../../../shared/bridge/scanning-api.ts'
import { trayReminders } from './reminders.ts'

test('the desk reminds of pages in the tray that nobody filed, and leads there', () => {
  const page: TrayPage = {
    id: 'one', batch: 'b', sheet: 1, side: 'front', state: 'ready', page: null, problem: null, cover: null, aside: null, isFaint: false,
    place: null, suggestion: null, turn: 0, at: '2026-11-25T02:00:00.000Z', scanner: 'Máy thử',
  }
  const placed: TrayPage = { ...page, place: { kind: 'paper', subject: 'dossier:1', paper: 'p1' } }
  const said = trayReminders([
    page, page, placed, { ...page, aside: 'blank' }, { ...page, place: { kind: 'draft', draft: 'd', paper: 'r' } },
    { ...page, cover: { subject: null, code: '', paper: null } },
  ])
  expect(said.map(({ title }) => title)).toEqual(['2 trang trong Khay quét chưa rõ thuộc giấy nào', '1 trang trong Khay quét đã xếp, chưa lưu'])
  expect(said.every(({ opens }) => opens !== undefined && 'place' in opens && opens.place === 'scan')).toBe(true)
  expect(trayReminders([])).toEqual([])
})
