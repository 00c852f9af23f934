import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sampleDay, sampleOffice } from '../../tests/builders/paper-samples.ts'
import { failure, success } from '../../shared/base/result.ts'
import { DEFAULT_SETTINGS } from '../../shared/units/city-settings.ts'
import { printStatement } from './print-statement.ts'
import type { PaperTools } from './send-paper.ts'

let folder = ''
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'papers-')) })
afterEach(async () => { await rm(folder, { recursive: true }) })

/** A desk without a printer, whose papers are their own HTML. */
function tools(change: Partial<PaperTools> = {}): PaperTools {
  return {
    machine: {
      printers: async () => [], pdf: async html => new TextEncoder().encode(html), print: async () => success(null), close: () => undefined,
    },
    mayPrint: () => success(null), office: () => sampleOffice, device: () => ({ printer: null, paperSize: 'A5' }),
    now: () => '2026-11-20T09:53:00.000Z', systemName: 'Một Cửa', settings: () => DEFAULT_SETTINGS, fontFaces: async () => '', pdfFolder: () => folder,
    ...change,
  }
}

const request = { statement: sampleDay, clerkName: 'Trần Thị B', to: 'pdf' } as const

test('a statement becomes a file named by its day and check code', async () => {
  expect(await printStatement(tools(), request)).toEqual({ ok: true, value: join(folder, '2026-11-20-7F3A-92C1-day-close.pdf') })
  expect(await readFile(join(folder, '2026-11-20-7F3A-92C1-day-close.pdf'), 'utf8')).toContain('BẢN KẾT NGÀY')
})

test('without a printer, an office or a right nothing is printed, and it is said why', async () => {
  const nobody = failure({ code: 'session/nobody' })
  expect([
    await printStatement(tools(), { ...request, to: 'printer' }),
    await printStatement(tools({ office: () => undefined }), request),
    await printStatement(tools({ mayPrint: () => nobody }), request),
  ].map(answer => answer.ok || answer.problem.code)).toEqual(['printing/no-printer', 'office/not-open', 'session/nobody'])
  expect(await readdir(folder)).toEqual([])
})
