import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Act } from '../../shared/acts/act.ts'
import { LIMITS } from '../../shared/sync/protocol.ts'
import { headText } from '../../shared/sync/signed-texts.ts'
import { admitPcs, roadTo, type AdmittedPcs } from '../builders/admitted-pcs.ts'
import { receivedActs } from '../builders/city-acts.ts'
import { startPostgres } from '../builders/postgres.ts'
import type { PretendPc } from '../builders/pretend-pc.ts'
import type { Rig } from '../faults/rig.ts'
import { median, rounded } from './figures.ts'
import { openPouchPeer } from './pouch-peer.ts'

const UNITS = ['31120', '31135', '31147', '31150']
const ACTS_A_PC = 2_500
const AT = '2026-11-25T02:00:00.000Z'

/**
 * Acts a second into the real server over HTTP, flushed before each answer, on PostgreSQL and embedded, beside PouchDB replicating
 * the same acts as documents. The three take turns; `ratio` is the median over the rounds of PostgreSQL ÷ Pouch.
 */
export const ingest: Rig = async ({ runs, say }) => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-ingest-'))
  const postgres = await startPostgres()
  const rows = await admitPcs({ data: join(folder, 'rows'), databaseUrl: await postgres.freshDatabase() }, UNITS)
  const files = await admitPcs({ data: join(folder, 'files') }, UNITS)
  const peer = await openPouchPeer()
  const perSecond = { postgres: [] as number[], embedded: [] as number[], pouch: [] as number[] }
  const ratios = { postgres: [] as number[], embedded: [] as number[] }
  try {
    for (let round = 0; round <= runs; round += 1) {
      const [toRows, acts] = await timePush(rows, round)
      const [toFiles] = await timePush(files, round)
      const toPouch = await peer.replicate(acts)
      const count = ACTS_A_PC * UNITS.length
      say(`round ${String(round)}: ${[toRows, toFiles, toPouch].map(seconds => (count / seconds).toFixed(0)).join(', ')} acts/s ` +
        `(PostgreSQL, embedded, Pouch); load ${(loadavg()[0] ?? 0).toFixed(1)}`)
      // The first round only warms up.
      if (round === 0) continue
      perSecond.postgres.push(count / toRows)
      perSecond.embedded.push(count / toFiles)
      perSecond.pouch.push(count / toPouch)
      ratios.postgres.push(toPouch / toRows)
      ratios.embedded.push(toPouch / toFiles)
    }
  } finally {
    await peer.close()
    await rows.city.stop()
    await files.city.stop()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return {
    postgresPerSecond: rounded(median(perSecond.postgres), 0), embeddedPerSecond: rounded(median(perSecond.embedded), 0),
    pouchPerSecond: rounded(median(perSecond.pouch), 0), ratio: rounded(median(ratios.postgres), 2),
    embeddedRatio: rounded(median(ratios.embedded), 2), load: rounded(loadavg()[0] ?? 0),
  }
}

/** Seconds until everything was acknowledged, all PCs at once, and the acts as documents for the peer. */
async function timePush(
  { city, pcs }: AdmittedPcs, round: number,
): Promise<readonly [seconds: number, documents: readonly (readonly object[])[]]> {
  const nths = Array.from({ length: ACTS_A_PC }, (_, nth) => round * ACTS_A_PC + nth)
  const written = pcs.map(({ pc }) => nths.flatMap(nth => pc.write(receivedActs(nth, AT), AT)))
  const from = performance.now()
  await Promise.all(pcs.map(({ pc }, nth) => pushAll(city.address, pc, written[nth] ?? [])))
  const seconds = (performance.now() - from) / 1000
  return [seconds, written.map(ofPc => ofPc.map(({ act }) => ({ _id: act.name, ...act })))]
}

async function pushAll(address: string, pc: PretendPc, written: readonly { readonly line: string, readonly act: Act }[]): Promise<void> {
  const road = roadTo(address, pc)
  for (let from = 0; from < written.length; from += LIMITS.pushLines) {
    const batch = written.slice(from, from + LIMITS.pushLines)
    const last = batch.at(-1)?.act
    if (last === undefined) break
    const signature = pc.sign(headText({ device: pc.device, seq: last.seq, name: last.name }))
    const answer = await road.push({ device: pc.device, lines: batch.map(({ line }) => line), signature })
    if (!answer.ok) throw new Error(answer.problem.code)
  }
  road.close()
}
