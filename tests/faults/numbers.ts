import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededRandom } from '../builders/random.ts'
import { readNumbersOnDisk } from './numbers-on-disk.ts'
import { workUntilKilled } from './process-until-killed.ts'
import type { Rig } from './rig.ts'

const FIRST_MORNING = '2026-10-01T01:00:00.000Z'

/**
 * The real desk and journal receive dossiers and take fees, and are killed at any moment; every sixth time the drive refuses in the
 * middle of a write first. The next process goes on within the same day. An oracle that shares no code with the product reads the bytes:
 * no code and no receipt twice, none lost that was told, none passed over that no refusal explains, none outside the range (N2, N3, M3).
 */
export const numbers: Rig = async ({ runs, seed, say }) => {
  const random = seededRandom(seed)
  const root = mkdtempSync(join(tmpdir(), 'numbers-'))
  const acknowledged = new Set<string>()
  let [at, refused, lost] = [FIRST_MORNING, 0, 0]
  for (let run = 1; run <= runs; run += 1) {
    const isRefused = run % 6 === 0
    const answered = await workUntilKilled('receive-for-ever', {
      root, at, seed: seed * 10_000 + run, untilNumbers: random.between(1, 400),
      ...(isRefused ? { untilRefused: random.between(1, 60), largestFile: random.between(20_000, 150_000) } : {}),
    })
    for (const number of answered.numbers) acknowledged.add(number)
    refused += answered.refused.length
    at = new Date(Date.parse(answered.lastAt) + random.between(1, 60_000)).toISOString()
    if (run % 10 !== 0 && run !== runs) continue
    const { all, twice, skipped } = readNumbersOnDisk(root)
    const there = new Set(all)
    lost = [...acknowledged].filter(number => !there.has(number)).length
    say(`${String(run)} kills, ${String(all.length)} numbers, ${String(twice)} twice, ${String(lost)} lost, ${String(skipped)} passed over`)
  }
  const { all, ...onDisk } = readNumbersOnDisk(root)
  rmSync(root, { recursive: true })
  return { numbers: all.length, kills: runs, refused, lost, ...onDisk }
}
