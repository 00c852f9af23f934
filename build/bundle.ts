import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { DIST, PROJECT } from './folders.ts'
import { copyGuests } from './guests.ts'
import { phonePage } from './phone-page.ts'
import { programs } from './vite.config.ts'

const CATALOGUE = join(PROJECT, 'shared/procedures/catalogue')
const PAPER_FONTS = join(PROJECT, 'node_modules/@fontsource/tinos/files')

/**
 * Builds the whole product into a folder: main, its workers and their engines, the preload, the window, the phone's page,
 * the papers' fonts and the catalogue.
 *
 * Electron starts `<out>/main/main.js`; nothing else of the tree is needed to run.
 */
export async function bundle(out = DIST): Promise<void> {
  await mkdir(out, { recursive: true })
  const { main, preload, renderer } = programs(out)
  await Promise.all([build(main), build(preload), build(renderer), phonePage(out), mergeCatalogue(out)])
  await Promise.all([copyPaperFonts(join(out, 'renderer/fonts')), copyGuests(join(out, 'main')), copyWiaScript(join(out, 'main'))])
}

/** All procedures in one file, sorted by code: one read at start instead of hundreds. */
async function mergeCatalogue(out: string): Promise<void> {
  const names = await readdir(CATALOGUE, { recursive: true })
  const files = names.filter(name => name.endsWith('.json')).sort()
  const procedures = await Promise.all(files.map(async name => JSON.parse(await readFile(join(CATALOGUE, name), 'utf8')) as { code: string }))
  const sorted = procedures.sort((a, b) => a.code < b.code ? -1 : 1)
  await writeFile(join(out, 'catalogue.json.part'), JSON.stringify({ procedures: sorted }))
  await rename(join(out, 'catalogue.json.part'), join(out, 'catalogue.json'))
}

/** Papers are set in Tinos, the metric twin of the typeface the circular names; Latin and Vietnamese are enough. */
async function copyPaperFonts(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const names = (await readdir(PAPER_FONTS)).filter(name => /^tinos-(latin|latin-ext|vietnamese)-\d+-(normal|italic)\.woff2$/.test(name))
  await Promise.all(names.map(name => cp(join(PAPER_FONTS, name), join(folder, name))))
}

/** What Windows' own PowerShell is given to run lies beside main, as a file of its own. */
async function copyWiaScript(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await cp(join(PROJECT, 'main/scanning/wia/wia.ps1'), join(folder, 'wia.ps1'))
}

if (import.meta.main) await bundle()
