import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * `@font-face` rules with Tinos inside, from the folder of its woff2 files.
 *
 * Inside, not linked: a paper is shown, printed and saved from the same text, without asking anybody for anything.
 */
export async function readFontFaces(folder: string): Promise<string> {
  const faces = SUBSETS.flatMap(([subset, range]) => CUTS.map(async ([weight, style]) => {
    const bytes = await readFile(join(folder, `tinos-${subset}-${weight}-${style}.woff2`))
    return `@font-face{font-family:Tinos;font-weight:${weight};font-style:${style};unicode-range:${range};src:url(data:font/woff2;base64,${bytes.toString('base64')}) format('woff2')}\n`
  }))
  return (await Promise.all(faces)).join('')
}

const CUTS = [[400, 'normal'], [400, 'italic'], [700, 'normal'], [700, 'italic']] as const

/** Latin and Vietnamese: other scripts fall back to the system's fonts. */
const SUBSETS = [
  ['vietnamese', 'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB'],
  ['latin', 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2212,U+2215'],
] as const
