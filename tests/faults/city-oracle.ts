import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** What an embedded city's files say, read without one line of the product's code. */
export interface CityOnDisk {
  /** Names of all lines in each log, in order. */
  readonly namesByLog: ReadonlyMap<string, readonly string[]>
  /** Names of lines by subject, of PCs' logs. */
  readonly namesBySubject: ReadonlyMap<string, ReadonlySet<string>>
  readonly codes: readonly string[]
  readonly pages: ReadonlySet<string>
  readonly brokenLines: number
}

/** Reads every log (a batch is a `#` note, then its lines) and sums every page that carries a whole name. */
export function readCityOnDisk(data: string): CityOnDisk {
  const namesByLog = new Map<string, readonly string[]>()
  const namesBySubject = new Map<string, Set<string>>()
  const codes: string[] = []
  let brokenLines = 0
  const logs = join(data, 'logs')
  for (const file of existsSync(logs) ? readdirSync(logs) : []) {
    const names: string[] = []
    let prev = '0'.repeat(64)
    const lines = readFileSync(join(logs, file), 'utf8').split('\n')
    // What stands after the last newline was never acknowledged.
    lines.pop()
    for (const line of lines.filter(one => !one.startsWith('#'))) {
      const [envelopeText = '', bodyText = ''] = line.split('\t')
      const envelope = JSON.parse(envelopeText) as EnvelopeOnDisk
      if (envelope.prev !== prev || envelope.body !== sum(bodyText) || envelope.seq !== names.length + 1) brokenLines += 1
      prev = sum(envelopeText)
      names.push(prev)
      if (file.startsWith('city-')) continue
      namesBySubject.set(envelope.subject, (namesBySubject.get(envelope.subject) ?? new Set()).add(prev))
      if (envelope.kind === 'dossier/received') codes.push((JSON.parse(bodyText) as { readonly code: string }).code)
    }
    namesByLog.set(basename(file, '.ndjson'), names)
  }
  return { namesByLog, namesBySubject, codes, pages: pagesIn(join(data, 'pages')), brokenLines }
}

interface EnvelopeOnDisk {
  readonly prev: string
  readonly body: string
  readonly seq: number
  readonly subject: string
  readonly kind: string
}

function pagesIn(folder: string): ReadonlySet<string> {
  if (!existsSync(folder)) return new Set()
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name))
  return new Set(files.filter(({ parentPath, name }) => sum(readFileSync(join(parentPath, name))) === name).map(({ name }) => name))
}

function sum(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
