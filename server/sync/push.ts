import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Act } from '../../shared/acts/act.ts'
import { isCityLog } from '../../shared/acts/city-log.ts'
import { LIMITS, PushRequest, ROUTES, type PushAnswer } from '../../shared/sync/protocol.ts'
import { headText } from '../../shared/sync/signed-texts.ts'
import { findDevice } from '../admin/find-device.ts'
import type { AdmittedDevice } from '../admin/letterbox.ts'
import type { City } from '../city.ts'
import { refuse } from '../problem.ts'
import { logGrew } from '../projections/growth.ts'
import type { LogHead } from '../record/record.ts'
import { sha256 } from '../record/sha256.ts'
import type { Admission } from './admission.ts'
import { checkChain, nameBefore } from './chain-check.ts'
import { isSignedBy } from './signature.ts'
import { deviceOf, signed } from './signed.ts'

/** Takes lines into a device's log (rules S3–S5): proved, in order, flushed before the answer; the same again changes nothing. */
export function pushRoutes(app: FastifyInstance, city: City, { place }: Admission): void {
  app.post<{ Body: PushRequest }>(
    ROUTES.push, { schema: { body: PushRequest }, preHandler: [signed(city, { mayBeRevoked: true }), place], bodyLimit: LIMITS.pushBytes },
    (request, reply) => take(city, deviceOf(request), request.body, reply),
  )
}

async function take(
  city: City, pusher: AdmittedDevice, { device, lines, signature }: PushRequest, reply: FastifyReply,
): Promise<PushAnswer | FastifyReply> {
  if (isCityLog(device)) return refuse(reply, 'sync/another-unit')
  const checked = checkChain(device, lines)
  if (!checked.ok) return refuse(reply, checked.problem.code)
  const acts = checked.value
  const newest = acts.at(-1) ?? acts[0]
  if (!isSignedBy(pusher.publicKey, headText(newest), signature)) return refuse(reply, 'sync/signature-wrong')
  const pushed: Pushed = { device, lines, acts, newest, signature, pusher }
  if (pusher.revokedAt !== null) {
    await keepAside(city, pushed, lines, 'sync/device-revoked')
    return refuse(reply, 'sync/device-revoked')
  }
  if (device === pusher.device) return takeOwn(city, pushed, reply)
  const original = await findDevice(city, device)
  return original === undefined || original.unit === pusher.unit ? takeCopied(city, pushed) : refuse(reply, 'sync/another-unit')
}

interface Pushed {
  readonly device: string
  readonly lines: readonly string[]
  readonly acts: readonly [Act, ...Act[]]
  readonly newest: Act
  readonly signature: string
  readonly pusher: AdmittedDevice
}

async function takeOwn(city: City, pushed: Pushed, reply: FastifyReply): Promise<PushAnswer | FastifyReply> {
  const { device, lines, acts, newest, signature, pusher } = pushed
  for (;;) {
    const head = (await city.record.heads([device]))[device] ?? NOTHING
    const known = await sameFrom(city, pushed, head)
    if (known === 'gap') return refuse(reply, 'sync/gap', { head })
    if (known === 'fork') {
      await keepAside(city, pushed, lines, 'sync/fork')
      return refuse(reply, 'sync/fork', { head })
    }
    if (known === acts.length) return { head, quarantined: [] }
    const appended = await city.record.append(device, head, {
      lines: lines.slice(known), head: { seq: newest.seq, name: newest.name }, pushedBy: pusher.device, signature,
      receivedAt: new Date(city.now()).toISOString(),
    })
    // Somebody else appended meanwhile: looked at anew.
    if (!appended.ok) continue
    logGrew(city, device)
    return { head: appended.value, quarantined: [] }
  }
}

/** Lines of a device whose folder was copied (rule J9): what the city has already is well, the rest is kept aside. */
async function takeCopied(city: City, pushed: Pushed): Promise<PushAnswer> {
  const { device, lines, acts } = pushed
  const head = (await city.record.heads([device]))[device] ?? NOTHING
  const known = await sameFrom(city, pushed, head)
  const isKnown = known === acts.length
  const left = typeof known === 'number' ? known : 0
  if (!isKnown) await keepAside(city, pushed, lines.slice(left), 'sync/fork')
  return { head, quarantined: isKnown ? [] : acts.slice(left).map(({ seq }) => ({ seq, code: 'sync/fork' })) }
}

/** How many of these lines stand in the record already; or that lines before them are missing, or that others stand there. */
async function sameFrom(city: City, { device, lines, acts }: Pushed, head: LogHead): Promise<number | 'gap' | 'fork'> {
  const first = acts[0]
  if (first.seq > head.seq + 1) return 'gap'
  const firstLine = lines[0] ?? ''
  if (first.seq === head.seq + 1) return nameBefore(firstLine) === head.name ? 0 : 'fork'
  const held: string[] = []
  const wanted = Math.min(lines.length, head.seq - first.seq + 1)
  while (held.length < wanted) {
    const more = await city.record.read(device, first.seq - 1 + held.length, LIMITS.pushBytes)
    if (more.length === 0) throw new Error('The record is shorter than its head')
    held.push(...more.map(({ line }) => line))
  }
  return lines.slice(0, wanted).every((line, place) => line === held[place]) ? wanted : 'fork'
}

async function keepAside(city: City, { device, pusher }: Pushed, lines: readonly string[], reason: string): Promise<void> {
  await city.record.quarantine({
    // The same lines again are the same entry.
    id: `q-${sha256([device, pusher.device, ...lines].join('\n')).slice(0, 24)}`, device, pushedBy: pusher.device, reason, lines, receivedAt: new Date(city.now()).toISOString(),
  })
}

const NOTHING: LogHead = { seq: 0, name: '0'.repeat(64) }
