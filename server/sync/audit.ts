import { letterboxOf } from '../../shared/offices/city-acts.ts'
import type { City } from '../city.ts'
import { LETTERBOXES } from '../admin/letterbox.ts'
import { checkChain, nameBefore } from './chain-check.ts'
import { lostConfirmations } from './lost-confirmations.ts'

/** What was found; all empty is well. */
export interface Audit {
  readonly logs: number
  readonly lines: number
  /** Logs that are no chain, from this seq on. */
  readonly broken: readonly { readonly log: string, readonly seq: number }[]
  /** Logs confirmed further than they are here. */
  readonly lostHeads: readonly { readonly log: string, readonly confirmed: number, readonly held: number }[]
  /** Pages confirmed and not here. */
  readonly lostPages: readonly { readonly unit: string, readonly sha256: string }[]
}

/** Proves every line of the record, and that the city has whatever it ever confirmed (rule S8): after a restore, or when in doubt. */
export async function audit({ record, pages }: Pick<City, 'record' | 'pages'>): Promise<Audit> {
  const logs = await record.logs()
  const letterboxes = new Set(LETTERBOXES.map(({ log }) => log))
  const broken: Audit['broken'][number][] = []
  const lostHeads: Audit['lostHeads'][number][] = []
  const lostPages: Audit['lostPages'][number][] = []
  let lines = 0

  async function prove(log: string): Promise<void> {
    const end = (await record.heads([log]))[log]
    let head = { seq: 0, name: '0'.repeat(64) }
    for (let batch = await record.batchAfter(log, 0); batch !== undefined; batch = await record.batchAfter(log, head.seq)) {
      const checked = checkChain(log, batch.lines)
      const isNext = checked.ok && checked.value[0].seq === head.seq + 1 && nameBefore(batch.lines[0] ?? '') === head.name
      if (!isNext) break
      const newest = checked.value.at(-1) ?? checked.value[0]
      head = { seq: newest.seq, name: newest.name }
      lines += batch.lines.length
    }
    if (end?.seq !== head.seq || end.name !== head.name) broken.push({ log, seq: head.seq + 1 })
  }

  for (const log of logs) await prove(log)
  for (const log of logs) {
    if (!letterboxes.has(log) || broken.some(other => other.log === log)) continue
    const unit = log.slice(letterboxOf('').length)
    const lost = await lostConfirmations({ record, pages }, unit)
    lostHeads.push(...Object.entries(lost.heads).map(([device, { seq }]) =>
      ({ log: device, confirmed: lost.confirmed[device] ?? 0, held: seq })))
    lostPages.push(...lost.pages.map(sha256 => ({ unit, sha256 })))
  }
  return { logs: logs.length, lines, broken, lostHeads, lostPages }
}
