import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Problem } from '../../shared/base/result.ts'
import { assembleCatalogue } from '../../shared/procedures/assemble-catalogue.ts'
import type { Catalogue } from '../../shared/procedures/catalogue.ts'
import { readIfThere } from '../journal/durable-file.ts'
import { parseJson } from '../../shared/base/json.ts'

/** A published catalogue lies in the data folder and is not whole; the one that came with the program is used. */
export interface HalfWritten extends Problem {
  readonly code: 'catalogue/half-written'
  readonly file: string
}

export interface LoadedCatalogue {
  readonly catalogue: Catalogue
  readonly problem: HalfWritten | null
}

/**
 * The catalogue in force: `catalogue.json` of the data folder when it is whole, else the program's own.
 *
 * Problem: `catalogue/half-written`. A program without a whole catalogue of its own is a bug.
 */
export async function loadCatalogue(root: string, ownFile: string): Promise<LoadedCatalogue> {
  const file = join(root, 'catalogue.json')
  const published = await readIfThere(file)
  if (published !== undefined) {
    const assembled = assembleCatalogue(parseJson(published))
    if (assembled.ok) return { catalogue: assembled.value, problem: null }
  }
  const own = assembleCatalogue(parseJson(await readFile(ownFile, 'utf8')))
  if (!own.ok) throw new Error(`The program's own catalogue is not whole: ${own.problem.code}`)
  return { catalogue: own.value, problem: published === undefined ? null : { code: 'catalogue/half-written', file } }
}
