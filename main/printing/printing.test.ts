import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sampleGuided, sampleReceived, textOf } from '../../tests/builders/paper-samples.ts'
import { pretendPrinting } from '../../tests/builders/pretend-printing.ts'
import { failure, success, type Result } from '../../shared/base/result.ts'
import type { PrintRequest } from '../../shared/bridge/main-api.ts'
import type { Dossier } from '../../shared/dossiers/dossier.ts'
import type { PaperMachine } from './paper-machine.ts'
import type { PrintingProblem } from './printer.ts'
import { makePrinting, type PrintingTools } from './printing.ts'

let folder = ''
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'papers-')) })
afterEach(async () => { await rm(folder, { recursive: true }) })

const subject = sampleReceived.subject
const receipt = { subject, form: 'receipt' } as const

interface Room {
  readonly tools: PrintingTools
  readonly recorded: PrintRequest[]
  readonly out: string[]
}

/** A desk with one dossier whose prints are counted, and a machine that turns papers into their own HTML. */
function room(change: Partial<PrintingTools> = {}, machine: Partial<PaperMachine> = {}): Room {
  const recorded: PrintRequest[] = []
  const out: string[] = []
  const dossier = (): Dossier => ({ ...sampleReceived, printed: { receipt: recorded.length } })
  const tools = pretendPrinting({
    dossierOf: async asked => asked === subject ? dossier() : undefined,
    pdfFolder: () => folder,
    record: async request => { recorded.push(request); return success([]) },
  }, out, change, machine)
  return { tools, recorded, out }
}

const stuck = (queued: boolean) => async (): Promise<Result<null, PrintingProblem>> =>
  failure({ code: 'printing/out-of-paper', printer: 'q', reason: 'media-empty', queued })

test('a printed paper is counted, and the next one says it is a reprint', async () => {
  const { tools, recorded, out } = room()
  const printing = makePrinting(tools)
  expect(await printing.print({ ...receipt, to: 'printer' })).toEqual(success({ copy: 1, file: null }))
  expect(await printing.print({ ...receipt, to: 'printer' })).toEqual(success({ copy: 2, file: null }))
  expect(recorded).toHaveLength(2)
  expect(out.map(html => html.includes('trước đó đã in 1 bản'))).toEqual([false, true])
})

test('two prints at once take two copy numbers', async () => {
  const printing = makePrinting(room().tools)
  const answers = await Promise.all([printing.print({ ...receipt, to: 'printer' }), printing.print({ ...receipt, to: 'printer' })])
  expect(answers.map(answer => answer.ok && answer.value.copy)).toEqual([1, 2])
})

test('a PDF lands in the folder under the dossier\'s code', async () => {
  const { tools } = room()
  const file = join(folder, 'H13.064-261120-0432-receipt.pdf')
  expect(await makePrinting(tools).print({ ...receipt, to: 'pdf' })).toEqual(success({ copy: 1, file }))
  expect(await readFile(file, 'utf8')).toContain('GIẤY TIẾP NHẬN HỒ SƠ')
})

test('the preview is the same HTML as the paper', async () => {
  const { tools, out } = room()
  const printing = makePrinting(tools)
  const preview = await printing.preview(receipt)
  await printing.print({ ...receipt, to: 'printer' })
  expect(preview).toEqual(success({ html: out[0] }))
})

test('what did not come out is not counted; what waits in the queue is', async () => {
  const lost = room({}, { print: stuck(false) })
  expect(await makePrinting(lost.tools).print({ ...receipt, to: 'printer' })).toMatchObject({ problem: { code: 'printing/out-of-paper' } })
  expect(lost.recorded).toEqual([])
  const waiting = room({}, { print: stuck(true) })
  expect(await makePrinting(waiting.tools).print({ ...receipt, to: 'printer' })).toMatchObject({ problem: { code: 'printing/out-of-paper' } })
  expect(waiting.recorded).toHaveLength(1)
})

test('a machine that breaks is told in a code, and the next paper prints', async () => {
  let broken = true
  const { tools, recorded } = room({}, { print: async () => { if (broken) throw new TypeError('personal words'); return success(null) } })
  const printing = makePrinting(tools)
  expect(await printing.print({ ...receipt, to: 'printer' }))
    .toEqual(failure({ code: 'printing/failed', printer: 'q', reason: 'TypeError', queued: false }))
  broken = false
  expect((await printing.print({ ...receipt, to: 'printer' })).ok).toBe(true)
  expect(recorded).toHaveLength(1)
})

test('a folder that cannot be written is told in a code, and nothing is counted', async () => {
  const { tools, recorded } = room({ pdfFolder: () => '/dev/null/papers' })
  expect(await makePrinting(tools).print({ ...receipt, to: 'pdf' })).toMatchObject({ problem: { code: 'printing/failed', reason: 'ENOTDIR' } })
  expect(recorded).toEqual([])
})

test('without a chosen printer nothing is printed, and a PDF still is', async () => {
  const { tools } = room({ device: () => ({ printer: null, paperSize: 'A4' }) })
  const printing = makePrinting(tools)
  expect(await printing.print({ ...receipt, to: 'printer' })).toMatchObject({ problem: { code: 'printing/no-printer', reason: 'not-chosen' } })
  expect((await printing.print({ ...receipt, to: 'pdf' })).ok).toBe(true)
  expect(await printing.printerState()).toMatchObject({ name: null, problem: { code: 'printing/no-printer' } })
})

test('a chosen printer that is gone is told before anything is printed', async () => {
  const { tools } = room({ device: () => ({ printer: 'gone', paperSize: 'A5' }) })
  expect(await makePrinting(tools).printerState()).toMatchObject({ name: 'gone', problem: { code: 'printing/no-printer', reason: 'not-listed' } })
})

test('nobody signed in, an unknown dossier and a form that is not due print nothing', async () => {
  const nobody = room({ mayPrint: () => failure({ code: 'session/nobody' }) })
  expect(await makePrinting(nobody.tools).print({ ...receipt, to: 'pdf' })).toEqual(failure({ code: 'session/nobody' }))
  expect(await makePrinting(nobody.tools).preview(receipt)).toEqual(failure({ code: 'session/nobody' }))
  const printing = makePrinting(room().tools)
  expect(await printing.print({ subject: 'dossier:ff', form: 'receipt', to: 'pdf' })).toEqual(failure({ code: 'dossier/unknown' }))
  expect(await printing.print({ subject, form: 'refusal', to: 'pdf' })).toMatchObject({ problem: { code: 'dossier/form-not-due' } })
  expect(await readdir(folder)).toEqual([])
})

test('guidance has no code and is filed under its subject', async () => {
  const { tools } = room({ dossierOf: async () => sampleGuided })
  expect(await makePrinting(tools).print({ subject, form: 'guidance', to: 'pdf' }))
    .toEqual(success({ copy: 1, file: join(folder, 'dossier-00aa11bb22cc33dd-guidance.pdf') }))
})

test('a hand-over is one list of those that are known, from whoever is signed in', async () => {
  const { tools, out, recorded } = room()
  const printing = makePrinting(tools)
  const asked = { kind: 'shift', taker: 'Lê Văn C', to: 'printer' } as const
  expect(await printing.handOver({ ...asked, subjects: [subject, 'dossier:none'] })).toEqual(success({ file: null }))
  expect(textOf(out[0] ?? '')).toMatch(/Bàn giao ca.*Bên giao: Trần Thị B Bên nhận: Lê Văn C.*Cộng: 1 hồ sơ \(bằng chữ: một\)/s)
  expect(recorded).toEqual([])
  expect(await printing.handOver({ ...asked, subjects: ['dossier:none'] })).toEqual(failure({ code: 'dossier/unknown' }))
  expect(await printing.handOver({ ...asked, subjects: [subject], to: 'pdf' })).toMatchObject({ value: { file: join(folder, '2026-11-20-034500-hand-over-list.pdf') } })
})
