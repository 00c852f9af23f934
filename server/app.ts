import helmet from '@fastify/helmet'
import swagger from '@fastify/swagger'
import underPressure from '@fastify/under-pressure'
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify'
import { Compile } from 'typebox/compile'
import type { TSchema } from 'typebox'
import { HEADERS, LIMITS, PROTOCOL_VERSION } from '../shared/sync/protocol.ts'
import type { City } from './city.ts'
import { dashboard } from './dashboard/dashboard.ts'
import { healthRoutes } from './health.ts'
import { metricsRoutes } from './metrics.ts'
import { refuse } from './problem.ts'
import { admission } from './sync/admission.ts'
import { readBodies } from './sync/bodies.ts'
import { enrolRoutes } from './sync/enrol.ts'
import { exchangeRoutes } from './sync/exchange.ts'
import { giveBackRoutes } from './sync/give-back.ts'
import { pageRoutes } from './sync/page-routes.ts'
import { pullRoutes } from './sync/pull.ts'
import { pushRoutes } from './sync/push.ts'

export interface AppOptions {
  /** Where structured lines go; nothing is logged without it. */
  readonly logger?: FastifyBaseLogger
  /** Milliseconds a request may take to arrive; a slow body is cut then. */
  readonly requestTimeoutMs?: number
  /** Pushes and streams of pages at once; more are told "later" (rule S10). */
  readonly atOnce?: number
}

/** The time and chance of a city that runs for real. */
export const WORLD = {
  now: () => Date.now(),
  randomBytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
} satisfies Pick<City, 'now' | 'randomBytes'>

/** The city as HTTP: every route, what they share, and nothing of what they decide. */
export async function makeApp(city: City, options: AppOptions = {}): Promise<FastifyInstance> {
  const app: FastifyInstance = fastify({
    ...(options.logger === undefined ? {} : { loggerInstance: options.logger }),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: LIMITS.pushBytes,
    requestTimeout: options.requestTimeoutMs ?? REQUEST_MS,
    connectionTimeout: SILENT_MS,
    keepAliveTimeout: KEPT_MS,
    trustProxy: 'loopback, linklocal, uniquelocal',
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    routerOptions: { maxParamLength: 200 },
  })
  app.server.maxConnections = MOST_CONNECTIONS
  // TypeBox's schemas are JSON Schema; its own compiler reads them without knowing words another one calls unknown.
  app.setValidatorCompiler(({ schema }) => {
    const shape = Compile(schema as TSchema)
    return value => shape.Check(value) ? { value } : { error: new Error('Not as agreed') }
  })
  app.setSerializerCompiler(() => value => JSON.stringify(value))
  app.addHook('onSend', async (_, reply, payload) => {
    void reply.header(HEADERS.version, String(PROTOCOL_VERSION))
    return payload
  })
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({
      method: request.method, path: pathOf(request), status: reply.statusCode, ms: Math.round(reply.elapsedTime),
      device: request.headers[HEADERS.device],
    }, 'answered')
  })
  app.setErrorHandler((error: Error & { statusCode?: number, code?: string }, request, reply) => {
    const status = error.statusCode ?? 500
    if (status === 503) return refuse(reply, 'sync/later', { retryAfter: RETRY_SECONDS })
    if (status === 413) return refuse(reply, 'sync/body-too-large')
    if (status >= 400 && status < 500) return refuse(reply, 'sync/body-invalid')
    // The message of a driver may hold what somebody typed: only the kind of error and where it arose are kept.
    request.log.error({ kind: error.name, code: error.code, stack: error.stack?.split('\n').slice(1, 8), path: pathOf(request) }, 'failed')
    return refuse(reply, 'city/failed')
  })
  app.setNotFoundHandler((_, reply) => refuse(reply, 'city/not-found'))

  await app.register(helmet, { contentSecurityPolicy: false })
  await app.register(underPressure, { maxEventLoopDelay: 2000, retryAfter: RETRY_SECONDS })
  await app.register(swagger, { openapi: { openapi: '3.1.0', info: { title: 'Một Cửa: city', version: String(PROTOCOL_VERSION) } } })
  readBodies(app)
  const places = admission(options.atOnce ?? AT_ONCE)
  await app.register(async routes => {
    healthRoutes(routes, city)
    metricsRoutes(routes)
    enrolRoutes(routes, city)
    exchangeRoutes(routes, city)
    pushRoutes(routes, city, places)
    pullRoutes(routes, city)
    giveBackRoutes(routes, city)
    pageRoutes(routes, city, places)
    routes.get('/openapi.json', { schema: { hide: true } }, () => app.swagger())
  })
  await app.register(async pages => { await dashboard(pages, city) })
  await app.ready()
  return app
}

/** The route as it is written, never an id or a question out of an address. */
function pathOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'unknown'
}

const REQUEST_MS = 15 * 60_000
/** No byte for so long ends a connection. */
const SILENT_MS = 60_000
const KEPT_MS = 75_000
const MOST_CONNECTIONS = 12_000
const RETRY_SECONDS = 15
const AT_ONCE = 64
