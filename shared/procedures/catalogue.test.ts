import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { assembleCatalogue } from './assemble-catalogue.ts'
import { checkOpen, findOpenProcedure, findProcedure, type Catalogue } from './catalogue.ts'
import { feesFor, findCase, limitsFor, notesOf, papersToBring, type Procedure } from './procedure.ts'

const FOLDER = join(import.meta.dirname, 'catalogue')
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.json')).sort()
const texts = files.map(name => readFileSync(join(FOLDER, name), 'utf8'))
const assembled = assembleCatalogue(texts.map(text => JSON.parse(text) as unknown))
if (!assembled.ok) throw new Error(JSON.stringify(assembled.problem))
const catalogue: Catalogue = assembled.value
const procedure = (code: string): Procedure => findProcedure(catalogue, code) ?? expect.unreachable(code)

test('all 324 procedures of 56 fields are here, each in its own file, composed', () => {
  const fields = new Set(catalogue.procedures.map(({ field }) => field))
  expect([catalogue.version, catalogue.procedures.length, fields.size]).toEqual(['2026-07', 324, 56])
  expect(texts.filter(text => text !== text.normalize('NFC'))).toEqual([])
  expect(files.filter((name, i) => !name.endsWith(`/${(JSON.parse(texts[i] ?? '') as Procedure).code}.json`))).toEqual([])
})

test('not one of the source\'s 2,426 papers is lost: 1,631 to submit, 113 to present, 682 notes', () => {
  const counts = { submit: 0, present: 0, note: 0 }
  for (const { cases } of catalogue.procedures) {
    const papers = new Map(cases.flatMap(one => one.requiredPapers.map(paper => [paper.id, paper])))
    for (const { kind } of papers.values()) counts[kind] += 1
  }
  expect(counts).toEqual({ submit: 1631, present: 113, note: 682 })
})

test('papers, titles and cases are told apart within their procedure', () => {
  for (const { code, cases } of catalogue.procedures) {
    expect([code, new Set(cases.map(one => one.id)).size]).toEqual([code, cases.length])
    if (cases.length > 1) expect([code, new Set(cases.map(one => one.name)).size]).toEqual([code, cases.length])
    for (const one of cases) expect(new Set(one.requiredPapers.map(paper => paper.id)).size).toBe(one.requiredPapers.length)
  }
})

test('what the source leaves unclear is marked, and what is unmarked is whole', () => {
  for (const { code, limits, fees } of catalogue.procedures) {
    expect([code, limits.length > 0, fees.length > 0]).toEqual([code, true, true])
    for (const { limit, unclear } of limits) expect([code, limit !== null || unclear !== undefined]).toEqual([code, true])
    for (const { amount, tariff, unclear } of fees) expect([code, amount ?? tariff ?? unclear]).not.toEqual([code, undefined])
    for (const channel of ['direct', 'online', 'post'] as const) {
      const clear = limits.filter(one => one.channel === channel && one.unclear === undefined)
      expect([code, clear.length < 2]).toEqual([code, true])
    }
  }
  const isUnclear = ({ limits }: Procedure): boolean => limits.some(({ unclear }) => unclear !== undefined)
  expect(catalogue.procedures.filter(isUnclear).length).toBe(91)
  expect(catalogue.procedures.filter(({ cases }) => cases.some(one => one.unclear === 'no-papers')).length).toBe(22)
})

test('birth registration asks for the declaration and the birth notice, is free and due the same day', () => {
  const birth = procedure('1.001193')
  const one = findCase(birth, 'default') ?? expect.unreachable()
  const always = papersToBring(one, 'direct').filter(paper => !paper.conditional)
  expect(always.map(({ title, kind, originals }) => ({ title, kind, originals }))).toEqual([
    { title: 'Tờ khai đăng ký khai sinh', kind: 'submit', originals: 1 },
    { title: 'Giấy chứng sinh', kind: 'submit', originals: 1 },
    { title: 'Giấy tờ tùy thân (căn cước, hộ chiếu…)', kind: 'present', originals: 1 },
  ])
  expect(papersToBring(one, 'direct').filter(paper => paper.forProxy).map(({ title }) => title)).toEqual(['Văn bản ủy quyền'])
  expect(notesOf(one).length).toBe(25)
  expect(limitsFor(birth, 'direct')).toMatchObject([{ limit: { count: 0, unit: 'same-day' }, source: 'overlay' }])
  expect(feesFor(birth, 'direct')).toEqual([{ channel: 'direct', amount: 0 }])
})

test('copy certification is paid by the page and due the same day', () => {
  expect(feesFor(procedure('2.000815'), 'direct')).toMatchObject([{ amount: null, per: 'trang', tariff: 'copy-pages' }])
  expect(limitsFor(procedure('2.000815.000.00.00.H55'), 'online')).toMatchObject([{ limit: { unit: 'same-day' } }])
})

test('17, 20 and 27 working days, a figure without a unit, and a fee of the council are asked', () => {
  expect(limitsFor(procedure('1.013978'), 'direct').map(({ stated, unclear }) => [stated, unclear])).toEqual([
    ['17 ngày làm việc', 'several-figures'], ['20 ngày làm việc', 'several-figures'], ['27 ngày làm việc', 'several-figures'],
  ])
  expect(limitsFor(procedure('1.004873'), 'direct')).toEqual([{ channel: 'direct', limit: null, unclear: 'no-unit', stated: '3' }])
  expect(feesFor(procedure('1.004873'), 'direct')).toMatchObject([{ amount: null, unclear: 'council-decides' }])
  expect(procedure('1.013978').cases.length).toBe(3)
})

test('a procedure that is unknown, not yet valid, withdrawn yesterday or suspended is told as that', () => {
  const open = procedure('1.001193')
  expect(findOpenProcedure(catalogue, '9.999999', '2026-11-25')).toEqual({ ok: false, problem: { code: 'procedure/unknown', procedure: '9.999999' } })
  expect(checkOpen(open, '2026-11-25')).toEqual({ ok: true, value: open })
  expect(checkOpen({ ...open, validUntil: '2026-11-24' }, '2026-11-25')).toEqual({ ok: false, problem: { code: 'procedure/withdrawn', procedure: '1.001193', until: '2026-11-24' } })
  expect(checkOpen({ ...open, validUntil: '2026-11-25' }, '2026-11-25').ok).toBe(true)
  expect(checkOpen({ ...open, validFrom: '2027-03-01' }, '2026-11-25')).toMatchObject({ problem: { code: 'procedure/not-yet-valid' } })
  expect(checkOpen({ ...open, suspendedFrom: '2026-11-25' }, '2026-11-25')).toMatchObject({ problem: { code: 'procedure/suspended', from: '2026-11-25' } })
})

test('a catalogue that is half written, doubled or foreign is refused whole', () => {
  const [first] = catalogue.procedures
  expect(assembleCatalogue({ procedures: [first] })).toMatchObject({ ok: true, value: { procedures: [first] } })
  expect(assembleCatalogue({ procedures: 'x' })).toMatchObject({ problem: { code: 'catalogue/damaged' } })
  expect(assembleCatalogue(undefined)).toEqual({ ok: false, problem: { code: 'catalogue/damaged' } })
  expect(assembleCatalogue([])).toEqual({ ok: false, problem: { code: 'catalogue/empty' } })
  expect(assembleCatalogue([first, first])).toMatchObject({ problem: { code: 'catalogue/procedure-twice' } })
  expect(assembleCatalogue([{ ...first, cases: [] }])).toEqual({ ok: false, problem: { code: 'catalogue/procedure-malformed', procedure: first?.code } })
  expect(assembleCatalogue([null, 'x'])).toEqual({ ok: false, problem: { code: 'catalogue/procedure-malformed', procedure: '' } })
})
