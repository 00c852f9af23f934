import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { runRound } from '../../main/sync/round.ts'
import { units } from '../../shared/units/unit.ts'
import { admitPcs } from '../builders/admitted-pcs.ts'
import { receivedActs } from '../builders/city-acts.ts'
import { startPostgres } from '../builders/postgres.ts'
import { seededRandom, type Random } from '../builders/random.ts'
import { syncPc, type SyncPc } from '../builders/sync-pc.ts'
import type { Rig } from '../faults/rig.ts'
import { pageName } from '../sync/history-pc.ts'
import { listedPages, type ListedPages } from '../sync/listed-pages.ts'
import { median, percentile, rounded } from './figures.ts'

const ACTS = 100
/** Pages scaled to this machine: a real office brings hundreds of 40 KB. */
const [PAGES, PAGE_BYTES] = [3, 12_000]
const AT = '2026-11-25T10:00:00.000Z'
/** The end of a working day: within so long everybody presses F8. */
const ARRIVAL_MS = 20_000

/**
 * So many PCs at the end of a day (`runs`, a thousand unless told), a hundred acts and a few pages each, against one real server
 * process on PostgreSQL with its admission on. An error is what a clerk would see: a round that ends stuck or as a copy.
 */
export const storm: Rig = async ({ runs, seed, say }) => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-storm-'))
  const random = seededRandom(seed)
  const postgres = await startPostgres()
  const place = { data: folder, databaseUrl: await postgres.freshDatabase() }
  const { city, cityKey, pcs } = await admitPcs(place, Array.from({ length: runs }, (_, nth) => units[nth % units.length]?.code ?? ''))
  say(`${String(pcs.length)} PCs are admitted`)
  const desks = pcs.map(({ pc, unit }, nth): Desk => {
    const pages = listedPages()
    for (let page = 0; page < PAGES; page += 1) {
      const bytes = Buffer.alloc(PAGE_BYTES, page)
      bytes.writeUInt32BE(nth * PAGES + page)
      pages.add(pageName(bytes), bytes)
    }
    const here = syncPc(pc, { address: city.address, cityKey, now: () => Date.now(), pages })
    here.write(Array.from({ length: ACTS }, (_, act) => receivedActs(nth * ACTS + act, AT)).flat(), AT)
    return { here, unit, pages, random: seededRandom(seed * 10_000 + nth) }
  })
  const memory = watchMemory(city.pid)
  const from = performance.now()
  let done = 0
  const ended = await Promise.all(desks.map(async desk => {
    await pause(random.between(0, ARRIVAL_MS))
    const came = performance.now()
    const isWell = await sendAll(desk)
    done += 1
    if (done % 100 === 0) say(`${String(done)} PCs through after ${((performance.now() - from) / 1000).toFixed(0)} s; load ${(loadavg()[0] ?? 0).toFixed(1)}`)
    return { unit: desk.unit, isWell, ms: performance.now() - came }
  }))
  const seconds = (performance.now() - from) / 1000
  const memoryGrowth = await memory.end()
  await city.stop()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
  const byOffice = [...Map.groupBy(ended, ({ unit }) => unit).values()].map(office => Math.max(...office.map(({ ms }) => ms)))
  return {
    errors: ended.filter(({ isWell }) => !isWell).length,
    slowestToMedian: rounded(Math.max(...byOffice) / median(byOffice), 2), memoryGrowth,
    pcs: runs, seconds: rounded(seconds),
    officeMedianSeconds: rounded(median(byOffice) / 1000), officeP95Seconds: rounded(percentile(byOffice, 95) / 1000),
    load: rounded(loadavg()[0] ?? 0),
  }
}

interface Desk {
  readonly here: SyncPc
  readonly unit: string
  readonly pages: ListedPages
  readonly random: Random
}

/** Rounds until everything is confirmed, as the program's loop would go on; false when a clerk would see an error. */
async function sendAll({ here, pages, random }: Desk): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { end } = await runRound(here.tools)
    switch (end.state) {
      case 'done':
        here.road.close()
        return here.tools.confirmed(here.pc.device) >= ACTS && !pages.areWaiting()
      case 'later':
        await pause(end.seconds * 1000 * (1 + random.next() / 2))
        break
      case 'cut':
        await pause(400 * (1 + random.next()))
        break
      case 'unfinished':
        break
      case 'copied':
      case 'stuck':
        return false
    }
  }
  return false
}

const MOST_TRIES = 400

/** The server's resident memory: the largest of the last third of the storm ÷ the largest of the third before. */
function watchMemory(pid: number): { readonly end: () => Promise<number> } {
  const samples: number[] = []
  const timer = setInterval(() => {
    samples.push(Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1] ?? 0))
  }, 500)
  return {
    end: async () => {
      clearInterval(timer)
      const third = Math.max(1, Math.floor(samples.length / 3))
      return rounded(Math.max(...samples.slice(-third)) / Math.max(...samples.slice(-2 * third, -third)), 2)
    },
  }
}
