import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPageReader } from '../../main/scanning/ocr/page-reader.ts'
import { openPipeline } from '../../main/scanning/pipeline/open-pipeline.ts'
import { CLEAN, scanned, type Dirt } from '../builders/made-dirt.ts'
import { drawPage, makePage } from '../builders/made-pages.ts'
import { seededRandom, type Random } from '../builders/random.ts'
import type { Rig } from '../faults/rig.ts'
import { median, rounded } from './figures.ts'
import { countEdits } from './text-errors.ts'

/**
 * Forms as a scanner gives them, cleaned and stored as every page is, then read: characters that are wrong, lost or added, in per
 * cent of all; names and numbers that are not letter for letter on the page, counted apart. `seconds` is of reading alone.
 */
export const ocr: Rig = async ({ runs, seed, say }) => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-ocr-'))
  const broken: unknown[] = []
  const pipeline = openPipeline()
  const reader = openPageReader({ report: error => { broken.push(error) } })
  const sum = { characters: 0, edits: 0, names: 0, namesWrong: 0, numbers: 0, numbersWrong: 0 }
  const seconds: number[] = []
  let pages = 0
  let unread = 0
  try {
    for (let nth = 0; nth < runs; nth += 1) {
      const chance = seededRandom(seed * 100_000 + nth)
      const page = makePage('form', seed * 100_000 + nth)
      const path = join(folder, 'side.png')
      await writeFile(path, await scanned(await drawPage(page), officeDirt(chance), chance))
      const clean = await pipeline.clean({ path, dpi: 200, isPhoto: false, turn: 0 })
      if (!clean.ok) throw new Error(clean.problem.code)
      const from = performance.now()
      const read = await reader.readText(clean.value.pdf)
      seconds.push((performance.now() - from) / 1000)
      pages += 1
      if (read === undefined) unread += 1
      const text = spaced(read?.text ?? '')
      sum.characters += spaced(page.truth).length
      sum.edits += countEdits(spaced(page.truth), text)
      const names = [...page.truth.matchAll(/Họ và tên: (.+)/g)].map(([, name = '']) => name)
      const numbers = [...page.truth.matchAll(/\d[\d/]{3,}\d/g)].map(([number]) => number)
      sum.names += names.length
      sum.namesWrong += names.filter(name => !text.includes(name)).length
      sum.numbers += numbers.length
      sum.numbersWrong += numbers.filter(number => !text.includes(number)).length
      if (pages % 20 === 0) {
        const { names, namesWrong, numbers, numbersWrong } = sum
        say(`${String(pages)} pages: ${String(rounded(100 * sum.edits / sum.characters, 3))} % of characters wrong, ` +
          `names ${String(namesWrong)}/${String(names)}, numbers ${String(numbersWrong)}/${String(numbers)}; load ${(loadavg()[0] ?? 0).toFixed(1)}`)
      }
    }
  } finally {
    await pipeline.close()
    await reader.rest()
    rmSync(folder, { recursive: true, force: true })
  }
  return {
    pages, unread, characterErrorsPercent: rounded(100 * sum.edits / sum.characters, 3),
    names: sum.names, namesWrong: sum.namesWrong,
    numbers: sum.numbers, numbersWrong: sum.numbersWrong, seconds: rounded(median(seconds), 2), broken: broken.length,
    load: rounded(loadavg()[0] ?? 0),
  }
}

/** A working scanner in a working office: a little crooked, a little grey. */
function officeDirt(chance: Random): Dirt {
  const [skew, noise] = [chance.next() * 4 - 2, chance.next() * 12]
  return { ...CLEAN, skew, noise, contrast: 1 - chance.next() * 0.3, isColour: chance.next() < 0.5 }
}

function spaced(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}
