import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runRound } from '../../main/sync/round.ts'
import { admitPcs } from '../builders/admitted-pcs.ts'
import { receivedActs } from '../builders/city-acts.ts'
import { syncPc } from '../builders/sync-pc.ts'
import { openTcpProxy } from '../faults/tcp-proxy.ts'
import type { Rig } from '../faults/rig.ts'

const [FEW, MANY] = [1_000, 50_000]
const AT = '2026-11-25T02:00:00.000Z'

/** One exchange when nothing changed: requests, and bytes counted on the socket both ways, headers and all; the larger of two sizes. */
export const idle: Rig = async ({ say }) => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-idle-'))
  const { city, cityKey, pcs } = await admitPcs({ data: folder }, ['31120', '31120'])
  const proxy = await openTcpProxy(city.port)
  const [first, second] = pcs
  if (first === undefined || second === undefined) throw new Error('Two PCs were admitted')
  const here = syncPc(first.pc, { address: proxy.address, cityKey, now: () => Date.now() })
  const figures: { readonly requests: number, readonly bytes: number }[] = []
  let held = 0
  for (const size of [FEW, MANY]) {
    for (let nth = held; nth < size; nth += BATCH) {
      here.write(Array.from({ length: Math.min(BATCH, size - nth) }, (_, i) => receivedActs(nth + i, AT)).flat(), AT)
    }
    held = size
    for (let rounds = 0; rounds < 3; rounds += 1) {
      const { end } = await runRound(here.tools)
      if (end.state !== 'done' && end.state !== 'unfinished') throw new Error(`Not sent: ${JSON.stringify(end)}`)
    }
    const before = { ...proxy.traffic(), requests: here.road.traffic().requests }
    const { end } = await runRound(here.tools)
    const after = { ...proxy.traffic(), requests: here.road.traffic().requests }
    if (end.state !== 'done') throw new Error('Something had changed')
    const measured = { requests: after.requests - before.requests, bytes: after.up + after.down - before.up - before.down }
    say(`${String(size)} dossiers: ${JSON.stringify(measured)}, up ${String(after.up - before.up)}, down ${String(after.down - before.down)}`)
    figures.push(measured)
  }
  here.road.close()
  await proxy.close()
  await city.stop()
  rmSync(folder, { recursive: true, force: true })
  const [few, many] = figures
  return {
    requests: Math.max(few?.requests ?? 0, many?.requests ?? 0), bytes: Math.max(few?.bytes ?? 0, many?.bytes ?? 0),
    bytesAt1000: few?.bytes ?? 0, bytesAt50000: many?.bytes ?? 0,
  }
}

const BATCH = 1_000
