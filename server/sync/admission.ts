import type { FastifyInstance } from 'fastify'
import { HEADERS, ROUTES } from '../../shared/sync/protocol.ts'
import { refuse } from '../problem.ts'

/**
 * So much heavy work at once and no more; whoever comes then is told "later", with a time of their own (rule S10).
 *
 * One device holds at most two places, so that an office with many pages does not keep the small ones out.
 */
export function admission(app: FastifyInstance, atOnce: number): void {
  const byDevice = new Map<string, number>()
  let held = 0
  app.addHook('onRequest', async (request, reply) => {
    if (!isHeavy(request.url)) return
    const device = String(request.headers[HEADERS.device] ?? request.ip)
    const own = byDevice.get(device) ?? 0
    if (held >= atOnce || own >= PLACES_OF_ONE) return refuse(reply, 'sync/later', { retryAfter: RETRY_SECONDS + (held % RETRY_SPREAD) })
    held += 1
    byDevice.set(device, own + 1)
    reply.raw.once('close', () => {
      held -= 1
      const left = (byDevice.get(device) ?? 1) - 1
      if (left === 0) byDevice.delete(device)
      else byDevice.set(device, left)
    })
  })
}

function isHeavy(url: string): boolean {
  return url === ROUTES.push || url === ROUTES.pages || url.startsWith(`${ROUTES.pages}/`)
}

const PLACES_OF_ONE = 2
const RETRY_SECONDS = 2
const RETRY_SPREAD = 8
