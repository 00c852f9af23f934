import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readFrames, type Frame } from '../../shared/sync/frames.ts'
import { LIMITS, PageStatusRequest, ROUTES, type PagesAnswer, type PageStatusAnswer } from '../../shared/sync/protocol.ts'
import type { AdmittedDevice } from '../admin/letterbox.ts'
import type { City } from '../city.ts'
import { refuse } from '../problem.ts'
import type { Kept } from '../pages/page-store.ts'
import { notePage } from '../projections/pages.ts'
import type { Admission } from './admission.ts'
import { deviceOf, signed } from './signed.ts'

/** Pages of devices (rule S7): which are here and how far, a stream of many, one alone, and one back. */
export function pageRoutes(app: FastifyInstance, city: City, { place }: Admission): void {
  // The stream is taken as it comes; nobody gathers it first.
  app.addContentTypeParser('application/octet-stream', (_, payload, done) => { done(null, payload) })
  app.post<{ Body: PageStatusRequest }>(ROUTES.pageStatus, { schema: { body: PageStatusRequest }, preHandler: signed(city) }, request =>
    status(city, deviceOf(request), request.body.pages))
  app.post(ROUTES.pages, { preHandler: [signed(city), place], bodyLimit: LIMITS.framesBytes }, request => takeFrames(city, request))
  app.put<{ Params: { sha256: string }, Querystring: { offset?: string, bytes?: string } }>(
    `${ROUTES.pages}/:sha256`, { preHandler: [signed(city), place], bodyLimit: LIMITS.pageBytes }, (request, reply) => takeOne(city, request, reply))
  app.get<{ Params: { sha256: string } }>(`${ROUTES.pages}/:sha256`, { preHandler: signed(city) }, (request, reply) => give(city, request, reply))
}

async function status(city: City, device: AdmittedDevice, pages: readonly string[]): Promise<PageStatusAnswer> {
  const held: Record<string, number | null> = {}
  for (const sha256 of pages) {
    held[sha256] = await city.pages.held(sha256)
    if (held[sha256] === null) await note(city, device, sha256, false)
  }
  return { held }
}

/** Pieces of one page gather up to this much before they are kept: each keeping is a flush. */
const GATHER_BYTES = 262_144

async function takeFrames(city: City, request: FastifyRequest): Promise<PagesAnswer> {
  const device = deviceOf(request)
  const reader = readFrames(LIMITS.frameBytes)
  const outcome = new Map<string, Kept>()
  let open: { readonly first: Frame, readonly pieces: Uint8Array[], bytes: number } | undefined

  async function flush(): Promise<void> {
    if (open === undefined) return
    const { first: { sha256, offset, pageBytes }, pieces } = open
    open = undefined
    const bytes = pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces)
    const kept = await city.pages.keep({ sha256, offset, pageBytes, bytes })
    if (kept.state === 'whole') await note(city, device, sha256, true)
    outcome.set(sha256, kept)
  }

  async function take(frame: Frame): Promise<void> {
    const goesOn = open !== undefined && open.first.sha256 === frame.sha256 && open.first.pageBytes === frame.pageBytes &&
      open.first.offset + open.bytes === frame.offset && open.bytes < GATHER_BYTES
    if (!goesOn) await flush()
    open ??= { first: frame, pieces: [], bytes: 0 }
    open.pieces.push(frame.piece)
    open.bytes += frame.piece.length
    if (open.first.offset + open.bytes >= frame.pageBytes) await flush()
  }

  let taken = 0
  try {
    for await (const chunk of request.body as AsyncIterable<Buffer>) {
      taken += chunk.length
      const frames = taken > LIMITS.framesBytes ? undefined : reader.take(chunk)
      if (frames === undefined) break
      for (const frame of frames) await take(frame)
    }
  } finally {
    // Also of a line that was cut: what arrived counts.
    await flush()
  }
  return { pages: [...outcome].map(([sha256, kept]) => ({ sha256, ...kept })) }
}

async function takeOne(
  city: City, request: FastifyRequest<{ Params: { sha256: string }, Querystring: { offset?: string, bytes?: string } }>,
  reply: FastifyReply,
): Promise<PagesAnswer | FastifyReply> {
  const { sha256 } = request.params
  const [offset, pageBytes] = [Number(request.query.offset ?? '0'), Number(request.query.bytes ?? '')]
  if (!isName(sha256)) return refuse(reply, 'sync/page-name')
  if (!Number.isSafeInteger(offset) || offset < 0 || !Number.isSafeInteger(pageBytes)) return refuse(reply, 'sync/page-length')
  let at = offset
  let kept = { state: 'part', held: 0 } as Kept
  let gathered: Buffer[] = []
  const flush = async (): Promise<void> => {
    const bytes = Buffer.concat(gathered)
    gathered = []
    if (bytes.length === 0) return
    kept = await city.pages.keep({ sha256, offset: at, pageBytes, bytes })
    at += bytes.length
  }
  try {
    let size = 0
    for await (const chunk of request.body as AsyncIterable<Buffer>) {
      gathered.push(chunk)
      size += chunk.length
      if (size >= GATHER_BYTES) {
        await flush()
        size = 0
      }
      if (kept.state === 'refused') break
    }
  } finally {
    await flush()
  }
  if (kept.state === 'refused') return refuse(reply, kept.code)
  if (kept.state === 'whole') await note(city, deviceOf(request), sha256, true)
  return { pages: [{ sha256, ...kept }] }
}

/** Only what a device of the same unit brought: a page's name alone opens nothing. */
async function give(city: City, request: FastifyRequest<{ Params: { sha256: string } }>, reply: FastifyReply): Promise<FastifyReply> {
  const { sha256 } = request.params
  if (!isName(sha256)) return refuse(reply, 'sync/page-name')
  const [noted] = await city.db.query<{ bytes: number }>('SELECT bytes FROM pages_noted WHERE unit = $1 AND sha256 = $2 AND brought', [deviceOf(request).unit, sha256])
  const [, range] = /^bytes=(\d+)-$/.exec(request.headers.range ?? '') ?? []
  const page = noted === undefined ? undefined : await city.pages.read(sha256, Number(range ?? '0'))
  if (page === undefined) return refuse(reply, 'sync/page-unknown')
  return reply.header('content-type', 'application/octet-stream').header('x-page-bytes', String(page.bytes)).send(page.stream)
}

/** Whoever only asks has not shown that it holds the page: it is told that it is safe, and gets no byte of it. */
async function note(city: City, { unit, device }: AdmittedDevice, sha256: string, isBrought: boolean): Promise<void> {
  const bytes = await city.pages.size(sha256)
  if (bytes !== undefined) await notePage(city, { sha256, bytes, unit, device, isBrought })
}

function isName(sha256: string): boolean {
  return /^[0-9a-f]{64}$/.test(sha256)
}
