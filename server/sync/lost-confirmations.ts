import { Value } from 'typebox/value'
import { CITY_BODIES, letterboxOf } from '../../shared/offices/city-acts.ts'
import type { Heads } from '../../shared/sync/protocol.ts'
import type { City } from '../city.ts'
import type { LogHead } from '../record/record.ts'
import { checkChain } from './chain-check.ts'

/** What the city has confirmed to a unit and not taken back, though it has it no longer; heads as they are here now. */
export interface LostConfirmations {
  readonly heads: Heads
  /** How far these logs were confirmed. */
  readonly confirmed: Readonly<Record<string, number>>
  readonly pages: readonly string[]
}

/** Reads the unit's letterbox from its beginning, and asks for every page it names. */
export async function lostConfirmations({ record, pages }: Pick<City, 'record' | 'pages'>, unit: string): Promise<LostConfirmations> {
  const confirmed = new Map<string, number>()
  const named = new Set<string>()
  const log = letterboxOf(unit)
  let seq = 0
  for (let lines = await record.read(log, seq, READ_BYTES); lines.length > 0; lines = await record.read(log, seq, READ_BYTES)) {
    const checked = checkChain(log, lines.map(({ line }) => line))
    if (!checked.ok) throw new Error(`The letterbox of ${unit} is no chain after ${String(seq)}`)
    for (const act of checked.value) {
      const isTaken = act.kind === 'confirmation/withdrawn'
      if (!isTaken && act.kind !== 'confirmation/given' || !Value.Check(CITY_BODIES['confirmation/given'], act.body)) continue
      for (const [device, head] of Object.entries(act.body.heads)) {
        const known = confirmed.get(device) ?? 0
        confirmed.set(device, isTaken ? Math.min(known, head.seq) : Math.max(known, head.seq))
      }
      for (const page of act.body.pages) {
        if (isTaken) named.delete(page)
        else named.add(page)
      }
    }
    seq += lines.length
  }
  const held = await record.heads([...confirmed.keys()])
  const heads = [...confirmed].filter(([device, seq]) => seq > (held[device]?.seq ?? 0))
    .map(([device]) => [device, headOf(held[device])] as const)
  const gone: string[] = []
  for (const page of named) if (await pages.size(page) === undefined) gone.push(page)
  return { heads: Object.fromEntries(heads), confirmed: Object.fromEntries(confirmed), pages: gone.sort() }
}

function headOf(head: LogHead | undefined): { readonly seq: number, readonly name: string } {
  return { seq: head?.seq ?? 0, name: head?.name ?? '0'.repeat(64) }
}

const READ_BYTES = 4_000_000
