import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { withOwnCity } from '../../build/city/own-city.ts'
import type { Transport } from '../../main/sync/transports/transport.ts'
import { frameHead } from '../../shared/sync/frames.ts'
import { headText } from '../../shared/sync/signed-texts.ts'
import { admitPcs, roadTo } from '../builders/admitted-pcs.ts'
import { receivedActs } from '../builders/city-acts.ts'
import { startCityProcess, type CityProcess } from '../builders/city-process.ts'
import { startPostgres } from '../builders/postgres.ts'
import type { PretendPc } from '../builders/pretend-pc.ts'
import { seededRandom, type Random } from '../builders/random.ts'
import { pageName } from '../sync/history-pc.ts'
import type { Rig } from './rig.ts'

const UNITS = ['31120', '31135']
const WRITERS = 4

/**
 * SIGKILL to the real server process while PCs push lines and pages, the first half on the embedded tables, the second on PostgreSQL.
 *
 * After each kill the city starts again and is asked for everything it ever acknowledged. A start that does not listen is dead.
 */
export const cityKill: Rig = async ({ runs, seed, say }) => {
  const random = seededRandom(seed)
  const postgres = await startPostgres()
  try {
    const half = Math.ceil(runs / 2)
    const embedded = await killMany('embedded', half, random, undefined, say)
    const rows = await killMany('PostgreSQL', runs - half, random, await postgres.freshDatabase(), say)
    const sum = (name: keyof KillFigures): number => embedded[name] + rows[name]
    return {
      kills: runs, acknowledged: sum('acknowledged'), lost: sum('lost'), deadStarts: sum('deadStarts'),
      acknowledgedPages: sum('pages'), twice: sum('twice'), slowestStartMs: Math.max(embedded.slowestStartMs, rows.slowestStartMs),
    }
  } finally {
    await postgres.stop()
  }
}

interface KillFigures {
  readonly acknowledged: number
  readonly pages: number
  readonly lost: number
  readonly twice: number
  readonly deadStarts: number
  readonly slowestStartMs: number
}

interface Writer {
  readonly pc: PretendPc
  /** Every line it wrote, in order; the city has acknowledged so many. */
  readonly lines: string[]
  readonly names: string[]
  acknowledged: number
  /** Acknowledged as whole. */
  readonly pages: Set<string>
  nth: number
}

async function killMany(
  kind: string, kills: number, random: Random, databaseUrl: string | undefined, say: (line: string) => void,
): Promise<KillFigures> {
  const data = mkdtempSync(join(tmpdir(), 'city-kill-'))
  const writers = await admit(data, databaseUrl)
  let [deadStarts, lost, twice, slowestStartMs] = [0, 0, 0, 0]
  for (let kill = 1; kill <= kills; kill += 1) {
    // Now and then the kill comes while it starts: tables half made, a folder half taken.
    if (random.next() < 0.2) {
      await startCityProcess({ data, databaseUrl, diesAfterMs: random.between(0, 2500) }).then(city => city.kill(), () => undefined)
    } else {
      const from = performance.now()
      const city = await startCityProcess({ data, databaseUrl }).catch((error: unknown) => { say(String(error)) })
      slowestStartMs = Math.max(slowestStartMs, performance.now() - from)
      if (city === undefined) deadStarts += 1
      else await workUntilKilled(city, writers, random)
    }
    if (kill % 25 !== 0 && kill !== kills) continue
    const found = await judge(data, databaseUrl, writers)
    lost += found.lost
    twice += found.twice
    const acknowledged = `${String(sumOf(writers))} lines and ${String(pagesOf(writers))} pages acknowledged`
    say(`${kind}: ${String(kill)} kills, ${acknowledged}, ${String(lost)} lost, ${String(twice)} twice, ${String(deadStarts)} dead starts`)
  }
  rmSync(data, { recursive: true, force: true })
  const pages = pagesOf(writers)
  return { acknowledged: sumOf(writers) + pages, pages, lost, twice, deadStarts, slowestStartMs: Math.round(slowestStartMs) }
}

const sumOf = (writers: readonly Writer[]): number => writers.reduce((sum, { acknowledged }) => sum + acknowledged, 0)
const pagesOf = (writers: readonly Writer[]): number => writers.reduce((sum, { pages }) => sum + pages.size, 0)

async function admit(data: string, databaseUrl: string | undefined): Promise<readonly Writer[]> {
  const { city, pcs } = await admitPcs({ data, databaseUrl }, Array.from({ length: WRITERS }, (_, nth) => UNITS[nth % UNITS.length] ?? ''))
  await city.stop()
  return pcs.map(({ pc }, nth) => ({ pc, lines: [], names: [], acknowledged: 0, pages: new Set<string>(), nth: nth * 1_000_000 }))
}

async function workUntilKilled(city: CityProcess, writers: readonly Writer[], random: Random): Promise<void> {
  let isGone = false
  const begun = sumOf(writers) + pagesOf(writers)
  const dying = (async () => {
    // The load counts, not the time it takes to begin on a busy machine.
    for (let tries = 0; sumOf(writers) + pagesOf(writers) === begun && tries < 500; tries += 1) await pause(10)
    await pause(random.between(0, 500))
    isGone = true
    await city.kill()
  })()
  await Promise.all([dying, ...writers.map(async writer => {
    const road = roadTo(city.address, writer.pc)
    while (!isGone) await workOnce(road, writer, random)
    road.close()
  })])
}

/** A push of new lines, a stream of pages, or an exchange that makes the city confirm; what it says was taken is remembered. */
async function workOnce(road: Transport, writer: Writer, random: Random): Promise<void> {
  const way = random.next()
  if (way < 0.15) {
    await road.exchange({ digest: '0'.repeat(64), health: { program: '0.1.0', freeDisk: 1, waiting: { dossiers: 0, pages: 0 } } })
    return
  }
  if (way < 0.4) return sendPages(road, writer, random)
  for (let left = random.between(1, 20); left > 0; left -= 1) {
    for (const { line, act } of writer.pc.write(receivedActs(writer.nth += 1, NOW), NOW)) {
      writer.lines.push(line)
      writer.names.push(act.name)
    }
  }
  const from = Math.max(0, writer.acknowledged - (random.next() < 0.2 ? random.between(0, 5) : 0))
  const lines = writer.lines.slice(from, from + 500)
  const seq = from + lines.length
  const signature = writer.pc.sign(headText({ device: writer.pc.device, seq, name: writer.names[seq - 1] ?? '' }))
  const answer = await road.push({ device: writer.pc.device, lines, signature })
  if (answer.ok) writer.acknowledged = Math.max(writer.acknowledged, answer.value.head.seq)
  else if (answer.problem.code !== 'sync/unreachable' && answer.problem.code !== 'sync/later') throw new Error(answer.problem.code)
}

const NOW = '2026-11-25T02:00:00.000Z'

async function sendPages(road: Transport, { pages }: Writer, random: Random): Promise<void> {
  const made = Array.from({ length: random.between(1, 4) }, () => {
    const bytes = Buffer.alloc(random.between(100, 60_000), random.between(0, 255))
    bytes.writeUInt32BE(random.between(0, 0xffff_ffff))
    return bytes
  })
  const answer = await road.sendFrames((async function* () {
    for (const bytes of made) {
      const sha256 = pageName(bytes)
      yield Buffer.concat([frameHead({ sha256, offset: 0, pageBytes: bytes.length, pieceBytes: bytes.length }), bytes])
    }
  })())
  if (answer.ok) for (const { sha256, state } of answer.value.pages) if (state === 'whole') pages.add(sha256)
}

/** Asks the record itself, opened by this process: every acknowledged line in its place, every page whole. */
function judge(data: string, databaseUrl: string | undefined, writers: readonly Writer[]): Promise<Pick<KillFigures, 'lost' | 'twice'>> {
  return withOwnCity({ data, databaseUrl }, async ({ record, pages: store }) => {
    let [lost, twice] = [0, 0]
    for (const { pc, lines, acknowledged, pages } of writers) {
      const held: string[] = []
      for (;;) {
        const more = await record.read(pc.device, held.length, 4_000_000)
        if (more.length === 0) break
        held.push(...more.map(({ line }) => line))
      }
      lost += lines.slice(0, acknowledged).filter((line, place) => held[place] !== line).length
      twice += held.length - new Set(held).size
      for (const page of pages) if (await store.held(page) !== null) lost += 1
    }
    return { lost, twice }
  })
}
