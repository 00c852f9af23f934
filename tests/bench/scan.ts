import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureTools } from '../../build/electron/debian.ts'
import { mustRun } from '../../build/electron/run.ts'
import { openPipeline } from '../../main/scanning/pipeline/open-pipeline.ts'
import type { CleanPage, Pipeline } from '../../main/scanning/pipeline/pipeline.ts'
import { normalise } from '../../shared/base/text.ts'
import { scanned, someDirt } from '../builders/made-dirt.ts'
import { drawPage, makePage, type MadeKind, type MadePage } from '../builders/made-pages.ts'
import { seededRandom } from '../builders/random.ts'
import type { Rig } from '../faults/rig.ts'
import { median, rounded } from './figures.ts'
import { countEdits } from './text-errors.ts'

/** What an office scans, in about the shares it does. */
const KINDS: readonly MadeKind[] = ['form', 'letter', 'form', 'table', 'form', 'faint', 'letter', 'photo', 'form', 'id-card']
/** The scanner's, and at which the reader sees both outputs: another would blur the one that kept its pixels. */
const DPI = 200

/**
 * The same made pages through the pipeline and through OCRmyPDF, one after the other: bytes, seconds, and how many letters
 * a reader of the system's (tesseract, Vietnamese) gets wrong in what each of them made.
 *
 * Ours makes no text layer here; the peer does, because deskewing and shrinking is only to be had of it with one.
 */
export const scan: Rig = async ({ runs, seed, say }) => {
  await ensureTools(['ocrmypdf', 'poppler-utils', 'tesseract-ocr-vie'])
  const folder = await mkdtemp(join(tmpdir(), 'scan-'))
  const pipeline = openPipeline()
  const rows: Row[] = []
  try {
    for (let i = 0; i < runs; i += 1) {
      const kind = KINDS[i % KINDS.length] ?? 'form'
      rows.push(await compare(makePage(kind, seed * 1000 + i), { folder, pipeline, seed: seed * 1000 + i }))
      say(`${i + 1} ${kind} ${JSON.stringify(rows.at(-1))}`)
    }
  } finally {
    await pipeline.close()
    await rm(folder, { recursive: true, force: true })
  }
  return figuresOf(rows)
}

interface Row {
  readonly coding: CleanPage['coding']
  readonly bytes: number
  readonly peerBytes: number
  readonly seconds: number
  readonly peerSeconds: number
  readonly letters: number
  readonly errors: number
  readonly peerErrors: number
}

interface Tools {
  readonly folder: string
  readonly pipeline: Pipeline
  readonly seed: number
}

async function compare(page: MadePage, { folder, pipeline, seed }: Tools): Promise<Row> {
  const chance = seededRandom(seed)
  // The peer is not asked to turn pages, and what is torn off or fainter than half is read by nobody.
  const dirt = { ...someDirt(chance), isUpsideDown: false, torn: 0 }
  const [path, pdf, peerPdf] = [join(folder, 'side.png'), join(folder, 'ours.pdf'), join(folder, 'peer.pdf')]
  await writeFile(path, await scanned(await drawPage(page, DPI), { ...dirt, contrast: Math.max(0.5, dirt.contrast) }, chance))

  const begun = performance.now()
  const cleaned = await pipeline.clean({ path, dpi: DPI, isPhoto: false, turn: 0 })
  const seconds = (performance.now() - begun) / 1000
  if (!cleaned.ok) throw new Error(`A made page could not be cleaned: ${cleaned.problem.code}`)
  await writeFile(pdf, cleaned.value.pdf)

  const peerBegun = performance.now()
  await mustRun('ocrmypdf', ['--deskew', '--optimize', '3', '-j1', '-l', 'vie', '--image-dpi', String(DPI), path, peerPdf])
  const peerSeconds = (performance.now() - peerBegun) / 1000

  return {
    coding: cleaned.value.coding, bytes: cleaned.value.pdf.length, peerBytes: (await stat(peerPdf)).size,
    seconds: rounded(seconds, 2), peerSeconds: rounded(peerSeconds, 2), letters: page.truth.length,
    errors: await errorsIn(pdf, page), peerErrors: await errorsIn(peerPdf, page),
  }
}

async function errorsIn(pdf: string, { truth }: MadePage): Promise<number> {
  return countEdits(normalise(truth), normalise(await readByTesseract(pdf)))
}

/** What is seen on the page, not what a text layer says. */
async function readByTesseract(pdf: string): Promise<string> {
  const image = pdf.replace(/\.pdf$/, '-seen')
  await mustRun('pdftoppm', ['-r', String(DPI), '-png', '-singlefile', pdf, image])
  return mustRun('tesseract', [`${image}.png`, 'stdout', '-l', 'vie'], { env: { ...process.env, OMP_THREAD_LIMIT: '1' } })
}

function figuresOf(rows: readonly Row[]): Readonly<Record<string, number>> {
  const sum = (of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0)
  const kilobytes = (isColour: boolean): number =>
    median(rows.filter(({ coding }) => (coding === 'colour') === isColour).map(({ bytes }) => bytes / 1024))
  const letters = sum(row => row.letters)
  return {
    pages: rows.length,
    bytesRatio: rounded(sum(row => row.bytes) / sum(row => row.peerBytes), 3),
    speedRatio: rounded(sum(row => row.peerSeconds) / sum(row => row.seconds)),
    blackWhiteKb: rounded(kilobytes(false)), colourKb: rounded(kilobytes(true)),
    medianBytesRatio: rounded(median(rows.map(row => row.bytes / row.peerBytes)), 3), medianSeconds: median(rows.map(row => row.seconds)),
    medianPeerSeconds: median(rows.map(row => row.peerSeconds)), peerKb: rounded(median(rows.map(row => row.peerBytes / 1024))),
    pagesWorse: rows.filter(row => row.errors > row.peerErrors).length,
    errorsOurs: rounded(sum(row => row.errors) / letters * 100, 3), errorsPeer: rounded(sum(row => row.peerErrors) / letters * 100, 3),
  }
}
