import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { XMLParser } from 'fast-xml-parser'
import { ensureTools, PREFLIGHT } from '../../build/electron/debian.ts'

const JARS = ['preflight', 'pdfbox2', 'xmpbox', 'fontbox2', 'commons-logging', 'javax.activation', 'jaxb-api']

/**
 * What PDFBox's preflight, which nobody here wrote, has against each PDF as PDF/A-1b; an empty list means nothing.
 *
 * One Java for all of them: starting it costs more than many pages.
 */
export async function preflight(pdfs: Readonly<Record<string, Uint8Array>>): Promise<Readonly<Record<string, readonly string[]>>> {
  await ensureTools(PREFLIGHT)
  const folder = await mkdtemp(join(tmpdir(), 'preflight-'))
  try {
    for (const [name, bytes] of Object.entries(pdfs)) await writeFile(join(folder, `${name}.pdf`), bytes)
    const classPath = JARS.map(jar => `/usr/share/java/${jar}.jar`).join(':')
    const args = ['-cp', classPath, 'org.apache.pdfbox.preflight.Validator_A1b', 'xml', 'group', folder]
    await promisify(execFile)('java', args, { cwd: tmpdir() }).catch((error: unknown) => {
      // It ends with -1 when a file is not valid; only a Java that could not run at all is of interest here.
      if (typeof (error as { code: unknown }).code !== 'number') throw error
    })
    const found = readReport(await readFile(`${folder}.preflight.xml`, 'utf8'))
    return Object.fromEntries(Object.keys(pdfs).map(name => [name, found[name] ?? ['never looked at']]))
  } finally {
    await rm(folder, { recursive: true })
    await rm(`${folder}.preflight.xml`, { force: true })
  }
}

function readReport(xml: string): Record<string, readonly string[]> {
  const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false, isArray: name => name === 'preflight' || name === 'error' })
  const { preflights } = parser.parse(xml) as { preflights: { preflight: readonly Verdict[] } }
  return Object.fromEntries(preflights.preflight.map(verdict => {
    const isValid = verdict.isValid['#text'] === 'true' && verdict.isValid['@_type'] === 'PDF/A1-b'
    const errors = verdict.errors?.error.map(({ code, details }) => `${code} ${details}`) ?? []
    return [basename(verdict['@_name'], '.pdf'), isValid ? errors : ['not valid', ...errors]]
  }))
}

interface Verdict {
  readonly '@_name': string
  readonly isValid: { readonly '#text': string, readonly '@_type': string }
  readonly errors?: { readonly error: readonly { readonly code: string, readonly details: string }[] }
}
