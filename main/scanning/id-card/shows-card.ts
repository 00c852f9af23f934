import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isCardPage } from '../../../shared/people/card-page.ts'
import type { readFiles } from '../drivers/files.ts'
import type { RawPage } from '../drivers/driver.ts'
import type { Pipeline } from '../pipeline/pipeline.ts'

export interface CardLookTools {
  readonly root: string
  readonly readFiles: typeof readFiles
  readonly pipeline: Pick<Pipeline, 'clean'>
}

/**
 * Whether a page of a file shows an ID card, found out as it is of scanned sides, so that the file is covered on the screen (rule U5).
 *
 * What cannot be looked at counts as one: nobody knows what it shows. Opening forgets what a kill left behind.
 */
export async function openCardLook({ root, readFiles, pipeline }: CardLookTools): Promise<(path: string) => Promise<boolean>> {
  const aside = join(root, 'scans', 'looked-at')
  await rm(aside, { recursive: true, force: true })

  async function isCard({ bytes, dpi, isPhoto }: RawPage, path: string): Promise<boolean> {
    await writeFile(path, bytes)
    const cleaned = await pipeline.clean({ path, dpi, isPhoto, turn: 0 })
    return !cleaned.ok || isCardPage(cleaned.value)
  }

  return async path => {
    await mkdir(aside, { recursive: true })
    const folder = await mkdtemp(join(aside, 'file-'))
    const sides = readFiles([path], new AbortController().signal)
    try {
      let turn = await sides.next()
      for (; turn.done !== true; turn = await sides.next()) if (await isCard(turn.value, join(folder, 'side'))) return true
      return !turn.value.ok || turn.value.value.files.some(({ problem }) => problem !== null)
    } finally {
      await sides.return({ ok: true, value: { reason: 'cancelled', files: [] } })
      await rm(folder, { recursive: true, force: true })
    }
  }
}
