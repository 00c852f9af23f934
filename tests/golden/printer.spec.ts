import { expect, test } from '@playwright/test'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { mustRun } from '../../build/electron/run.ts'
import { PROJECT } from '../../build/folders.ts'
import { readFontFaces } from '../../main/printing/paper-fonts.ts'
import { qrSvg } from '../../main/printing/qr.ts'
import type { PaperSize } from '../../shared/forms/form.ts'
import { feeReceipt } from '../../shared/forms/fee-receipt/form.ts'
import { getForm } from '../../shared/forms/forms.ts'
import { sampleFeePaid } from '../builders/life-samples.ts'
import { sampleMoment, sampleReceived } from '../builders/paper-samples.ts'
import type { PaperJob } from './paper-machine.ts'
import { startPrintServer, type PrintServer } from './print-server.ts'
import { readQrsAtTopLeft, readQrsOfLying } from './read-paper.ts'
import { runPaperMachine } from './run-machine.ts'

/** Where cups-pdf puts what this user prints. */
const PRINTED = join(userInfo().homedir, 'PDF')

let server: PrintServer
let fontFaces = ''

test.beforeAll(async () => {
  server = await startPrintServer()
  fontFaces = await readFontFaces(join(PROJECT, 'node_modules/@fontsource/tinos/files'))
  await server.addBackend('stuck', 'echo "STATE: +media-empty-warning" >&2\nexec sleep 60')
  await server.addBackend('jammed', 'echo "STATE: +media-jam-error" >&2\nexec sleep 60')
  await server.addQueue('motcua', 'cups-pdf:/')
  await server.addQueue('paused', 'cups-pdf:/')
  await server.addQueue('empty', 'stuck:/')
  await server.addQueue('jam', 'jammed:/')
  await server.cups('cupsdisable', 'paused')
})

test.afterAll(() => server.stop())

function print(printer: string, size: PaperSize = 'A5'): PaperJob {
  return { ask: 'print', printer, size, html: getForm('receipt').layout(sampleReceived, { ...sampleMoment, size, qrSvg, fontFaces }).html }
}

for (const size of ['A4', 'A5'] as const) {
  test(`a receipt of ${size} comes out of the printer silently, whole and readable`, async () => {
    await mkdir(PRINTED, { recursive: true, mode: 0o700 })
    const before = await readdir(PRINTED)
    expect(await runPaperMachine([print('motcua', size)], server.env)).toEqual([{ ok: true, value: null }])
    const added = (await readdir(PRINTED)).filter(name => !before.includes(name))
    expect(added).toHaveLength(1)
    const file = join(PRINTED, added[0] ?? '')
    try {
      expect(await mustRun('pdfinfo', [file])).toMatch(new RegExp(`^Pages: +1$[^]*^Page size: .*\\(${size}\\)$`, 'm'))
      expect((await readQrsAtTopLeft(file))[0]).toContain('H13.064-261120-0432|1.004873|092185000123|')
    } finally {
      await rm(file)
    }
  })
}

test('a paper that lies across its sheet comes out lying, and nothing of it is cut off', async () => {
  await mkdir(PRINTED, { recursive: true, mode: 0o700 })
  const before = await readdir(PRINTED)
  const { html } = feeReceipt.layout(sampleFeePaid, { ...sampleMoment, size: 'A5', qrSvg, fontFaces })
  expect(await runPaperMachine([{ ask: 'print', printer: 'motcua', size: 'A5', html }], server.env)).toEqual([{ ok: true, value: null }])
  const added = (await readdir(PRINTED)).filter(name => !before.includes(name))
  const file = join(PRINTED, added[0] ?? '')
  try {
    expect(await mustRun('pdfinfo', [file])).toMatch(/^Pages: +3$/m)
    expect((await readQrsOfLying(file))[0]).toContain('Biên lai thu phí, lệ phí')
  } finally {
    await rm(file)
  }
})

test('a printer that is not there is told before anything is sent', async () => {
  expect(await runPaperMachine([print('gone')], server.env))
    .toEqual([{ ok: false, problem: { code: 'printing/no-printer', printer: 'gone', reason: 'not-listed', queued: false } }])
})

test('a stopped queue is told before anything is sent', async () => {
  expect(await runPaperMachine([print('paused')], server.env))
    .toEqual([{ ok: false, problem: { code: 'printing/stopped', printer: 'paused', reason: 'stopped', queued: false } }])
  expect(await server.cups('lpstat', '-o', 'paused')).toBe('')
})

test('an empty tray is told, and the paper is taken back so that it cannot come out twice', async () => {
  expect(await runPaperMachine([print('empty')], server.env))
    .toEqual([{ ok: false, problem: { code: 'printing/out-of-paper', printer: 'empty', reason: 'media-empty-warning', queued: false } }])
  expect(await server.cups('lpstat', '-o', 'empty')).toBe('')
})

test('a jam is a failure with the printer\'s own reason', async () => {
  expect(await runPaperMachine([print('jam')], server.env))
    .toEqual([{ ok: false, problem: { code: 'printing/failed', printer: 'jam', reason: 'media-jam-error', queued: false } }])
})

test('the list of printers names every queue', async () => {
  const [printers] = await runPaperMachine([{ ask: 'printers' }], server.env) as [readonly { readonly name: string }[]]
  expect(printers.map(({ name }) => name).sort()).toEqual(['empty', 'jam', 'motcua', 'paused'])
})
