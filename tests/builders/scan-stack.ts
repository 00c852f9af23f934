import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawPage, type MadePage } from './made-pages.ts'

/** Fills the feeder of the pretend scanner (`--scanner=FOLDER`): made pages as PNM, or a trouble at that place. */
export async function fillFeeder(folder: string, first: number, sheets: readonly (MadePage | 'jam')[]): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const before = `${folder}.next`
  mkdirSync(before, { recursive: true })
  for (const [at, sheet] of sheets.entries()) {
    const name = String(first + at).padStart(4, '0')
    if (sheet === 'jam') writeFileSync(join(before, `${name}.jam`), '')
    else writeFileSync(join(before, `${name}.pnm`), await toPnm(sheet))
  }
  for (let at = 0; at < sheets.length; at += 1) {
    const name = `${String(first + at).padStart(4, '0')}.${sheets[at] === 'jam' ? 'jam' : 'pnm'}`
    renameSync(join(before, name), join(folder, name))
  }
}

async function toPnm(page: MadePage): Promise<Buffer> {
  const { data, width, height } = await drawPage(page)
  return Buffer.concat([Buffer.from(`P6\n${String(width)} ${String(height)}\n255\n`), data])
}
