import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { LIMITS } from '../../shared/sync/protocol.ts'
import { sha256 } from '../record/sha256.ts'

const sums = new WeakMap<FastifyRequest, string>()
const unsqueeze = promisify(gunzip)

/** sha256 of the body's bytes as they came; of nothing for a stream or an empty body. */
export function bodySha256Of(request: FastifyRequest): string {
  return sums.get(request) ?? sha256('')
}

/** What a body too large when unpacked, or not JSON, throws: Fastify answers 4xx for it. */
interface BodyError extends Error {
  statusCode: number
}

/** Reads JSON bodies, squeezed or not, bounded before and after unpacking, and remembers their sum for the signature. */
export function readBodies(app: FastifyInstance): void {
  app.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: LIMITS.pushBytes }, async (request: FastifyRequest, body: Buffer): Promise<unknown> => {
    sums.set(request, sha256(body))
    const text = request.headers['content-encoding'] === 'gzip' ? await unpack(body) : body
    try {
      return JSON.parse(text.toString('utf8'))
    } catch (error) {
      if (error instanceof SyntaxError) throw bodyError(400)
      throw error
    }
  })
}

/** A bomb is not unpacked further than anything agreed on. */
async function unpack(body: Buffer): Promise<Buffer> {
  try {
    return await unsqueeze(body, { maxOutputLength: LIMITS.pushBytes * 2 })
  } catch (error) {
    if (error instanceof RangeError) throw bodyError(413)
    throw bodyError(400)
  }
}

function bodyError(statusCode: number): BodyError {
  return Object.assign(new Error('The body cannot be read'), { statusCode })
}
