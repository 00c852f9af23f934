import type { FastifyInstance } from 'fastify'
import { readLine } from '../../shared/acts/chain.ts'
import { isCityLog } from '../../shared/acts/city-log.ts'
import { LIMITS, PullRequest, ROUTES, type PullAnswer } from '../../shared/sync/protocol.ts'
import { headText } from '../../shared/sync/signed-texts.ts'
import type { City } from '../city.ts'
import { refuse } from '../problem.ts'
import { sha256 } from '../record/sha256.ts'
import { logsFor } from './exchange.ts'
import { deviceOf, signed } from './signed.ts'

/** "Give me lines of this log after this seq" (rule S1): only logs the device follows (rule S2), as much as one answer holds. */
export function pullRoutes(app: FastifyInstance, city: City): void {
  app.post<{ Body: PullRequest }>(ROUTES.pull, { schema: { body: PullRequest }, preHandler: signed(city) }, async (request, reply) => {
    const followed = new Set(await logsFor(city, deviceOf(request).unit))
    const asked = Object.entries(request.body.after)
    if (asked.some(([log]) => !followed.has(log))) return refuse(reply, 'sync/another-unit')
    return answer(city, asked, Math.min(request.body.bytes ?? LIMITS.pullBytes, LIMITS.pullBytes))
  })
}

async function answer(city: City, asked: readonly (readonly [log: string, seq: number])[], bytes: number): Promise<PullAnswer> {
  const heads = await city.record.heads(asked.map(([log]) => log))
  const logs: PullAnswer['logs'] = []
  let left = bytes
  let more = false
  // The city's own logs first: people, ranges and confirmations matter more than another desk's dossiers.
  for (const [device, seq] of [...asked].sort(([one], [other]) => Number(isCityLog(other)) - Number(isCityLog(one)))) {
    if ((heads[device]?.seq ?? 0) <= seq) continue
    if (left <= 0) {
      more = true
      break
    }
    const lines = (await city.record.read(device, seq, left)).map(({ line }) => line)
    left -= lines.reduce((bytes, line) => bytes + Buffer.byteLength(line), 0)
    more ||= seq + lines.length < (heads[device]?.seq ?? 0)
    const last = lines.at(-1)
    if (last === undefined) continue
    logs.push({ device, lines, ...(isCityLog(device) ? { signature: signatureOver(city, last) } : {}) })
  }
  return { logs, more }
}

function signatureOver(city: City, line: string): string {
  const read = readLine(line, sha256)
  if (!read.ok) throw new Error('The record holds a line that proves nothing')
  return city.keys.sign(headText(read.value.act))
}
