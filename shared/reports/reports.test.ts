import fc from 'fast-check'
import { expect, test } from 'vitest'
import { madeLives } from '../../tests/builders/made-lives.ts'
import { addDays, type Day } from '../base/day.ts'
import { cityIndex } from './city-index.ts'
import { getGrouping, GROUPINGS } from './groupings.ts'
import type { Life } from './life.ts'
import { overdueReasons } from './overdue-reasons.ts'
import { periodOf, type Period } from './period.ts'
import { progress, type ProgressColumn } from './progress.ts'
import type { ReportColumn } from './report.ts'
import { REPORTS } from './reports.ts'
import { tabulate } from './tabulate.ts'

const FIRST = '2026-01-01'
const anyDay = fc.integer({ min: 0, max: 500 }).map(count => addDays(FIRST, count))
const anyLives = madeLives({ from: FIRST, days: 400, maxLength: 60 })
const anyMonth = anyDay.map(on => periodOf('month', on))
const anyGrouping = fc.constantFrom(...GROUPINGS)
const byField = getGrouping('field')
const ADDING_UP = ['online', 'direct', 'ended', 'early', 'onTime', 'overdue'] as const

const figures = (lives: readonly Life[], period: Period, today: Day): Readonly<Record<ProgressColumn, number>> => {
  const { cells } = tabulate(progress, byField, lives, period, today).total
  return Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, cell.length])) as Record<ProgressColumn, number>
}

test('3 = 7 + 11 in every row, whatever the month, the grouping and the lives', () => {
  fc.assert(fc.property(anyLives, anyMonth, anyDay, anyGrouping, (lives, month, today, grouping) => {
    const { rows, total } = tabulate(progress, grouping, lives, month, today)
    for (const { cells } of [...rows, total]) {
      expect(cells.received.length).toBe(cells.ended.length + cells.open.length)
      expect(subjects(cells.received)).toEqual(subjects([...cells.ended, ...cells.open]))
    }
  }), { numRuns: 2000 })
})

test('every column with parts is the sum of its parts, and the rows add up to the total, in every report', () => {
  fc.assert(fc.property(anyLives, anyMonth, anyDay, anyGrouping, fc.constantFrom(...REPORTS), (lives, month, today, grouping, report) => {
    const { rows, total } = tabulate<string>(report, grouping, lives, month, today)
    const columns: readonly ReportColumn[] = report.columns
    for (const { key, parts } of columns) {
      const cell = total.cells[key] ?? []
      expect(new Set(cell).size).toBe(cell.length)
      if (parts.length > 0) expect(cell).toEqual(parts.flatMap(part => total.cells[part] ?? []))
      expect(subjects(rows.flatMap(row => row.cells[key] ?? []))).toEqual(subjects(cell))
    }
  }), { numRuns: 500 })
})

test('what was received and what ended adds up over the days of a range, and what is open is carried over', () => {
  fc.assert(fc.property(anyLives, anyDay, fc.integer({ min: 1, max: 40 }), fc.nat(60), (lives, from, before, after) => {
    const [middle, until] = [addDays(from, before), addDays(from, before + after)]
    const whole = figures(lives, { from, until }, until)
    const first = figures(lives, { from, until: addDays(middle, -1) }, until)
    const second = figures(lives, { from: middle, until }, until)
    for (const key of ADDING_UP) expect(whole[key]).toBe(first[key] + second[key])
    expect(second.carriedOver).toBe(first.open)
    expect([whole.carriedOver, whole.open, whole.openOverdue]).toEqual([first.carriedOver, second.open, second.openOverdue])
  }), { numRuns: 500 })
})

test('S11 the figures of a month that is over stay what they were, whatever happens later', () => {
  fc.assert(fc.property(anyLives, anyMonth, anyDay, (lives, month, later) => {
    const asItWas = lives.filter(({ receivedOn }) => receivedOn <= month.until).map(life => cutOff(life, month.until))
    const today = later > month.until ? later : month.until
    expect(figures(lives, month, today)).toEqual(figures(asItWas, month, month.until))
  }), { numRuns: 500 })
})

test('any order of dossiers gives the same report', () => {
  fc.assert(fc.property(anyLives, anyMonth, anyGrouping, fc.infiniteStream(fc.nat()), (lives, month, grouping, chance) => {
    const drawn = lives.map(life => ({ life, place: Number(chance.next().value) }))
    const shuffled = drawn.sort((one, other) => one.place - other.place).map(({ life }) => life)
    const shown = (some: readonly Life[]): unknown => tabulate(progress, grouping, some, month, month.until).rows
      .map(({ key, name, cells }) => [key, name, Object.values(cells).map(subjects)])
    expect(shown(shuffled)).toEqual(shown(lives))
  }), { numRuns: 300 })
})

test('a row bears the newest name of its group', () => {
  const old = { ...LIFE, subject: 'a', receivedOn: '2026-03-01', procedureName: 'Cấp bản sao' }
  const renamed = { ...LIFE, subject: 'b', receivedOn: '2026-03-02', procedureName: 'Cấp bản sao trích lục' }
  const { rows } = tabulate(progress, getGrouping('procedure'), [renamed, old], periodOf('month', '2026-03-01'), '2026-03-31')
  expect(rows.map(({ name, cells }) => [name, subjects(cells.received)])).toEqual([['Cấp bản sao trích lục', ['a', 'b']]])
})

test('T13 by days: early, on time, overdue; without a due day on time, and so is what a person takes back', () => {
  const ended = (on: Day, dueOn: Day | null, isWithdrawn = false): unknown =>
    columnsOf({ ...LIFE, dues: [{ since: LIFE.receivedOn, dueOn }], end: { on, isWithdrawn } })
  expect(ended('2026-03-09', '2026-03-10')).toEqual(['direct', 'early'])
  expect(ended('2026-03-10', '2026-03-10')).toEqual(['direct', 'onTime'])
  expect(ended('2026-03-11', '2026-03-10')).toEqual(['direct', 'overdue'])
  expect(ended('2026-03-11', null)).toEqual(['direct', 'onTime'])
  expect(ended('2026-03-11', '2026-03-10', true)).toEqual(['direct', 'onTime'])
})

test('T13 what ended is measured by the due day that held then, and an open one by the day the period ended', () => {
  const dues = [{ since: '2026-03-02', dueOn: '2026-03-10' }, { since: '2026-03-09', dueOn: '2026-04-02' }]
  expect(columnsOf({ ...LIFE, dues, end: { on: '2026-03-20', isWithdrawn: false } })).toEqual(['direct', 'early'])
  expect(columnsOf({ ...LIFE, dues })).toEqual(['direct', 'openWithinDue'])
  expect(progress.place({ ...LIFE, dues }, periodOf('month', '2026-04-01'), '2026-04-02')).toEqual(['carriedOver', 'openWithinDue'])
  expect(progress.place({ ...LIFE, dues }, periodOf('month', '2026-04-01'), '2026-04-03')).toEqual(['carriedOver', 'openOverdue'])
})

test('a dossier that waits for a supplement is under way and within its time', () => {
  const late = { ...LIFE, dues: [{ since: LIFE.receivedOn, dueOn: '2026-03-10' }] }
  expect(columnsOf(late)).toEqual(['direct', 'openOverdue'])
  expect(columnsOf({ ...late, waits: [{ from: '2026-03-05', until: null }] })).toEqual(['direct', 'openWithinDue'])
  expect(columnsOf({ ...late, waits: [{ from: '2026-03-05', until: '2026-04-04' }] })).toEqual(['direct', 'openWithinDue'])
  expect(columnsOf({ ...late, waits: [{ from: '2026-03-05', until: '2026-03-09' }] })).toEqual(['direct', 'openOverdue'])
})

test('T13 more than one supplement request is late in the city\'s index only', () => {
  const twice = { ...LIFE, end: { on: '2026-03-04', isWithdrawn: false }, supplementsAskedOn: ['2026-03-02', '2026-03-03'] }
  expect(cityIndex.place(twice, MARCH, MARCH.until)).toEqual(['manySupplements'])
  expect(cityIndex.place({ ...twice, supplementsAskedOn: ['2026-03-02'] }, MARCH, MARCH.until)).toEqual(['inTime'])
  expect(cityIndex.place({ ...twice, dues: [{ since: '2026-03-02', dueOn: '2026-03-03' }] }, MARCH, MARCH.until)).toEqual(['pastDue'])
  expect(columnsOf(twice)).toEqual(['direct', 'onTime'])
})

const LIFE: Life = {
  subject: 'dossier:1', field: 'Hộ tịch', procedureCode: '1.004873', procedureName: 'Cấp giấy',
  clerk: 'Trần Thị B', channel: 'direct', unit: 'Phường Cái Răng',
  receivedOn: '2026-03-02', end: null, dues: [{ since: '2026-03-02', dueOn: null }], waits: [], delayReason: null, supplementsAskedOn: [],
}
function subjects(cell: readonly Life[]): readonly string[] {
  return cell.map(({ subject }) => subject).sort()
}

const MARCH = periodOf('month', '2026-03-01')

function columnsOf(life: Life): readonly ProgressColumn[] {
  return progress.place(life, MARCH, MARCH.until)
}

/** What was known of a life when this day ended. */
function cutOff(life: Life, at: Day): Life {
  return {
    ...life,
    end: life.end !== null && life.end.on <= at ? life.end : null,
    dues: life.dues.filter(({ since }, i) => i === 0 || since <= at),
    waits: life.waits.flatMap(({ from, until }) => (from > at ? [] : [{ from, until: until === null || until > at ? null : until }])),
    supplementsAskedOn: life.supplementsAskedOn.filter(on => on <= at),
  }
}

test('Biểu II.07a holds exactly what columns 10 and 13 of II.06a hold, a row a field and reason', () => {
  fc.assert(fc.property(anyLives, anyMonth, anyDay, (lives, month, today) => {
    const { rows, total } = tabulate(overdueReasons, getGrouping('delay-reason'), lives, month, today)
    const { cells } = tabulate(progress, byField, lives, month, today).total
    expect([total.cells.overdue, total.cells.openOverdue].map(subjects)).toEqual([cells.overdue, cells.openOverdue].map(subjects))
    const said = (life: Life): string => `${life.field} ${(life.delayReason ?? '').toLowerCase()}`
    for (const row of rows) expect(new Set(row.cells.late.map(said)).size).toBe(1)
    expect(new Set(rows.map(({ cells: { late: [first] } }) => first === undefined ? '' : said(first))).size).toBe(rows.length)
  }), { numRuns: 500 })
})
