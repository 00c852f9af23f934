import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sampleGuided, sampleReceived } from '../../tests/builders/paper-samples.ts'
import { pretendPrinting } from '../../tests/builders/pretend-printing.ts'
import { success } from '../../shared/base/result.ts'
import { makePrinting, type PrintingTools } from './printing.ts'

const subject = sampleReceived.subject

interface Room {
  readonly tools: PrintingTools
  readonly out: string[]
  readonly folder: string
}

async function room(change: Partial<PrintingTools> = {}): Promise<Room> {
  const folder = await mkdtemp(join(tmpdir(), 'covers-'))
  const out: string[] = []
  const tools = pretendPrinting({
    dossierOf: async asked => asked === subject ? sampleReceived : asked === sampleGuided.subject ? sampleGuided : undefined,
    pdfFolder: () => folder,
    record: async () => { throw new Error('The printing of a cover sheet is no act') },
  }, out, { device: () => ({ printer: 'q', paperSize: 'A4' }), ...change })
  return { tools, out, folder }
}

test('one cover sheet for the dossier, or one job for each paper, and no act', async () => {
  const { tools, out, folder } = await room()
  const printing = makePrinting(tools)
  expect(await printing.print({ subject, form: 'cover-sheet', to: 'printer' })).toEqual(success({ copy: 1, file: null }))
  expect(await printing.print({ subject, form: 'paper-covers', to: 'printer' })).toEqual(success({ copy: 1, file: null }))
  expect(out.map(html => /class="what">(?:<bdi>)?([^<(]*)/.exec(html)?.[1]?.trim()))
    .toEqual(['Cả hồ sơ', 'Tờ khai cấp Giấy xác nhận tình trạng hôn nhân', 'Giấy xác nhận tình trạng hôn nhân đã cấp trước đây', 'Thẻ căn cước'])
  await rm(folder, { recursive: true })
})

test('the number of sheets that a person counted stands on it; without one nothing is said of them', async () => {
  const { tools, out, folder } = await room()
  const printing = makePrinting(tools)
  await printing.print({ subject, form: 'cover-sheet', to: 'printer', sheets: 7 })
  await printing.print({ subject, form: 'cover-sheet', to: 'printer' })
  expect(out.map(html => /class="count">([^<]*)/.exec(html)?.[1])).toEqual(['Đúng 7 tờ sau tờ này', undefined])
  await rm(folder, { recursive: true })
})

test('saved as PDF each has a file of its own', async () => {
  const { tools, folder } = await room()
  await makePrinting(tools).print({ subject, form: 'paper-covers', to: 'pdf' })
  await makePrinting(tools).print({ subject, form: 'cover-sheet', to: 'pdf' })
  expect((await readdir(folder)).sort()).toEqual([
    'H13.064-261120-0432-1-cover-sheet.pdf', 'H13.064-261120-0432-2-cover-sheet.pdf', 'H13.064-261120-0432-3-cover-sheet.pdf',
    'H13.064-261120-0432-cover-sheet.pdf',
  ])
  await rm(folder, { recursive: true })
})

test('where nothing was received there is nothing to cover', async () => {
  const { tools, folder } = await room({ dossierOf: async () => sampleGuided })
  const answer = await makePrinting(tools).print({ subject, form: 'cover-sheet', to: 'printer' })
  expect(answer).toMatchObject({ ok: false, problem: { code: 'dossier/form-not-due' } })
  expect(await makePrinting({ ...tools, dossierOf: async () => undefined }).preview({ subject, form: 'cover-sheet' }))
    .toEqual({ ok: false, problem: { code: 'dossier/unknown' } })
  await rm(folder, { recursive: true })
})
