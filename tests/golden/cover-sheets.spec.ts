import { expect, test } from '@playwright/test'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { mustRun } from '../../build/electron/run.ts'
import { PROJECT } from '../../build/folders.ts'
import { readFontFaces } from '../../main/printing/paper-fonts.ts'
import { qrSvg } from '../../main/printing/qr.ts'
import { looksLikeCover } from '../../main/scanning/qr/cover-marks.ts'
import { pageCodes } from '../../main/scanning/qr/page-codes.ts'
import { prepareCodes } from '../../main/scanning/qr/read-codes.ts'
import type { GreyPicture } from '../../main/scanning/pipeline/picture.ts'
import type { Dossier } from '../../shared/dossiers/dossier.ts'
import type { PaperSize } from '../../shared/forms/form.ts'
import type { Covered } from '../../shared/forms/cover-sheet/covered.ts'
import { coveredBy, coverSheet } from '../../shared/forms/cover-sheet/form.ts'
import { coverSheetText } from '../../shared/papers/cover-sheet.ts'
import { sampleMoment, sampleOffice, sampleReceived } from '../builders/paper-samples.ts'
import { runPaperMachine } from './run-machine.ts'

const DPI = 200
const LONG = 'Giấy xác nhận tình trạng hôn nhân và các giấy tờ khác có liên quan đến việc xác nhận tình trạng hôn nhân. '.repeat(5)

interface Printed {
  readonly name: string
  readonly covered: Covered
  readonly size: PaperSize
  readonly training: boolean
}

/** Codes, names and papers short and long, on both sizes, in training too. */
const PRINTED: readonly Printed[] = (['A4', 'A5'] as const).flatMap(size => [1, 2, 3, 4].flatMap(i => {
  const dossier: Dossier = {
    ...sampleReceived, subject: `dossier:${String(i).padStart(16, 'f0')}`, code: `H13.0${i}4-26112${i}-${String(i * 1234)}`,
    papers: [...sampleReceived.papers, { id: `added-${i}`, name: LONG.slice(0, 500), kind: 'added', originals: 1, copies: 0, received: true }],
    applicant: { ...sampleReceived.applicant, name: i === 4 ? 'NGUYỄN PHƯỚC QUÝ ĐÌNH HOÀNG NGỌC TƯỜNG VY TRẦN LÊ ẨM ỄNH' : sampleReceived.applicant.name },
  }
  return [...coveredBy(dossier, 'dossier'), ...coveredBy(dossier, 'paper').slice(-2)]
    .map((covered, j) => ({ name: `${size}-${i}-${j}`, covered, size, training: i === 3 }))
}))

let folder = ''

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'covers-'))
  await prepareCodes(await readFile(join(PROJECT, 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm')))
  const fontFaces = await readFontFaces(join(PROJECT, 'node_modules/@fontsource/tinos/files'))
  await runPaperMachine(PRINTED.map(({ name, covered, size, training }) => ({
    ask: 'pdf', file: join(folder, `${name}.pdf`),
    html: coverSheet.layout(covered, { ...sampleMoment, size, qrSvg, fontFaces, office: { ...sampleOffice, training } }).html,
  })))
  for (const { name } of PRINTED) {
    await mustRun('pdftoppm', ['-r', String(DPI), '-gray', '-png', '-singlefile', join(folder, `${name}.pdf`), join(folder, name)])
  }
})

test.afterAll(() => rm(folder, { recursive: true, force: true }))

for (const { name, covered, size } of PRINTED) {
  test(`cover sheet ${name} is one page, read by a reader not written here at both corners, and by ours`, async () => {
    expect(await mustRun('pdfinfo', [join(folder, `${name}.pdf`)])).toMatch(new RegExp(`^Pages: +1$[^]*^Page size: .*\\(${size}\\)$`, 'm'))
    const read = await mustRun('zbarimg', ['--quiet', '--nodbus', '--raw', '-Sdisable', '-Sqrcode.enable', join(folder, `${name}.png`)])
    const text = textOf(covered)
    expect(read.trim().split('\n')).toEqual([text, text])
    expect(await pageCodes(await greyOf(name))).toEqual([text])
  })

  test(`cover sheet ${name} is known by its marks when both codes are gone`, async () => {
    const image = await greyOf(name)
    const isGone = (i: number): boolean => isInACorner(i % image.width, Math.floor(i / image.width), image)
    const pixels = image.pixels.map((value, i) => isGone(i) ? 255 : value)
    expect(looksLikeCover({ ...image, pixels })).toBe(true)
  })
}

/** Half of the sheet is torn off at either end of the line between the codes. */
function isInACorner(x: number, y: number, { width, height }: GreyPicture): boolean {
  const along = x / width + y / height
  return along < 0.6 || along > 1.4
}

async function greyOf(name: string): Promise<GreyPicture> {
  const { data, info } = await sharp(join(folder, `${name}.png`)).greyscale().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, channels: 1, pixels: new Uint8Array(data), dpi: DPI }
}

function textOf({ dossier, paper }: Covered): string {
  return coverSheetText({
    unit: sampleOffice.unit, code: dossier.code ?? '', subject: dossier.subject, paper: paper?.id ?? null, sheets: paper === null ? 3 : 1,
  })
}
