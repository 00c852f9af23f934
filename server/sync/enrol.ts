import type { FastifyInstance } from 'fastify'
import { EnrolAnswer, EnrolRequest, ROUTES, type CityProblem, type CityProblemCode } from '../../shared/sync/protocol.ts'
import type { City } from '../city.ts'
import { enrolDevice } from './enrol-device.ts'
import { countWrongTries } from './wrong-tries.ts'

/** How a PC comes to the city. Nobody is known yet, so nothing is signed but the proof inside (rules J9, N4, U4). */
export function enrolRoutes(app: FastifyInstance, city: City): void {
  const tries = countWrongTries(city.now, TRIES)

  app.post<{ Body: EnrolRequest }>(ROUTES.enrol, {
    bodyLimit: MOST_BYTES, schema: { body: EnrolRequest, response: { 200: EnrolAnswer } },
  }, async (request, reply) => {
    const retryAfter = tries.mustWait(request.ip)
    if (retryAfter !== undefined) {
      return reply.code(429).header('retry-after', retryAfter).type(PROBLEM_JSON).send(toProblem('enrol/too-many-tries', 429, retryAfter))
    }
    const enrolled = await enrolDevice(city, request.body)
    if (enrolled.ok) return enrolled.value
    const { code } = enrolled.problem
    if (GUESSES.has(code)) tries.failed(request.ip)
    return reply.code(STATUS[code]).type(PROBLEM_JSON).send(toProblem(code, STATUS[code]))
  })
}

const MOST_BYTES = 10_000
const PROBLEM_JSON = 'application/problem+json'

/** A code has 55 bits of chance: these limits keep the noise down, not the codes. */
const TRIES = { tries: 10, triesOfAll: 1000, windowMs: 10 * 60_000 }

/** What somebody who guesses would hear. */
const GUESSES: ReadonlySet<string> = new Set(['enrol/code-wrong', 'enrol/code-used', 'enrol/code-expired', 'enrol/proof-wrong', 'sync/device-unknown'])

const STATUS = {
  'enrol/code-wrong': 403, 'enrol/code-used': 409, 'enrol/code-expired': 410, 'enrol/proof-wrong': 401,
  'enrol/device-taken': 409, 'enrol/no-range-left': 409, 'sync/device-unknown': 403, 'sync/device-revoked': 403,
} as const

function toProblem(code: CityProblemCode, status: number, retryAfter?: number): CityProblem {
  return { type: 'about:blank', title: code, status, code, ...(retryAfter === undefined ? {} : { retryAfter }) }
}
