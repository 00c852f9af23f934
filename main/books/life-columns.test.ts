import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Life } from '../../shared/reports/life.ts'
import { fromLifeColumns, toLifeColumns, type LifeColumns } from './life-columns.ts'

/** Objects as JSON makes them. */
const plain = <T>(parts: { [Key in keyof T]: fc.Arbitrary<T[Key]> }): fc.Arbitrary<T> => fc.record(parts, { noNullPrototype: true })
const day = fc.constantFrom('2026-11-20', '2026-11-21', '2026-11-23')
const dayOrNone = fc.option(day)
/** Few values, so that many are shared; texts that look like numbers, lists or nothing are among them. */
const text = fc.constantFrom('', 'Đất đai', '[]', 'null', '0', '-1', '__proto__')
const life: fc.Arbitrary<Life> = plain({
  subject: fc.constant(''), field: text, procedureCode: text, procedureName: text, clerk: text, unit: text,
  channel: fc.constantFrom('direct', 'online', 'post'), receivedOn: day,
  end: fc.option(plain({ on: day, isWithdrawn: fc.boolean() })),
  dues: fc.array(plain({ since: day, dueOn: dayOrNone }), { maxLength: 3 }),
  waits: fc.array(plain({ from: day, until: dayOrNone }), { maxLength: 2 }), delayReason: fc.option(text),
  supplementsAskedOn: fc.array(day, { maxLength: 2 }),
})

test('what figures know of any dossiers is the same after it was written down by columns and read back, nothing too', () => {
  fc.assert(fc.property(fc.array(fc.option(life, { nil: undefined }), { maxLength: 20 }), some => {
    const lives = some.map((each, i) => (each === undefined ? undefined : { ...each, subject: `dossier:${String(i)}` }))
    const written = JSON.stringify(toLifeColumns(lives))
    expect(fromLifeColumns(JSON.parse(written) as LifeColumns, lives.map((_, i) => `dossier:${String(i)}`))).toStrictEqual(lives)
  }))
})

test('a value that many share stands once', () => {
  const one: Life = {
    subject: 'dossier:0', field: 'Đất đai', procedureCode: '1.0', procedureName: 'Đăng ký', clerk: 'An', unit: '31120', channel: 'direct',
    receivedOn: '2026-11-20', end: null, dues: [{ since: '2026-11-20', dueOn: '2026-11-25' }], waits: [],
    delayReason: null, supplementsAskedOn: [],
  }
  const { field, dues, end } = toLifeColumns([one, undefined, { ...one, subject: 'dossier:2', end: { on: '2026-11-24', isWithdrawn: false } }])
  expect([field, dues.values.length, end.places]).toEqual([{ values: ['Đất đai'], places: [0, -1, 0] }, 1, [0, -1, 1]])
})
