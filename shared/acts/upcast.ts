import type { Act } from './act.ts'

/**
 * How an old body is read today (rule J1): lines stay as they were written, the reader lifts them.
 *
 * `v` is the shape the body has, 1 when it names none; the lifted body names a higher one.
 */
export interface Upcast {
  readonly kind: string
  readonly v: number
  readonly lift: (body: Act['body']) => Act['body']
}

/** Every change of a body's shape since the first line was written, one entry each. */
export const UPCASTS: readonly Upcast[] = []

/** The act with its body in today's shape. */
export function upcast(act: Act, upcasts: readonly Upcast[] = UPCASTS): Act {
  const step = upcasts.find(({ kind, v }) => kind === act.kind && v === shapeOf(act.body))
  if (step === undefined) return act
  const body = step.lift(act.body)
  if (shapeOf(body) <= step.v) throw new Error(`An upcast of ${act.kind} leads nowhere`)
  return upcast({ ...act, body }, upcasts)
}

function shapeOf(body: Act['body']): number {
  return typeof body['v'] === 'number' ? body['v'] : 1
}
