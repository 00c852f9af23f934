import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countedRow, NO_COUNTS, recount, type CountedRow } from './counts.ts'
import { DESK_LISTS, type DeskList } from './desk-list.ts'
import type { DossierRow } from './row.ts'

const TODAY = '2026-11-25'
const MOMENT = { today: TODAY, me: 'an' }
const days = ['2026-11-20', '2026-11-24', TODAY, '2026-11-26', '2026-12-31']
const instants = ['2026-11-24T16:59:59.999Z', '2026-11-24T17:00:00.000Z', '2026-11-25T03:00:00.000Z', '2026-11-25T17:00:00.000Z']

type Asked = CountedRow & Pick<DossierRow, 'dueKey'>

const row: fc.Arbitrary<Asked> = fc.record({
  entry: fc.constantFrom('received', 'guided', 'refused', 'voided'),
  dueOn: fc.constantFrom(...days, null),
  task: fc.constantFrom('forward', 'process', 'supplement', 'payment', 'sign', 'number', 'return'),
  worker: fc.constantFrom('an', 'hoa', ''),
  liesSince: fc.constantFrom('2026-10-25T16:59:59.999Z', '2026-10-25T17:00:00.000Z', '2026-10-26T03:00:00.000Z', '2026-11-24T03:00:00.000Z'),
  waits: fc.constantFrom('papers', 'nothing'),
  provisional: fc.constantFrom('yes', 'no'),
  disputed: fc.constantFrom('yes', 'no'),
  receivedAt: fc.constantFrom(...instants),
}).map(({ liesSince, ...made }) => ({
  ...made,
  readySince: made.task === 'return' ? liesSince : '',
  queue: made.entry === 'received' ? 'open' : made.entry === 'guided' ? 'guided' : 'closed',
  dueKey: `${made.dueOn ?? '9999-12-31'} `,
}) as const)

/** Whether the index would give this row for a list: equality, ranges and choices are all its questions know. */
function isAskedFor(list: DeskList, asked: Asked): boolean {
  const { selector } = list.query(MOMENT)
  return Object.entries(selector).every(([field, wanted]) => {
    const value = String(asked[field as keyof Asked])
    if (typeof wanted === 'string') return value === wanted
    const { $gte, $lt, $in } = wanted as { $gte?: string; $lt?: string; $in?: readonly string[] }
    return ($gte === undefined || value >= $gte) && ($lt === undefined || value < $lt) && ($in === undefined || $in.includes(value))
  })
}

test('every number of the desk is exactly as many rows as its list has', () => {
  fc.assert(fc.property(fc.array(row, { maxLength: 40 }), rows => {
    const counts = recount(NO_COUNTS, rows.map(after => ({ before: undefined, after })))
    for (const list of Object.values(DESK_LISTS)) {
      expect(list.count(counts, MOMENT)).toBe(rows.filter(asked => isAskedFor(list, asked)).length)
    }
  }))
})

test('a row that changes is counted where it is now, and nowhere else', () => {
  fc.assert(fc.property(row, row, (before, after) => {
    const first = recount(NO_COUNTS, [{ before: undefined, after: countedRow(before) }])
    expect(recount(first, [{ before, after }])).toEqual(recount(NO_COUNTS, [{ before: undefined, after }]))
  }))
})
