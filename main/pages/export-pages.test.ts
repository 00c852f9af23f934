import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { failure, success } from '../../shared/base/result.ts'
import type { ExportRequest } from '../../shared/bridge/main-api.ts'
import type { Dossier } from '../../shared/dossiers/dossier.ts'
import type { PageOf, ReceivedPaper } from '../../shared/papers/paper.ts'
import { DEFAULT_SETTINGS } from '../../shared/units/city-settings.ts'
import { sampleOffice, sampleReceived } from '../../tests/builders/paper-samples.ts'
import { preflight } from '../../tests/builders/preflight.ts'
import { openPdfProcess } from '../scanning/pdf/pdf-process.ts'
import { writePage } from '../scanning/pdf/write-page.ts'
import { makeExport, type ExportTools } from './export-pages.ts'
import { openFetchBack } from './fetch-back.ts'
import { openPageStore, type PageStore } from './page-store.ts'

const pdf = openPdfProcess()
let root: string
let store: PageStore
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'export-'))
  store = await openPageStore(root)
})
afterEach(() => rm(root, { recursive: true }))
afterAll(() => pdf.close())

const side = (seed: number, [width, height]: readonly [number, number] = [210, 297]): Uint8Array => writePage({
  widthMm: width, heightMm: height,
  layers: [{ kind: 'black-white', width: 400, height: 300, bits: new Uint8Array(50 * 300).fill(seed, 0, 50 * 50), box: { x: 0, y: 0, width, height } }],
})

/** Two pages of drawn lines, written in nobody's way. */
const FOREIGN_PDF = `%PDF-1.7\n${[
  '<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R 5 0 R] /Count 2 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R >>', '<< /Length 26 >>\nstream\n1 0 0 rg 10 10 200 100 re f\nendstream',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 4 0 R >>',
].map((object, at) => `${String(at + 1)} 0 obj\n${object}\nendobj\n`).join('')}trailer\n<< /Root 1 0 R /Size 6 >>\n%%EOF\n`

async function dossierWith(...pages: readonly (readonly (Uint8Array | PageOf)[])[]): Promise<Dossier> {
  const papers = pages.map(async (own, at): Promise<ReceivedPaper> => ({
    id: `p${String(at)}`, name: `Giấy thứ ${String(at + 1)}`, kind: 'submit', originals: 1, copies: 0, received: true,
    pages: await Promise.all(own.map(async page => page instanceof Uint8Array ? await store.keep(page) : page)),
  }))
  return { ...sampleReceived, papers: await Promise.all(papers) }
}

function exportOf(dossier: Dossier, change: Partial<ExportTools> = {}, printed: string[] = []) {
  const { subject } = dossier
  const papers: ExportTools['papers'] = {
    machine: {
      printers: () => Promise.resolve([]), pdf: () => Promise.reject(new Error('No paper of ours')), close: () => undefined,
      print: (html, printer, size) => { printed.push(printer, size, html); return Promise.resolve(success(null)) },
    },
    mayPrint: () => success(null), office: () => sampleOffice, device: () => ({ printer: 'q', paperSize: 'A5' }),
    now: () => '2026-11-20T03:45:00.000Z', systemName: 'Một Cửa', settings: () => DEFAULT_SETTINGS, fontFaces: () => Promise.resolve(''), pdfFolder: () => join(root, 'papers'),
  }
  const tools: ExportTools = {
    papers, store, pdf, fetchBack: () => Promise.resolve(false), choosePlace: name => Promise.resolve(join(root, 'papers', name)), textOf: () => Promise.resolve(undefined), recordLook: () => Promise.reject(new Error('There is no card here')),
    dossierOf: asked => Promise.resolve(asked === subject ? dossier : undefined), ...change,
  }
  return (request: Partial<ExportRequest>) => makeExport(tools)({ subject, paper: null, to: 'pdf', reason: 'In theo yêu cầu', ...request })
}

test('a dossier with pages of every kind becomes one archival file, and what was read is found in it', async () => {
  const photo = sharp({ create: { width: 300, height: 200, channels: 4, background: '#c01020' } })
  const fromElsewhere = Buffer.from(FOREIGN_PDF, 'latin1')
  const cmyk = await photo.clone().flatten().toColourspace('cmyk').jpeg().toBuffer()
  const dossier = await dossierWith(
    [side(0xff), side(0xaa, [297, 210])], [], [await photo.clone().png().toBuffer(), await photo.clone().webp().toBuffer(), cmyk],
    [await photo.clone().flatten().jpeg().toBuffer(), fromElsewhere],
  )
  const read = { text: 'KHAI SINH', words: [{ text: 'SINH', box: [100, 50, 200, 80] as const, sureness: 90 }], width: 1654, height: 2339 }
  const [first] = dossier.papers[0]?.pages ?? []
  const answer = await exportOf(dossier, { textOf: sha256 => Promise.resolve(sha256 === first?.sha256 ? read : undefined) })({})
  expect(answer).toEqual(success({ pages: 8, file: join(root, 'papers', `${String(dossier.code)}-pages.pdf`) }))
  const file = answer.ok ? answer.value?.file ?? '' : ''
  expect(await preflight({ dossier: await readFile(file) })).toEqual({ dossier: [] })
  expect(execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).trim()).toBe('SINH')
  const outline = execFileSync('pdftohtml', ['-xml', '-stdout', '-i', file], { encoding: 'utf8' })
  expect([...outline.matchAll(/page="(\d)">([^<]+)</g)].map(([, page, name]) => [page, name])).toEqual([['1', 'Giấy thứ 1'], ['3', 'Giấy thứ 3'], ['6', 'Giấy thứ 4']])
})

test('one paper is a file of its own, or goes on A4 sheets, broad pages turned', async () => {
  const dossier = await dossierWith([side(0xff)], [side(0xaa), side(0x0f, [297, 210])])
  const printed: string[] = []
  const ask = exportOf(dossier, {}, printed)
  expect(await ask({ paper: 'p1', to: 'pdf' })).toMatchObject(success({ pages: 2 }))
  expect(await readdir(join(root, 'papers'))).toEqual([`${String(dossier.code)}-pages-p1.pdf`])
  expect(await ask({ paper: 'p1', to: 'printer' })).toEqual(success({ pages: 2, file: null }))
  expect([printed.slice(0, 2), printed[2]?.match(/data:image\/webp/g)?.length, printed[2]?.match(/rotate:90deg/g)?.length]).toEqual([['q', 'A4'], 2, 1])
})

test('an image of an ID card goes out only when that is written down first', async () => {
  const card = { ...await store.keep(side(3, [86, 54])), sensitive: true as const }
  const dossier = await dossierWith([side(1)], [card, side(2)])
  const looks: unknown[] = []
  const ask = exportOf(dossier, { recordLook: input => { looks.push(input); return Promise.resolve(success(null)) } })
  expect([(await ask({ paper: 'p0' })).ok, looks.length, (await ask({})).ok]).toEqual([true, 0, true])
  expect(looks).toEqual([{ subject: dossier.subject, sha256: card.sha256, screen: 'export', reason: 'In theo yêu cầu' }])
  const refused = failure({ code: 'journal/read-only' })
  const printed: string[] = []
  expect(await exportOf(dossier, { recordLook: () => Promise.resolve(refused) }, printed)({ to: 'printer' })).toEqual(refused)
  expect(printed).toEqual([])
})

test('nothing is written when a page is missing or shows nothing, and each such page is named', async () => {
  const gone = (digit: string): PageOf => ({ sha256: digit.repeat(64), bytes: 5 })
  const broken = Buffer.from('%PDF-1.7 broken')
  const asked = [await dossierWith([side(1)], [side(2), gone('a'), gone('b')], [gone('c')]), await dossierWith([broken]), await dossierWith([], [])]
  expect(await Promise.all(asked.map(dossier => exportOf(dossier)({})))).toEqual([
    failure({ code: 'page/not-here', missing: [{ paper: 'Giấy thứ 2', pages: [2, 3] }, { paper: 'Giấy thứ 3', pages: [1] }] }), failure({ code: 'page/shows-nothing', paper: 'Giấy thứ 1', page: 1 }),
    failure({ code: 'page/none' }),
  ])
  expect(await exportOf(await dossierWith([side(1)]))({ subject: 'nobody' })).toEqual(failure({ code: 'dossier/unknown' }))
  await writeFile(join(root, 'papers'), 'a file where the folder should be')
  expect(await exportOf(await dossierWith([side(1)]))({})).toEqual(failure({ code: 'page/not-saved' }))
})

test('whoever chooses no place for the file gets none, and no look is written down', async () => {
  const dossier = await dossierWith([{ ...await store.keep(side(3, [86, 54])), sensitive: true }])
  expect(await exportOf(dossier, { choosePlace: () => Promise.resolve(null) })({})).toEqual(success(null))
  expect(await readdir(root)).toEqual(['pages'])
})

test('a page that was dropped, or whose bytes went wrong, is brought back and goes out with the others', async () => {
  const city = new Map<string, Uint8Array>()
  const asked: string[] = []
  const [dropped, spoiled] = [await store.keep(side(1)), await store.keep(side(2))]
  for (const [page, bytes] of [[dropped, side(1)], [spoiled, side(2)]] as const) city.set(page.sha256, bytes)
  await store.drop(dropped.sha256)
  await writeFile(join(root, 'pages', spoiled.sha256.slice(0, 2), spoiled.sha256), 'spoiled')
  const fetchBack = openFetchBack({ store, fetch: name => {
    asked.push(name)
    const bytes = city.get(name)
    return Promise.resolve(bytes === undefined ? undefined : Buffer.from(bytes))
  } })
  const dossier = await dossierWith([side(0xff), dropped], [spoiled])
  expect(await exportOf(dossier, { fetchBack })({})).toMatchObject(success({ pages: 3 }))
  expect(asked).toEqual([dropped.sha256, spoiled.sha256])
})

test('without a line the city is not asked for every page in vain', async () => {
  const asked: string[] = []
  const gone = 'abcdef'.split('').map((digit): PageOf => ({ sha256: digit.repeat(64), bytes: 5 }))
  const answer = await exportOf(await dossierWith(gone), { fetchBack: name => {
    asked.push(name)
    return Promise.resolve(false)
  } })({})
  expect([answer, asked.length]).toEqual([failure({ code: 'page/not-here', missing: [{ paper: 'Giấy thứ 1', pages: [1, 2, 3, 4, 5, 6] }] }), 2])
})
