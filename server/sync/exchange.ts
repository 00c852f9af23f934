import type { FastifyInstance } from 'fastify'
import { letterboxOf, PUBLIC_LOG } from '../../shared/offices/city-acts.ts'
import { headsText } from '../../shared/sync/heads.ts'
import { ExchangeRequest, HEADERS, ROUTES, type ExchangeAnswer, type Heads } from '../../shared/sync/protocol.ts'
import { letterbox } from '../admin/letterbox.ts'
import { readState } from '../admin/city-log.ts'
import type { City } from '../city.ts'
import { noteHealth } from '../projections/health.ts'
import { sha256 } from '../record/sha256.ts'
import { confirm } from './confirm.ts'
import { settleWhenHeard } from './settle-unit.ts'
import { deviceOf, signed } from './signed.ts'

/** "Is there anything new?" (rules S1, S9): what is here is confirmed first, so that the answer already tells of it (rule S8). */
export function exchangeRoutes(app: FastifyInstance, city: City): void {
  app.post<{ Body: ExchangeRequest }>(ROUTES.exchange, { schema: { body: ExchangeRequest }, preHandler: signed(city) }, async request => {
    const { unit, device } = deviceOf(request)
    await confirm(city, unit)
    const heads = await headsFor(city, unit)
    const isSame = sha256(headsText(heads)) === request.body.digest
    await noteHealth(city, { unit, device }, request.body.health, String(request.headers[HEADERS.at]), isSame)
    if (isSame) await settleWhenHeard(city, unit)
    const at = new Date(city.now()).toISOString()
    return (isSame ? { at } : { at, heads }) satisfies ExchangeAnswer
  })
}

/** The city's heads of every log a device of this unit follows (rule S2). */
async function headsFor(city: City, unit: string): Promise<Heads> {
  const followed = await logsFor(city, unit)
  return Object.fromEntries(Object.entries(await city.record.heads(followed)).filter(([, { seq }]) => seq > 0))
}

/** Every device of the unit, also revoked ones, the city's public log, and the unit's letterbox (rule S2). */
export async function logsFor(city: City, unit: string): Promise<readonly string[]> {
  const { devices } = await readState(city, letterbox(unit))
  return [...devices.keys(), PUBLIC_LOG, letterboxOf(unit)]
}
