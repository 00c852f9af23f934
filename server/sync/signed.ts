import type { FastifyReply, FastifyRequest, preHandlerAsyncHookHandler } from 'fastify'
import { HEADERS, OLDEST_VERSION, PROTOCOL_VERSION } from '../../shared/sync/protocol.ts'
import { signedText } from '../../shared/sync/signed-texts.ts'
import { findDevice } from '../admin/find-device.ts'
import type { AdmittedDevice } from '../admin/letterbox.ts'
import type { City } from '../city.ts'
import { refuse } from '../problem.ts'
import { bodySha256Of } from './bodies.ts'
import { isSignedBy } from './signature.ts'

const knownBy = new WeakMap<FastifyRequest, AdmittedDevice>()

/** The device a signed request came from. */
export function deviceOf(request: FastifyRequest): AdmittedDevice {
  const device = knownBy.get(request)
  if (device === undefined) throw new Error('A route that asks for its device must be signed')
  return device
}

/** What a client that speaks another version is told (rule S12). */
function checkVersion(request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined {
  const version = Number(request.headers[HEADERS.version] ?? '')
  const understood = Array.from({ length: PROTOCOL_VERSION - OLDEST_VERSION + 1 }, (_, age) => PROTOCOL_VERSION - age)
  if (!Number.isInteger(version) || version < 1) return refuse(reply, 'sync/body-invalid')
  if (version > PROTOCOL_VERSION) return refuse(reply, 'sync/protocol-too-new', { understood })
  if (version < OLDEST_VERSION) return refuse(reply, 'sync/protocol-too-old', { understood })
  return undefined
}

/**
 * Lets a request in only from an admitted device that signed just this request.
 *
 * Problems: those of the version, `sync/unsigned`, `sync/device-unknown`, `sync/signature-wrong`, and `sync/device-revoked`
 * unless `mayBeRevoked`: what a revoked device still sends goes to quarantine (rule S5).
 */
export function signed(city: City, { mayBeRevoked = false } = {}): preHandlerAsyncHookHandler {
  return async (request, reply) => {
    const refusedVersion = checkVersion(request, reply)
    if (refusedVersion !== undefined) return refusedVersion
    const [device, at, signature] = [HEADERS.device, HEADERS.at, HEADERS.signature].map(header => request.headers[header])
    if (typeof device !== 'string' || typeof at !== 'string' || typeof signature !== 'string') return refuse(reply, 'sync/unsigned')
    const known = await findDevice(city, device)
    if (known === undefined) return refuse(reply, 'sync/device-unknown')
    const text = signedText({ method: request.method, path: request.url, device, at, bodySha256: bodySha256Of(request) })
    if (!isSignedBy(known.publicKey, text, signature)) return refuse(reply, 'sync/signature-wrong')
    if (known.revokedAt !== null && !mayBeRevoked) return refuse(reply, 'sync/device-revoked')
    knownBy.set(request, known)
    return undefined
  }
}
