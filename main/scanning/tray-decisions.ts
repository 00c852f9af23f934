import { failure, success, type Result } from '../../shared/base/result.ts'
import type { PagePlace } from '../../shared/bridge/scanning-api.ts'
import { batchOf } from './batches.ts'
import type { BatchLine } from './batch-line.ts'
import type { Turn } from './tray-fold.ts'
import { between, type Tray } from './tray.ts'

/** What a person decides about pages of the tray; each decision is on disk before it is answered. Problem: `tray/page-gone`. */
export interface Decisions {
  readonly place: (ids: readonly string[], place: PagePlace | null) => Promise<Result<null>>
  readonly turn: (ids: readonly string[], by: 90 | -90) => Promise<Result<null>>
  readonly move: (id: string, before: string | null) => Promise<Result<null>>
  readonly takeOut: (ids: readonly string[]) => Promise<Result<null>>
  readonly bringBack: (ids: readonly string[]) => Promise<Result<null>>
  readonly cleanAgain: (ids: readonly string[]) => Promise<Result<null>>
}

export function openDecisions(tray: Tray, wake: () => void): Decisions {
  const isHere = (id: string): boolean => tray.side(id)?.isFiled === false

  /** One line for each batch that is concerned. */
  async function decide(ids: readonly string[], lines: (ids: string[]) => readonly BatchLine[]): Promise<Result<null>> {
    if (ids.length === 0 || !ids.every(isHere)) return failure({ code: 'tray/page-gone' })
    for (const batch of new Set(ids.map(batchOf))) await tray.note(batch, ...lines(ids.filter(id => batchOf(id) === batch)))
    return success(null)
  }

  async function turn(ids: readonly string[], by: 90 | -90): Promise<Result<null>> {
    const turnOf = (id: string): Turn => ((tray.side(id)?.turn ?? 0) + by + 360) % 360 as Turn
    const turned = await decide(ids, own => own.map(id => ({ what: 'turned', id, turn: turnOf(id) })))
    wake()
    return turned
  }

  async function cleanAgain(ids: readonly string[]): Promise<Result<null>> {
    const wanted = await decide(ids, own => [{ what: 'again', ids: own }])
    wake()
    return wanted
  }

  async function move(id: string, before: string | null): Promise<Result<null>> {
    if (!isHere(id) || (before !== null && !isHere(before))) return failure({ code: 'tray/page-gone' })
    const others = [...tray.batches().values()].flatMap(({ sides }) => [...sides.values()]).filter(({ came }) => came.id !== id)
    const orders = others.map(({ order }) => order)
    const after = before === null ? undefined : tray.side(before)?.order
    const earlier = orders.filter(order => after === undefined || order < after)
    const last = Math.max(0, ...earlier)
    return decide([id], () => [{ what: 'moved', id, order: after === undefined ? last + 1 : between(last, after) }])
  }

  return {
    place: (ids, place) => decide(ids, own => [{ what: 'placed', ids: own, place }]),
    turn,
    cleanAgain,
    move,
    takeOut: ids => decide(ids, own => [{ what: 'taken-out', ids: own }]),
    bringBack: ids => decide(ids, own => [{ what: 'brought-back', ids: own }]),
  }
}
