import { expect, test } from '@playwright/test'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mustRun } from '../../build/electron/run.ts'
import { PROJECT } from '../../build/folders.ts'
import { readFontFaces } from '../../main/printing/paper-fonts.ts'
import { qrSvg } from '../../main/printing/qr.ts'
import { certify, type CertifyInput } from '../../shared/certification/certify.ts'
import { certificationWords } from '../../shared/forms/certification-words/form.ts'
import { certifyingDesk, COPIES, SIGNATURE, toCertify, TRANSACTION } from '../builders/certifying-desk.ts'
import { sampleMoment } from '../builders/paper-samples.ts'
import { readPages, readText } from './read-paper.ts'
import { runPaperMachine } from './run-machine.ts'

const COPIES_OF_THREE: CertifyInput['papers'] = [
  { procedure: COPIES, name: 'Bằng tốt nghiệp trung học phổ thông', pageCount: 1, copyCount: 2 },
  { procedure: COPIES, name: 'Học bạ trung học phổ thông', pageCount: 16, copyCount: 2 },
  { procedure: COPIES, name: 'Căn cước công dân', pageCount: 2, copyCount: 3 },
]
const SIGNED: CertifyInput['papers'] = [
  { procedure: SIGNATURE, name: 'Giấy ủy quyền nhận lương hưu', pageCount: 1, copyCount: 1 },
  { procedure: TRANSACTION, name: 'Hợp đồng tặng cho quyền sử dụng đất', pageCount: 4, copyCount: 3 },
]
const MANY: CertifyInput['papers'] = [{ procedure: COPIES, name: 'Giấy khai sinh', pageCount: 1, copyCount: 60 }]

const PAPERS = [
  { name: 'certification-words-A4', size: 'A4', papers: COPIES_OF_THREE, forEveryCopy: true },
  { name: 'certification-words-A5', size: 'A5', papers: SIGNED, forEveryCopy: false },
  { name: 'many', size: 'A4', papers: MANY, forEveryCopy: true },
] as const

let folder = ''
const pdf = (name: string): string => join(folder, `${name}.pdf`)

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'words-'))
  const fontFaces = await readFontFaces(join(PROJECT, 'node_modules/@fontsource/tinos/files'))
  await runPaperMachine(PAPERS.map(({ name, size, papers, forEveryCopy }) => {
    const desk = certifyingDesk()
    desk.ask(moment => certify(toCertify({ papers }), moment))
    const [visit] = desk.visits()
    if (visit === undefined) throw new Error('Nothing was certified')
    return { ask: 'pdf', file: pdf(name), html: certificationWords.layout({ visit, forEveryCopy }, { ...sampleMoment, size, qrSvg, fontFaces }).html }
  }))
})

test.afterAll(() => rm(folder, { recursive: true, force: true }))

for (const { name } of PAPERS.slice(0, 2)) {
  test(`${name} says what it always said, in Tinos`, async () => {
    expect(await readText(pdf(name))).toBe(await golden(name))
    expect(await readPages(pdf(name))).toHaveLength(1)
    const fonts = (await mustRun('pdffonts', [pdf(name)])).trim().split('\n').slice(2)
    for (const row of fonts) expect(row).toMatch(/^[A-Z]{6}\+Tinos-\w+ .* yes yes yes /)
  })
}

test('sixty copies have sixty labels, and no page tears one', async () => {
  const pages = await readPages(pdf('many'))
  expect(pages.length).toBeGreaterThan(3)
  const count = (page: string, what: RegExp): number => page.match(what)?.length ?? 0
  for (const page of pages) expect(count(page, /Số chứng thực: 01/g)).toBe(count(page, /Đặng Thị Lan/g))
  expect(count(pages.join('\n'), /bản \d+\/60/g)).toBe(60)
})

/** The reviewed text of a paper. A paper that has none yet gets it written, and the test fails until a person has read it. */
async function golden(name: string): Promise<string> {
  const file = join(import.meta.dirname, `${name}.txt`)
  if (await stat(file).then(() => true, () => false)) return readFile(file, 'utf8')
  await writeFile(file, await readText(pdf(name)))
  throw new Error(`${file} did not exist and was written. Read it, then run again.`)
}
