import type { FastifyInstance } from 'fastify'
import type { City } from './city.ts'

/** `/healthz`: the process answers. `/readyz`: record, tables and pages can be used too. */
export function healthRoutes(app: FastifyInstance, city: City): void {
  app.get('/healthz', async () => ({ alive: true }))
  app.get('/readyz', async (request, reply) => {
    try {
      await Promise.all([city.record.ready(), city.pages.ready(), city.db.query('SELECT 1 AS one')])
      return { ready: true }
    } catch (error) {
      request.log.warn({ kind: error instanceof Error ? error.name : 'unknown' }, 'not ready')
      return reply.code(503).header('retry-after', '5').send({ ready: false })
    }
  })
}
