import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPipeline } from '../../main/scanning/pipeline/open-pipeline.ts'
import type { Pipeline } from '../../main/scanning/pipeline/pipeline.ts'
import { fileStack } from '../../shared/papers/file-stack.ts'
import type { FiledSide, StackSide } from '../../shared/papers/stack.ts'
import { CLEAN, scanned, someDirt, type Dirt } from '../builders/made-dirt.ts'
import { drawPage } from '../builders/made-pages.ts'
import { makeStack, type MadeStack, type StackSheet } from '../builders/made-stack.ts'
import { seededRandom, type Random } from '../builders/random.ts'
import type { Rig } from '../faults/rig.ts'
import { rounded } from './figures.ts'

/** Dossiers that go through clean in one pass, at most. */
const CLEAN_DOSSIERS = 50
/** Pages of one dossier, about, cover sheets not counted. */
const PAGES_OF_DOSSIER = 4

/**
 * Made stacks through the real pipeline, then filed by what it read: first a clean pass, then `runs` pages that are
 * skewed, faint, torn, noisy, in shadow and upside down, with cover sheets of strangers, face down, and hidden under other sheets.
 */
export const stack: Rig = async ({ runs, seed, say }) => {
  const folder = await mkdtemp(join(tmpdir(), 'stack-'))
  const pipeline = openPipeline()
  const dossiers = Math.min(CLEAN_DOSSIERS, Math.ceil(runs / PAGES_OF_DOSSIER))
  try {
    const clean = await fileAll(makeStack(seed, dossiers, false), () => CLEAN, { folder, pipeline, seed, say })
    say(`clean: ${clean.pages} pages, ${clean.right} right, ${clean.unclear} unclear, ${clean.misfiled} misfiled`)
    const dirty = await fileAll(stackOfPages(seed + 1, runs), someDirt, { folder, pipeline, seed, say })
    return {
      cleanPages: clean.pages, cleanRight: clean.right, cleanMisfiled: clean.misfiled,
      pages: dirty.pages, misfiled: dirty.misfiled + clean.misfiled, unclearShare: rounded(dirty.unclear / dirty.pages, 4),
      covers: dirty.covers, coversHidden: dirty.coversHidden, coversUnread: dirty.coversUnread, coversMissed: dirty.coversMissed,
    }
  } finally {
    await pipeline.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Dossier by dossier until there are so many pages, cover sheets not counted. */
function stackOfPages(seed: number, pages: number): MadeStack {
  let dossiers = Math.ceil(pages / PAGES_OF_DOSSIER)
  let made = makeStack(seed, dossiers, true)
  while (pagesOf(made) < pages) made = makeStack(seed, dossiers += 1, true)
  return made
}

function pagesOf({ sheets }: MadeStack): number {
  return sheets.filter(({ isCover }) => !isCover).length
}

interface Tools {
  readonly folder: string
  readonly pipeline: Pipeline
  readonly seed: number
  readonly say: (line: string) => void
}

interface Count {
  readonly pages: number
  readonly right: number
  readonly misfiled: number
  readonly unclear: number
  /** That were seen from the front or the back. */
  readonly covers: number
  readonly coversHidden: number
  readonly coversUnread: number
  /** Taken for pages of the dossier before. */
  readonly coversMissed: number
}

/** Pages that are nobody's here are right where they are unclear. */
async function fileAll(made: MadeStack, dirtOf: (chance: Random) => Dirt, tools: Tools): Promise<Count> {
  const { unit, dossiers, sheets, printed, coversHidden } = made
  const sides: StackSide[] = []
  for (let i = 0; i < sheets.length; i += AT_ONCE) {
    sides.push(...await Promise.all(sheets.slice(i, i + AT_ONCE).map((sheet, j) => readSide(sheet, i + j, dirtOf, tools))))
    if (i % 20 === 0) tools.say(`${i} of ${sheets.length}`)
  }
  const filed = fileStack(sides, { unit, dossiers, printed, isOver: true }).sides
  const pages = sheets.flatMap((sheet, i) => sheet.isCover ? [] : [outcome(sheet, filed[i])])
  const covers = filed.filter((_, i) => sheets[i]?.isCover)
  const count = (what: string): number => pages.filter(each => each === what).length
  return {
    pages: pages.length, right: count('right'), misfiled: count('misfiled'), unclear: count('unclear'),
    covers: covers.length, coversHidden, coversUnread: covers.filter(({ as }) => as === 'unclear').length,
    coversMissed: covers.filter(({ as }) => as === 'placed').length,
  }
}

/** Two threads clean; two more sides are drawn meanwhile. */
const AT_ONCE = 4

async function readSide({ page }: StackSheet, i: number, dirtOf: (chance: Random) => Dirt, tools: Tools): Promise<StackSide> {
  const { folder, pipeline, seed } = tools
  const chance = seededRandom(seed * 100_003 + i)
  const path = join(folder, `${i}.png`)
  await writeFile(path, await scanned(await drawPage(page), dirtOf(chance), chance))
  const cleaned = await pipeline.clean({ path, dpi: 200, isPhoto: false, turn: 0 })
  await rm(path)
  if (!cleaned.ok) throw new Error(`A made page could not be cleaned: ${cleaned.problem.code}`)
  const { codes, isBlank, width, height } = cleaned.value
  return { id: String(i), sheet: i + 1, codes, isBlank, width, height }
}

function outcome({ belongs }: StackSheet, filed: FiledSide | undefined): 'right' | 'misfiled' | 'unclear' {
  if (filed?.as === 'unclear') return 'unclear'
  const isRight = filed?.as === 'placed' && belongs !== null && filed.subject === belongs.subject && filed.paper === belongs.paper
  return isRight ? 'right' : 'misfiled'
}
