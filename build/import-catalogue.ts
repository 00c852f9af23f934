import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fold, normalise } from '../shared/base/text.ts'
import type { Procedure } from '../shared/procedures/procedure.ts'
import { toCases } from './catalogue/cases.ts'
import { toFees } from './catalogue/fees.ts'
import { toLimits } from './catalogue/limits.ts'
import type { Overlay, OverlayEntry, PortalProcedure } from './catalogue/portal.ts'
import { capitalised, shortened } from './catalogue/words.ts'

const HERE = import.meta.dirname
const CATALOGUE = join(HERE, '../shared/procedures/catalogue')
/** The month in which the portal was read. */
const VERSION = '2026-07'

/** One procedure of the portal as ours; the same input gives the same bytes. */
export function toProcedure(portal: PortalProcedure, overlay: OverlayEntry | undefined): Procedure {
  const name = withoutPrefix(portal.name)
  return {
    code: portal.code,
    name,
    shortName: overlay?.shortName ?? shortened(name, 120),
    ...(overlay?.aliases === undefined ? {} : { aliases: [...overlay.aliases] }),
    ...(overlay?.rank === undefined ? {} : { rank: overlay.rank }),
    field: normalise(portal.field),
    decision: normalise(portal.decision),
    level: normalise(portal.level),
    who: normalise(portal.who),
    url: portal.url,
    version: VERSION,
    cases: [...toCases(portal.groups)],
    limits: [...toLimits(portal.channels, overlay)],
    fees: [...toFees(portal.channels, overlay)],
    results: toResults(portal),
  }
}

/** `Hộ tịch` gives `ho-tich`. */
export function fieldSlug(field: string): string {
  return fold(field).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
}

function withoutPrefix(name: string): string {
  return capitalised(normalise(name).replace(/^thủ tục:?\s+/iu, ''))
}

/** A few results stand only in the raw text, `TênMã: KQ.…`. */
function toResults(portal: PortalProcedure): Procedure['results'] {
  if (portal.results.length > 0) return portal.results.map(result => ({ code: normalise(result.code), name: normalise(result.name) }))
  const [name = '', code = ''] = normalise(portal.raw_result ?? '').split(/\.?Mã: /u)
  return name === '' ? [] : [{ ...(/\d/.test(code) ? { code } : {}), name }]
}

async function importCatalogue(factsPath: string): Promise<void> {
  const facts = JSON.parse(await readFile(factsPath, 'utf8')) as readonly PortalProcedure[]
  const overlay = JSON.parse(await readFile(join(HERE, 'catalogue-overlay.json'), 'utf8')) as Overlay
  const strays = Object.keys(overlay).filter(code => !facts.some(portal => portal.code === code))
  if (strays.length > 0) throw new Error(`The overlay names procedures the source does not have: ${strays.join(', ')}`)
  await rm(CATALOGUE, { recursive: true, force: true })
  for (const portal of facts) {
    const procedure = toProcedure(portal, overlay[portal.code])
    const folder = join(CATALOGUE, fieldSlug(procedure.field))
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, `${procedure.code}.json`), `${JSON.stringify(procedure, null, 2)}\n`)
  }
  process.stdout.write(`${String(facts.length)} procedures imported\n`)
}

if (import.meta.main) {
  const factsPath = process.argv[2]
  if (factsPath === undefined) throw new Error('Usage: node build/import-catalogue.ts <facts.json>')
  await importCatalogue(factsPath)
}
