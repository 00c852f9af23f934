import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the bytes on disk say, read without one line of the product's code. */
export interface JournalOnDisk {
  /** Names of all acts, by device, in order. */
  readonly namesByDevice: ReadonlyMap<string, readonly string[]>
  readonly codes: readonly string[]
  readonly subjectsByCode: ReadonlyMap<string, string>
  readonly namesBySubject: ReadonlyMap<string, readonly string[]>
  /** Each subject once. */
  readonly subjects: readonly string[]
  /** Lines whose name, predecessor or body does not hold. */
  readonly brokenLines: number
}

const sha256 = (bytes: string): string => createHash('sha256').update(bytes, 'utf8').digest('hex')

/** Reads every log of a data folder, or one alone, and proves its chain by the two-part line of rule J1. */
export function readJournalOnDisk(dataFolder: string, only?: string): JournalOnDisk {
  const root = join(dataFolder, 'journal')
  const namesByDevice = new Map<string, string[]>()
  const codes: string[] = []
  const subjectsByCode = new Map<string, string>()
  const namesBySubject = new Map<string, string[]>()
  let brokenLines = 0
  for (const device of existsSync(root) ? readdirSync(root).sort().filter(log => only === undefined || log === only) : []) {
    const names: string[] = []
    let prev = '0'.repeat(64)
    const days = readdirSync(join(root, device)).filter(file => file.endsWith('.ndjson')).sort()
    for (const day of days) {
      const lines = readFileSync(join(root, device, day), 'utf8').split('\n')
      // What stands after the last newline was never acknowledged.
      lines.pop()
      for (const line of lines) {
        const [envelopeText = '', bodyText = ''] = line.split('\t')
        const envelope = parse(envelopeText)
        const body = parse(bodyText)
        const holds = envelope !== undefined && envelope['prev'] === prev && envelope['body'] === sha256(bodyText) &&
          envelope['seq'] === names.length + 1
        if (!holds) brokenLines += 1
        prev = sha256(envelopeText)
        names.push(prev)
        const subject = envelope?.['subject']
        if (typeof subject === 'string') namesBySubject.set(subject, [...namesBySubject.get(subject) ?? [], prev])
        if (envelope?.['kind'] !== 'dossier/received' || typeof body?.['code'] !== 'string') continue
        codes.push(body['code'])
        if (typeof subject === 'string') subjectsByCode.set(body['code'], subject)
      }
    }
    namesByDevice.set(device, names)
  }
  return { namesByDevice, codes, subjectsByCode, namesBySubject, subjects: [...namesBySubject.keys()], brokenLines }
}

/** How many of the acts that each hand was told are saved are missing, or stand before one it was told of earlier. */
export function countLost(byHand: ReadonlyMap<number, readonly string[]>, onDisk: JournalOnDisk): number {
  const placeByName = new Map([...onDisk.namesByDevice.values()].flatMap(names => names.map((name, place) => [name, place] as const)))
  let lost = 0
  for (const acknowledged of byHand.values()) {
    let last = -1
    for (const name of acknowledged) {
      const place = placeByName.get(name)
      if (place === undefined || place <= last) lost += 1
      else last = place
    }
  }
  return lost
}

/** How many numbers stand on more than one receipt (rule N3). */
export function countTwice(codes: readonly string[]): number {
  return codes.length - new Set(codes).size
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
