import { closeSync, fdatasync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Journal } from '../../main/journal/journal.ts'
import { by, DEVICE, note, openAt } from '../builders/journal-world.ts'
import type { Rig } from '../faults/rig.ts'
import { median, rounded } from './figures.ts'
import { openRxdbPeer } from './rxdb-peer.ts'

const SAVES_A_ROUND = 200
const WRITERS = 10
const SAVES_A_WRITER = 4
const TRIES = 15

/**
 * One writer's save beside its peers, taking turns save by save on one drive; ten writers sharing flushes beside ten who do not.
 *
 * Each figure is the median over the rounds of a ratio taken within one round. Below 1 the journal is the faster.
 */
export const journal: Rig = async ({ runs, say }) => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-journal-'))
  const own = await openAt(join(folder, 'data'))
  await own.append([note('first', BODY)], by)
  const line = firstLine(join(folder, 'data'))
  const bare = openBare(join(folder, 'bare.ndjson'))
  const sqlite = openSqlite(join(folder, 'peer.sqlite'))
  const rxdb = await openRxdbPeer()
  const ratios: Record<string, number[]> = { toBareFdatasync: [], toSqlite: [], toRxdbStrict: [], groupCommitGain: [] }
  for (let round = 0; round <= runs; round += 1) {
    const took = { own: [] as number[], bare: [] as number[], sqlite: [] as number[] }
    for (let save = 0; save < SAVES_A_ROUND; save += 1) {
      const turns = [
        async () => took.own.push(await timed(() => own.append([note(`d${save % 9}`, BODY)], by))),
        async () => took.bare.push(await timed(() => bare.save(line))),
        async () => took.sqlite.push(await timed(() => sqlite.save(line))),
      ]
      // Whoever comes after another pays for what that one left to the drive: everybody is first, second and third as often.
      for (const turn of save % 2 === 0 ? [0, 1, 2] : [2, 1, 0]) await turns[(save + turn) % turns.length]?.()
    }
    const documents = Array.from({ length: SAVES_A_ROUND }, (_, save) => ({ id: `${round}-${save}`, line: line.toString('utf8') }))
    const inWindow = await rxdb.insertAll(documents)
    const [oneByOne, sharing] = await tenWriters(own)
    const [ms, bareMs, sqliteMs, rxdbMs] = [took.own, took.bare, took.sqlite, inWindow].map(median)
    say(`round ${round} of ${runs}: journal ${format(ms)}, bare ${format(bareMs)}, SQLite ${format(sqliteMs)}, RxDB ${format(rxdbMs)} ms a save; ` +
      `ten writers ${oneByOne.toFixed(0)} → ${sharing.toFixed(0)} acts/s; load ${loadavg()[0]?.toFixed(1) ?? '?'}`)
    // The first round only warms up.
    if (round === 0) continue
    ratios['toBareFdatasync']?.push(Number(ms) / Number(bareMs))
    ratios['toSqlite']?.push(Number(ms) / Number(sqliteMs))
    ratios['toRxdbStrict']?.push(Number(ms) / Number(rxdbMs))
    ratios['groupCommitGain']?.push(sharing / oneByOne)
  }
  await rxdb.close()
  sqlite.close()
  bare.close()
  await own.close()
  rmSync(folder, { recursive: true, force: true })
  return Object.fromEntries(Object.entries(ratios).map(([name, ofRounds]) => [name, rounded(median(ofRounds), 2)]))
}

/** As long as a receipt's act usually is. */
const BODY = 'Đã tiếp nhận. '.repeat(24)

interface Peer {
  readonly save: (line: Buffer) => Promise<void>
  readonly close: () => void
}

/** The same kind of call the journal makes, and nothing around it. */
function openBare(path: string): Peer {
  const descriptor = openSync(path, 'w')
  let size = 0
  return {
    save: line => new Promise((resolve, reject) => {
      size += writeSync(descriptor, line, 0, line.length, size)
      fdatasync(descriptor, error => {
        if (error === null) resolve()
        else reject(error)
      })
    }),
    close: () => closeSync(descriptor),
  }
}

/** WAL, synchronous=FULL, one insert a transaction. */
function openSqlite(path: string): Peer {
  const database = new DatabaseSync(path)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE acts (seq INTEGER PRIMARY KEY, line TEXT NOT NULL)')
  const insert = database.prepare('INSERT INTO acts (line) VALUES (?)')
  return {
    save: async line => {
      insert.run(line.toString('utf8'))
    },
    close: () => database.close(),
  }
}

type Append = Journal['append']

/** Appends that wait for the one before to be on disk. */
function inTurn({ append }: Journal): Append {
  let last: Promise<unknown> = Promise.resolve()
  return (acts, who) => {
    const next = last.then(() => append(acts, who))
    last = next
    return next
  }
}

/** Acts a second while ten each save one act after the other, each flushing alone and then sharing: by turns, the middle try of each. */
async function tenWriters(own: Journal): Promise<readonly [oneByOne: number, sharing: number]> {
  const alone: number[] = []
  const sharing: number[] = []
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    alone.push(await timed(() => allWrite(inTurn(own))))
    sharing.push(await timed(() => allWrite(own.append)))
  }
  const actsPerSecond = (took: readonly number[]): number => WRITERS * SAVES_A_WRITER * 1000 / median(took)
  return [actsPerSecond(alone), actsPerSecond(sharing)]
}

async function allWrite(append: Append): Promise<void> {
  await Promise.all(Array.from({ length: WRITERS }, async (_, writer) => {
    for (let save = 0; save < SAVES_A_WRITER; save += 1) await append([note(`w${writer}`, BODY)], by)
  }))
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

function firstLine(root: string): Buffer {
  const log = join(root, 'journal', DEVICE)
  return readFileSync(join(log, readdirSync(log).sort()[0] ?? ''))
}

function format(ms: number | undefined): string {
  return Number(ms).toFixed(2)
}
