import { expect, test } from 'vitest'
import { asksSame, NOTHING_ASKED, readFind, type Find } from '../../state/find.ts'
import { readSaved } from '../../state/saved-searches.ts'
import { findToFilter, isNoDay } from './find-to-filter.ts'
import { suggestName } from './suggest-name.ts'

const TODAY = '2026-11-25'
const asked = (change: Partial<Find>) => findToFilter({ ...NOTHING_ASKED, ...change }, TODAY)

test('what is not asked is not filtered', () => {
  expect(asked({})).toEqual({})
  expect(asked({ text: 'nguyễn', received: 'range', due: 'range' })).toEqual({})
})

test('days are meant as of today, and overdue is what the desk counts', () => {
  expect(asked({ received: 'today' })).toEqual({ received: { from: TODAY, until: TODAY } })
  expect(asked({ received: 'week' })).toEqual({ received: { from: '2026-11-19', until: TODAY } })
  expect(asked({ received: 'month' })).toEqual({ received: { from: '2026-11-01', until: TODAY } })
  expect(asked({ received: 'year' })).toEqual({ received: { from: '2026-01-01', until: TODAY } })
  expect(asked({ due: 'overdue' })).toEqual({ due: { until: '2026-11-24', isOpen: true } })
  expect(asked({ due: 'none', state: 'received' })).toEqual({ due: 'none', state: 'received' })
})

test('a typed range is asked as far as it is days', () => {
  expect(asked({ received: 'range', receivedFrom: '1/11/2026', receivedUntil: 'mai' })).toEqual({ received: { from: '2026-11-01' } })
  expect(asked({ due: 'range', dueUntil: '30112026' })).toEqual({ due: { until: '2026-11-30', isOpen: false } })
  expect([isNoDay(''), isNoDay('31/2/2026'), isNoDay('20/11/2026')]).toEqual([false, true, false])
})

test('a kept question is read again as it was; what is damaged or unknown is not asked', () => {
  const find: Find = { ...NOTHING_ASKED, text: 'đất', due: 'overdue', holder: '-' }
  expect(readSaved(JSON.stringify([{ name: 'Đất quá hạn', find }]))).toEqual([{ name: 'Đất quá hạn', find }])
  expect(asksSame(readFind({ ...find, text: ' đất ' }), find)).toBe(true)
  expect(readFind({ due: 'some day', received: 7, planted: 'x' })).toEqual(NOTHING_ASKED)
  for (const damaged of [null, '', '{', '7', '[{"name":""},null,3]']) expect(readSaved(damaged)).toEqual([])
  expect(readSaved(JSON.stringify(Array.from({ length: 20 }, (_, i) => ({ name: String(i), find }))))).toHaveLength(9)
})

test('a question proposes its own name', () => {
  expect(suggestName({ ...NOTHING_ASKED, text: 'nguyễn', state: 'processing', due: 'overdue' })).toBe('nguyễn, Đang giải quyết, Quá hạn')
})
