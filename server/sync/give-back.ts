import type { FastifyInstance, FastifyReply, onRequestAsyncHookHandler } from 'fastify'
import { letterboxOf } from '../../shared/offices/city-acts.ts'
import { GiveBackRequest, LIMITS, ROUTES, type GiveBackAnswer } from '../../shared/sync/protocol.ts'
import { headText } from '../../shared/sync/signed-texts.ts'
import { LETTERBOXES } from '../admin/letterbox.ts'
import { PUBLIC } from '../admin/public-log.ts'
import { noteRestored } from '../admin/settling.ts'
import { readState } from '../admin/city-log.ts'
import { OFFICE_LOG } from '../admin/office-log.ts'
import type { City } from '../city.ts'
import { refuse } from '../problem.ts'
import { logGrew } from '../projections/growth.ts'
import { sha256 } from '../record/sha256.ts'
import { checkChain, nameBefore } from './chain-check.ts'
import { isSignedBy } from './signature.ts'

/**
 * Takes lines of the city's own logs back into a restored record (rule S13).
 *
 * The city's own signature says whose they are, so whoever holds them may bring them: also a PC admitted after the backup, which the
 * city does not know until it has read them.
 */
export function giveBackRoutes(app: FastifyInstance, city: City): void {
  app.post<{ Body: GiveBackRequest }>(
    ROUTES.giveBack, { schema: { body: GiveBackRequest }, bodyLimit: LIMITS.giveBackBytes, onRequest: fewAtOnce() },
    (request, reply) => take(city, request.body, reply),
  )
}

/** These bodies are long and anybody may send one, so that no more of them lie in memory than this. */
function fewAtOnce(): onRequestAsyncHookHandler {
  let held = 0
  return async (_, reply) => {
    if (held >= AT_ONCE) return refuse(reply, 'sync/later', { retryAfter: RETRY_SECONDS })
    held += 1
    reply.raw.once('close', () => { held -= 1 })
    return undefined
  }
}

const AT_ONCE = 3
const RETRY_SECONDS = 5

const GIVEN_BACK: ReadonlySet<string> = new Set([PUBLIC.log, ...LETTERBOXES.map(({ log }) => log)])

async function take(city: City, { log, lines, signature }: GiveBackRequest, reply: FastifyReply): Promise<GiveBackAnswer | FastifyReply> {
  if (!GIVEN_BACK.has(log)) return refuse(reply, 'sync/another-unit')
  const newest = checkChain(log, lines.slice(-1))
  if (!newest.ok) return refuse(reply, newest.problem.code)
  const [{ seq, name }] = newest.value
  if (!isSignedBy(city.keys.publicKey, headText({ device: log, seq, name }), signature)) return refuse(reply, 'sync/signature-wrong')
  const checked = checkChain(log, lines)
  if (!checked.ok) return refuse(reply, checked.problem.code)
  const first = checked.value[0]
  for (;;) {
    const head = (await city.record.heads([log]))[log] ?? { seq: 0, name: '0'.repeat(64) }
    if (first.seq > head.seq + 1) return refuse(reply, 'sync/gap', { head })
    if (seq <= head.seq) return { head: { seq: head.seq, name: head.name } }
    const left = lines.slice(head.seq + 1 - first.seq)
    if (nameBefore(left[0] ?? '') !== head.name) {
      await keepAside(city, log, lines)
      return refuse(reply, 'sync/fork', { head })
    }
    await beHeard(city, log)
    const appended = await city.record.append(log, head, {
      lines: left, head: { seq, name }, pushedBy: 'city', signature, receivedAt: new Date(city.now()).toISOString(),
    })
    if (!appended.ok) continue
    logGrew(city, log)
    return { head: { seq: appended.value.seq, name: appended.value.name } }
  }
}

/** Lines of its own that the city lacks: whoever restored it did not say so. */
async function beHeard(city: City, log: string): Promise<void> {
  const { restored } = await readState(city, OFFICE_LOG)
  const isWaiting = restored.at !== null && (log === PUBLIC.log || !restored.settled.has(log.slice(letterboxOf('').length)))
  if (!isWaiting) await noteRestored(city, 'lines came back')
}

async function keepAside(city: City, log: string, lines: readonly string[]): Promise<void> {
  await city.record.quarantine({
    id: `q-${sha256([log, 'city', ...lines].join('\n')).slice(0, 24)}`, device: log, pushedBy: 'city', reason: 'sync/fork', lines,
    receivedAt: new Date(city.now()).toISOString(),
  })
}
