import type { FastifyReply, preHandlerAsyncHookHandler } from 'fastify'
import type { AdmittedDevice } from '../admin/letterbox.ts'
import { refuse } from '../problem.ts'
import { deviceOf } from './signed.ts'

/** Places for heavy work: pushes and streams of pages. */
export interface Admission {
  /** Stands behind `signed`: only who has proved itself takes a place, so that no stranger can fill them. */
  readonly place: preHandlerAsyncHookHandler
}

/**
 * So much heavy work at once and no more; whoever comes then is told "later", with a time of their own (rule S10).
 *
 * One device holds at most two places and one unit at most a quarter of them, so that an office with many pages does not keep
 * the small ones out.
 */
export function admission(atOnce: number): Admission {
  const held = { all: 0, byDevice: new Map<string, number>(), byUnit: new Map<string, number>() }
  const ofUnit = Math.max(PLACES_OF_ONE, Math.ceil(atOnce / 4))

  function take({ device, unit }: AdmittedDevice, reply: FastifyReply): void {
    add(held.byDevice, device, 1)
    add(held.byUnit, unit, 1)
    held.all += 1
    reply.raw.once('close', () => {
      add(held.byDevice, device, -1)
      add(held.byUnit, unit, -1)
      held.all -= 1
    })
  }

  return {
    place: async (request, reply) => {
      const known = deviceOf(request)
      const isFull = held.all >= atOnce
        || (held.byDevice.get(known.device) ?? 0) >= PLACES_OF_ONE || (held.byUnit.get(known.unit) ?? 0) >= ofUnit
      if (isFull) return refuse(reply, 'sync/later', { retryAfter: RETRY_SECONDS + (held.all % RETRY_SPREAD) })
      take(known, reply)
      return undefined
    },
  }
}

function add(counts: Map<string, number>, name: string, by: number): void {
  const count = (counts.get(name) ?? 0) + by
  if (count === 0) counts.delete(name)
  else counts.set(name, count)
}

const PLACES_OF_ONE = 2
const RETRY_SECONDS = 2
const RETRY_SPREAD = 8
