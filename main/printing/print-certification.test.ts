import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bookSubject } from '../../shared/certification/book.ts'
import { certify } from '../../shared/certification/certify.ts'
import { closeBook } from '../../shared/certification/close-book.ts'
import { refuseCertification } from '../../shared/certification/refuse-certification.ts'
import { voidCertification } from '../../shared/certification/void-certification.ts'
import type { CertificationPrint } from '../../shared/bridge/certification-api.ts'
import { failure, success } from '../../shared/base/result.ts'
import { certifyingDesk, COPIES, toCertify } from '../../tests/builders/certifying-desk.ts'
import { pretendPrinting } from '../../tests/builders/pretend-printing.ts'
import { printCertification } from './print-certification.ts'

let folder = ''
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'certified-')) })
afterEach(async () => { await rm(folder, { recursive: true }) })

function room() {
  const desk = certifyingDesk()
  const out: string[] = []
  const tools = pretendPrinting({ dossierOf: async () => undefined, record: async () => success([]), pdfFolder: () => folder }, out)
  const papers = { ...tools, actsOf: async (subject: string) => desk.acts().filter(act => act.subject === subject), desks: () => ({ [desk.device]: 'Quầy 1' }) }
  const print = (subject: string, form: string, to: 'printer' | 'pdf' = 'printer') => printCertification(papers, { subject, form, to } as CertificationPrint)
  return { desk, out, print }
}

test('a label for every copy leaves the printer, none for a number that is void', async () => {
  const { desk, out, print } = room()
  const papers = ['Học bạ', 'Bằng'].map(name => ({ procedure: COPIES, name, pageCount: 1, copyCount: 2 }))
  desk.ask(moment => certify(toCertify({ papers }), moment))
  const subject = desk.visits()[0]?.subject ?? ''
  expect(await print(subject, 'certification-words')).toEqual(success({ file: null }))
  const countLabels = (): number => (out.at(-1) ?? '').split('Số chứng thực:').length - 1
  expect(countLabels()).toBe(4)
  for (const [number, left] of [[1, 2], [2, 0]] as const) {
    desk.ask(moment => voidCertification({ subject, book: { kind: 'copies', year: 2026 }, number, reason: 'Nhầm' }, moment), undefined, subject)
    const printed = await print(subject, 'certification-words')
    if (left > 0) expect(countLabels()).toBe(left)
    else expect(printed).toEqual(failure({ code: 'certification/nothing-to-print', form: 'certification-words' }))
  }
  expect(await print(subject, 'certification-slip')).toEqual(failure({ code: 'certification/nothing-to-print', form: 'certification-slip' }))
})

test('a refusal, a slip and a closed book are papers of their own, saved under a name without a name', async () => {
  const { desk, print } = room()
  desk.ask(moment => refuseCertification({ person: { name: 'Lê Văn Vinh' }, procedure: COPIES, paperName: 'Bằng lái', ground: 'altered' }, moment))
  desk.ask(moment => certify(toCertify(), moment), '2026-12-31T08:30:00.000Z')
  const [refused, certified] = desk.visits()
  const book = bookSubject({ device: desk.device, kind: 'copies', year: 2026 })
  expect(await print(book, 'book-closing')).toEqual(failure({ code: 'certification/nothing-to-print', form: 'book-closing' }))
  desk.ask(moment => closeBook({ subject: book }, moment), '2026-12-31T09:00:00.000Z', book)
  const wanted = [[refused?.subject ?? '', 'certification-refusal'], [certified?.subject ?? '', 'certification-slip'], [book, 'book-closing']] as const
  for (const [subject, form] of wanted) expect(await print(subject, form, 'pdf')).toMatchObject({ ok: true })
  const files = (await readdir(folder)).sort()
  expect(files.map(name => name.replace(/-\d{4}-\d\d-\d\dT.*Z-/, ' '))).toEqual([
    '01-2026-SCT-BS book-closing.pdf', '2026-11-25 certification-refusal.pdf', '2026-12-31-01-01 certification-slip.pdf',
  ])
  expect(await readFile(join(folder, files[0] ?? ''), 'utf8')).toContain('1 số chứng thực')
})

test('what nobody knows, and what is no question of ours, is a problem', async () => {
  const { print } = room()
  expect(await print('certification:nobody', 'certification-words')).toEqual(failure({ code: 'certification/unknown' }))
  expect(await print('dossier:1', 'certification-words')).toEqual(failure({ code: 'certification/unknown' }))
  expect(await print('book:nonsense', 'book-closing')).toEqual(failure({ code: 'book/unknown' }))
  expect(await print('certification:x', 'receipt')).toEqual(failure({ code: 'program/input-invalid', fields: [] }))
})
