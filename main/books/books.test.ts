import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readXlsx from 'read-excel-file/node'
import { afterEach, expect, test } from 'vitest'
import type { NewAct } from '../../shared/acts/act.ts'
import type { CellQuestion, RegisterQuestion, ReportQuestion } from '../../shared/bridge/books-api.ts'
import { certify } from '../../shared/certification/certify.ts'
import { decide, MORNING, RECEIPT } from '../../tests/builders/dossier-life.ts'
import { toCertify } from '../../tests/builders/certifying-desk.ts'
import { by, openAt } from '../../tests/builders/journal-world.ts'
import { clerkAn, momentOf } from '../../tests/builders/moment.ts'
import { readCsvs } from '../../tests/builders/read-csv.ts'
import type { Journal } from '../journal/journal.ts'
import { openBooksThread, type BooksThread } from './books-thread.ts'

const office = { unit: '31135', today: '2026-11-25', procedureNames: { '2.000815': 'Chứng thực bản sao' } }
const register: RegisterQuestion = { kind: 'register', register: 'dossier-register', from: null, until: null, words: '', sortBy: null }
const november: ReportQuestion = { kind: 'report', report: 'progress', grouping: 'field', from: '2026-11-01', until: '2026-11-30' }

let root: string
let journal: Journal
let thread: BooksThread

async function open(names: readonly string[]): Promise<void> {
  root = await mkdtemp(join(tmpdir(), 'books-'))
  journal = await openAt(root)
  for (const name of names) await receive(name)
  thread = openBooksThread({ root, journal, tell: () => undefined })
}

let subjects = 0

async function receive(name: string): Promise<void> {
  const moment = momentOf({ at: MORNING, author: clerkAn, users: [clerkAn], freshSubject: domain => `${domain}:${String(subjects += 1).padStart(16, '0')}` })
  await append(decide('dossier/receive', { ...RECEIPT, applicant: { ...RECEIPT.applicant, name } }, moment))
}

async function append(decided: { readonly ok: boolean, readonly value?: readonly NewAct[] }): Promise<void> {
  const saved = await journal.append(decided.value ?? [], { ...by, at: MORNING })
  if (!decided.ok || !saved.ok) throw new Error('Not written')
}

afterEach(async () => {
  await thread.close()
  await journal.close()
  await rm(root, { recursive: true })
})

test('the number of a register is the number of its rows, whatever is asked of it, and it goes on with the journal', async () => {
  await open(['Nguyễn Thị Ẩm', 'Lê Văn Bền'])
  const first = await thread.ask({ kind: 'list', question: register, office, from: 0, limit: 500 })
  expect([first.count, first.rows.map(({ cells }) => cells[3])]).toEqual([2, ['Nguyễn Thị Ẩm', 'Lê Văn Bền']])
  await receive('Phạm Ẩm')
  const later = await thread.ask({ kind: 'list', question: { ...register, words: 'am' }, office, from: 1, limit: 500 })
  expect([later.count, later.from, later.rows.map(({ cells }) => cells[3])]).toEqual([2, 1, ['Phạm Ẩm']])
  expect(later.revision).toBeGreaterThan(first.revision)
  const sorted = await thread.ask({ kind: 'list', question: { ...register, sortBy: { key: 'owner', descending: true } }, office, from: 0, limit: 1 })
  expect([sorted.count, sorted.rows.map(({ cells }) => cells[3])]).toEqual([3, ['Phạm Ẩm']])
})

test('a figure of a report is the length of its list, of dossiers and of the express lane', async () => {
  await open(['Nguyễn Thị Ẩm'])
  await append(certify(toCertify(), momentOf({ at: MORNING, bookState: () => undefined })))
  const report = await thread.ask({ kind: 'report', question: november, office })
  const place = report.columns.findIndex(({ key }) => key === 'received')
  expect(report.lines.map(({ name, figures }) => [name, figures[place]])).toEqual(expect.arrayContaining([['Chứng thực', 1]]))
  expect([report.total.figures[place], report.figures.now['received'], report.figures.before['received']]).toEqual([2, 2, 0])
  for (const line of [report.total, ...report.lines]) {
    const cell: CellQuestion = { ...november, kind: 'cell', row: line.key, column: 'received', sortBy: null }
    const { count, rows } = await thread.ask({ kind: 'list', question: cell, office, from: 0, limit: 500 })
    expect([count, rows.length]).toEqual([line.figures[place], line.figures[place]])
  }
})

test('both kinds of file hold what is on the screen', async () => {
  await open(['=cmd|A1', 'Lê Văn Bền'])
  const { rows } = await thread.ask({ kind: 'list', question: register, office, from: 0, limit: 500 })
  const [xlsx, csv] = [await thread.ask({ kind: 'file', question: register, office, as: 'xlsx' }), await thread.ask({ kind: 'file', question: register, office, as: 'csv' })]
  const [sheet] = await readXlsx(Buffer.from(xlsx.bytes))
  expect(sheet?.data.slice(1, 3).map(row => [row[0], row[3]])).toEqual(rows.map(({ cells }) => [cells[0], cells[3]]))
  const [lines = []] = await readCsvs([Buffer.from(csv.bytes).toString()])
  expect(lines.slice(1).map(row => row[3])).toEqual(["'=cmd|A1", 'Lê Văn Bền'])
  expect([xlsx.count, csv.count]).toEqual([2, 2])
})
