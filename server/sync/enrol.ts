import type { FastifyInstance } from 'fastify'
import { EnrolAnswer, EnrolRequest, ROUTES } from '../../shared/sync/protocol.ts'
import type { City } from '../city.ts'
import { refuse } from '../problem.ts'
import { enrolDevice } from './enrol-device.ts'
import { countWrongTries } from './wrong-tries.ts'

/** How a PC comes to the city. Nobody is known yet, so nothing is signed but the proof inside (rules J9, N4, U4). */
export function enrolRoutes(app: FastifyInstance, city: City): void {
  const tries = countWrongTries(city.now, TRIES)

  app.post<{ Body: EnrolRequest }>(ROUTES.enrol, {
    bodyLimit: MOST_BYTES, schema: { body: EnrolRequest, response: { 200: EnrolAnswer } },
  }, async (request, reply) => {
    const retryAfter = tries.mustWait(request.ip)
    if (retryAfter !== undefined) return refuse(reply, 'enrol/too-many-tries', { retryAfter })
    const enrolled = await enrolDevice(city, request.body)
    if (enrolled.ok) return enrolled.value
    if (enrolled.problem.code === 'city/settling') return refuse(reply, 'sync/later', { retryAfter: SETTLING_SECONDS })
    if (GUESSES.has(enrolled.problem.code)) tries.failed(request.ip)
    return refuse(reply, enrolled.problem.code)
  })
}

/** The unit's other PCs must be heard first; that takes their next exchange. */
const SETTLING_SECONDS = 600
const MOST_BYTES = 10_000

/** A code has 55 bits of chance: these limits keep the noise down, not the codes. */
const TRIES = { tries: 10, triesOfAll: 1000, windowMs: 10 * 60_000 }

/** What somebody who guesses would hear. */
const GUESSES: ReadonlySet<string> = new Set(['enrol/code-wrong', 'enrol/code-used', 'enrol/code-expired', 'enrol/proof-wrong', 'sync/device-unknown'])
