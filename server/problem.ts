import type { FastifyReply } from 'fastify'
import type { CityProblem, CityProblemCode } from '../shared/sync/protocol.ts'

/** What each refusal of the city answers with: status, and one English line for whoever reads logs. */
const REFUSALS = {
  'sync/unsigned': [401, 'The request carries no signature'],
  'sync/signature-wrong': [401, 'The signature does not fit the request'],
  'sync/device-unknown': [401, 'No device of this name was admitted'],
  'sync/device-revoked': [403, 'This device was revoked'],
  'sync/protocol-too-new': [400, 'This version is not understood yet'],
  'sync/protocol-too-old': [426, 'This version is no longer understood'],
  'sync/body-invalid': [400, 'The body does not fit its schema'],
  'sync/body-too-large': [413, 'The body is larger than agreed'],
  'sync/line-broken': [422, 'A line proves nothing by itself'],
  'sync/chain-wrong': [422, 'The lines do not follow each other'],
  'sync/gap': [409, 'Lines before these are missing here'],
  'sync/fork': [409, 'Another line stands here under this number'],
  'sync/another-unit': [403, 'This belongs to another unit, or to the city'],
  'sync/page-name': [400, 'A page is named by its sha256'],
  'sync/page-length': [422, 'The page has another length here'],
  'sync/page-unlike': [422, 'The page is not what its name says'],
  'sync/page-unknown': [404, 'No such page for this unit'],
  'sync/later': [503, 'Too much at once; come back later'],
  'enrol/code-wrong': [403, 'No such code'],
  'enrol/code-used': [409, 'The code was used'],
  'enrol/code-expired': [410, 'The code has expired'],
  'enrol/proof-wrong': [403, 'The key did not prove itself'],
  'enrol/device-taken': [409, 'Another device has this name'],
  'enrol/no-range-left': [409, 'The unit has no numbers left to give'],
  'enrol/too-many-tries': [429, 'Too many wrong codes'],
  'city/not-found': [404, 'Nothing here'],
  'city/failed': [500, 'The city failed'],
} as const satisfies Record<CityProblemCode, readonly [status: number, title: string]>

export type RefusalFacts = Partial<Pick<CityProblem, 'head' | 'understood' | 'retryAfter'>>

/** A refusal as RFC 9457 problem+json; never anything of a person. */
export function refuse(reply: FastifyReply, code: CityProblemCode, facts: RefusalFacts = {}): FastifyReply {
  const [status, title] = REFUSALS[code]
  const problem: CityProblem = { type: `https://motcua.invalid/${code}`, title, status, code, ...facts }
  if (facts.retryAfter !== undefined) void reply.header('retry-after', String(facts.retryAfter))
  return reply.code(status).header('content-type', 'application/problem+json; charset=utf-8').serializer(JSON.stringify).send(problem)
}
