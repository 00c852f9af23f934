import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDay } from '../shared/base/day.ts'
import type { HolidayYear } from '../shared/calendar/holiday-year.ts'

type HolidayRow = HolidayYear['days'][number]

const KINDS: readonly string[] = ['holiday', 'bridge', 'compensatory', 'makeup']
const CERTAINTIES: readonly string[] = ['certain', 'high', 'medium', 'low']

/** Turns a published list (CSV: date, weekday, kind, name, certainty, source) into one JSON file a year. */
function importHolidays(list: string, folder: string): void {
  const rows = readFileSync(list, 'utf8').normalize('NFC').trim().split(/\r?\n/).slice(1).map(lineToRow)
  for (const [year, days] of Object.entries(Object.groupBy(rows, row => row.date.slice(0, 4)))) {
    const lines = (days ?? []).toSorted((a, b) => a.date.localeCompare(b.date)).map(row => `    ${JSON.stringify(row)}`)
    writeFileSync(join(folder, `${year}.json`), `{\n  "year": ${year},\n  "days": [\n${lines.join(',\n')}\n  ]\n}\n`)
    process.stdout.write(`${year}: ${String(lines.length)}\n`)
  }
}

function lineToRow(line: string): HolidayRow {
  const [date = '', , kind = '', name = '', certainty = ''] = line.split(',')
  if (!isDay(date) || !KINDS.includes(kind) || name === '' || !CERTAINTIES.includes(certainty)) throw new Error(`Not a holiday row: ${line}`)
  return { date, kind: kind as HolidayRow['kind'], name, certainty: certainty as HolidayRow['certainty'] }
}

const list = process.argv[2]
if (list === undefined) {
  process.stderr.write('Name the list to import: node build/import-holidays.ts LIST.csv\n')
  process.exitCode = 2
} else {
  importHolidays(list, join(import.meta.dirname, '../shared/calendar/holidays'))
}
