import type { NewAct } from '../../shared/acts/act.ts'
import { readLine } from '../../shared/acts/chain.ts'
import { isSignedBy } from '../../main/sync/city-signature.ts'
import type { Logs, Pages, RoundTools } from '../../main/sync/round-tools.ts'
import { openCityHttps } from '../../main/sync/transports/city-https.ts'
import type { Transport } from '../../main/sync/transports/transport.ts'
import { sha256 } from '../../main/journal/sha256.ts'
import { success } from '../../shared/base/result.ts'
import type { Heads } from '../../shared/sync/protocol.ts'
import { listedProofs } from './city-proofs.ts'
import type { PretendPc } from './pretend-pc.ts'

/** A PC without a disk that goes real rounds: its logs are lists, its road is the real one. */
export interface SyncPc {
  readonly pc: PretendPc
  readonly lines: Map<string, string[]>
  readonly write: (acts: readonly NewAct[], at: string) => void
  readonly road: Transport
  readonly tools: RoundTools
}

export interface SyncPcOptions {
  /** Where the city listens. */
  readonly address: string
  readonly cityKey: string
  readonly now?: () => number
  readonly pages?: Pages
  readonly more?: Partial<RoundTools>
}

export function syncPc(pc: PretendPc, { address, cityKey, now = () => Date.parse('2026-11-25T02:00:00.000Z'), pages = NO_PAGES, more = {} }: SyncPcOptions): SyncPc {
  const lines = new Map<string, string[]>()
  const road = openCityHttps({ address, device: pc.device, sign: pc.sign, now })
  const logs: Logs = {
    heads: () => headsOf(lines),
    linesAfter: async (device, seq, bytes) => {
      const taken: string[] = []
      let left = bytes
      for (const line of (lines.get(device) ?? []).slice(seq)) {
        if (taken.length > 0 && left < line.length) break
        taken.push(line)
        left -= line.length
      }
      return taken
    },
    receive: async (device, arrived) => {
      const held = lines.get(device) ?? []
      for (const line of arrived) if (seqOf(line) === held.length + 1) held.push(line)
      lines.set(device, held)
      return success(null)
    },
  }
  return {
    pc, lines, road,
    write: (acts, at) => {
      lines.set(pc.device, [...lines.get(pc.device) ?? [], ...pc.write(acts, at).map(({ line }) => line)])
    },
    tools: {
      device: pc.device, logs, pages, city: road, sign: pc.sign, now, speed: road.speed,
      isByCity: (text, signature) => isSignedBy(cityKey, text, signature),
      health: () => ({ program: '0.1.0', freeDisk: 1, waiting: { dossiers: 0, pages: 0 } }),
      confirmed: device => confirmedIn(lines, device),
      cityProofs: listedProofs(),
      carried: { devices: () => [], until: () => 0, note: async () => undefined },
      mustBrake: async () => false,
      ...more,
    },
  }
}

export const NO_PAGES: Pages = {
  areWaiting: () => false,
  sendSome: async () => success({ wholePages: 0, refused: [] }),
}

function headsOf(lines: ReadonlyMap<string, readonly string[]>): Heads {
  return Object.fromEntries([...lines].filter(([, held]) => held.length > 0)
    .map(([device, held]) => [device, { seq: held.length, name: sha256((held.at(-1) ?? '').split('\t')[0] ?? '') }]))
}

function seqOf(line: string): number {
  const read = readLine(line, sha256)
  return read.ok ? read.value.act.seq : 0
}

function confirmedIn(lines: ReadonlyMap<string, readonly string[]>, device: string): number {
  const letters = [...lines].filter(([log]) => /^city-\d{5}$/.test(log)).flatMap(([, held]) => held)
  return Math.max(0, ...letters.map(line => {
    const read = readLine(line, sha256)
    const heads = read.ok && read.value.act.kind === 'confirmation/given' ? read.value.act.body['heads'] as Heads : {}
    return heads[device]?.seq ?? 0
  }))
}
