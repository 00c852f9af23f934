import { BEFORE_FIRST } from '../../shared/acts/act.ts'
import { readLine } from '../../shared/acts/chain.ts'
import { upcast } from '../../shared/acts/upcast.ts'
import type { City } from '../city.ts'
import type { RecordedLine } from '../record/record.ts'
import { sha256 } from '../record/sha256.ts'
import type { ArrivedAct, Batch, Tables, UnreadableLine } from './projection.ts'
import { PROJECTIONS } from './projections.ts'

/** How much of a log is read at once. */
const READ_BYTES = 3_000_000

/**
 * Folds at most so many new lines of these logs of one unit into the tables, and how far that is, in one transaction.
 *
 * One process at a time folds a unit, so that two acts on one subject never miss each other. Tells which logs may have more.
 */
export async function foldUnit(city: City, unit: string, logs: readonly string[], mostLines: number): Promise<readonly string[]> {
  return city.db.transaction(async db => {
    await db.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`fold ${unit}`])
    const folded = await db.query<{ log: string, seq: number }>('SELECT log, seq FROM projected WHERE log = ANY($1)', [logs])
    const seqByLog = new Map(folded.map(({ log, seq }) => [log, seq]))
    const parts: Part[] = []
    const unfinished: string[] = []
    let room = mostLines
    for (const log of logs) {
      const lines = room > 0 ? await city.record.read(log, seqByLog.get(log) ?? 0, READ_BYTES) : []
      if (room <= 0 || lines.length > 0) unfinished.push(log)
      const taken = lines.slice(0, room)
      room -= taken.length
      if (taken.length > 0) parts.push(readPart(log, taken))
    }
    if (parts.length > 0) await foldParts(db, unit, parts)
    return unfinished
  })
}

/** Passes over the next line of a log, which the tables cannot take by itself either: it stays in the record, and is listed (rule S4). */
export async function setNextLineAside(city: City, unit: string, log: string): Promise<void> {
  await city.db.transaction(async db => {
    await db.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`fold ${unit}`])
    const [folded] = await db.query<{ seq: number }>('SELECT seq FROM projected WHERE log = $1', [log])
    const [line] = await city.record.read(log, folded?.seq ?? 0, 1)
    if (line === undefined) return
    const { seq, receivedAt } = line
    const name = nameOf(line.line)
    const unreadable = { device: log, seq, name, code: 'line/unfoldable', receivedAt }
    await foldParts(db, unit, [{ log, arrived: [], unreadable: [unreadable], seq, name, receivedAt }])
  })
}

interface Part {
  readonly log: string
  readonly arrived: readonly ArrivedAct[]
  readonly unreadable: readonly UnreadableLine[]
  readonly seq: number
  readonly name: string
  readonly receivedAt: string
}

function readPart(log: string, lines: readonly RecordedLine[]): Part {
  const arrived: ArrivedAct[] = []
  const unreadable: UnreadableLine[] = []
  for (const { seq, line, receivedAt } of lines) {
    const read = readLine(line, sha256)
    if (read.ok) arrived.push({ act: upcast(read.value.act), line, receivedAt })
    else unreadable.push({ device: log, seq, name: nameOf(line), code: read.problem.code, receivedAt })
  }
  const last = lines.at(-1)
  return { log, arrived, unreadable, seq: last?.seq ?? 0, name: last === undefined ? BEFORE_FIRST : nameOf(last.line), receivedAt: last?.receivedAt ?? '' }
}

async function foldParts(db: Tables, unit: string, parts: readonly Part[]): Promise<void> {
  const arrived = parts.flatMap(part => part.arrived)
  const subjects = await subjectsWithActs(db, unit, arrived)
  const batch: Batch = { unit, arrived, unreadable: parts.flatMap(part => part.unreadable), subjects }
  for (const projection of PROJECTIONS) await projection.fold(db, batch)
  await db.query(`
    INSERT INTO projected (log, unit, seq, name, received_at)
    SELECT l, $1, s, n, r FROM unnest($2::text[], $3::bigint[], $4::text[], $5::text[]) AS new (l, s, n, r)
    ON CONFLICT (log) DO UPDATE SET seq = excluded.seq, name = excluded.name, received_at = excluded.received_at`,
    [unit, ...(['log', 'seq', 'name', 'receivedAt'] as const).map(column => parts.map(part => part[column]))])
}

const DOMAINS: ReadonlySet<string> = new Set(PROJECTIONS.flatMap(({ domains }) => domains))

/** The subjects the new acts touch, with what the tables already hold of them; asked before the new acts are among them. */
async function subjectsWithActs(db: Tables, unit: string, arrived: readonly ArrivedAct[]): Promise<Batch['subjects']> {
  const touched = [...new Set(arrived.map(({ act }) => act.subject))].filter(subject => DOMAINS.has(subject.slice(0, subject.indexOf(':'))))
  const subjects = new Map<string, ArrivedAct[]>(touched.map(subject => [subject, []]))
  if (touched.length === 0) return subjects
  const known = await db.query<{ line: string, received_at: string }>(
    'SELECT line, received_at FROM acts WHERE unit = $1 AND subject = ANY($2) ORDER BY device, seq', [unit, touched])
  for (const { line, received_at } of known) {
    const read = readLine(line, sha256)
    if (read.ok) subjects.get(read.value.act.subject)?.push({ act: upcast(read.value.act), line, receivedAt: received_at })
  }
  for (const act of arrived) subjects.get(act.act.subject)?.push(act)
  return subjects
}

function nameOf(line: string): string {
  return sha256(line.split('\t', 1)[0] ?? '')
}
