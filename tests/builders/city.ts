import { mkdtemp, rm } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { makeApp, type AppOptions } from '../../server/app.ts'
import type { City } from '../../server/city.ts'
import { openCity } from '../../server/open-city.ts'
import { startProjector } from '../../server/projections/projector.ts'
import { HEADERS, PROTOCOL_VERSION } from '../../shared/sync/protocol.ts'
import { signedText } from '../../shared/sync/signed-texts.ts'
import { sha256 } from '../../server/record/sha256.ts'
import type { PretendPc } from './pretend-pc.ts'

/** A whole city in this process: real record, tables, pages, key, routes; only its clock is the test's. */
export interface TestCity {
  readonly city: City
  readonly app: FastifyInstance
  /** Resolves when the tables have followed what was pushed. */
  readonly settled: () => Promise<void>
  readonly setTime: (at: string) => void
  readonly close: () => Promise<void>
}

export interface TestCityOptions extends AppOptions {
  /** A fresh database of PostgreSQL; without it, embedded. */
  readonly databaseUrl?: string
  /** A data folder that stays; without it, one of its own that goes. */
  readonly folder?: string
  /** UTC. */
  readonly at?: string
}

export async function openTestCity(options: TestCityOptions = {}): Promise<TestCity> {
  const folder = options.folder ?? await mkdtemp(join(tmpdir(), 'mot-cua-city-'))
  let now = Date.parse(options.at ?? '2026-11-25T02:00:00.000Z')
  const opened = await openCity({
    data: folder, host: '127.0.0.1', port: 0, databaseUrl: options.databaseUrl ?? null, name: 'Thành phố Thử', address: 'https://city.invalid',
    key: null, administrator: null, pages: { kind: 'files' }, logLevel: 'silent',
  }, { now: () => now, randomBytes: count => randomBytes(count) })
  if ('sentence' in opened) throw new Error(opened.sentence)
  const projector = await startProjector(opened.city, { report: error => { throw error } })
  const app = await makeApp(opened.city, options)
  return {
    city: opened.city, app,
    settled: projector.settled,
    setTime: at => { now = Date.parse(at) },
    close: async () => {
      await app.close()
      await projector.stop()
      await opened.close()
      if (options.folder === undefined) await rm(folder, { recursive: true })
    },
  }
}

/** The headers of a request a PC signed just now; `body` are its bytes as they are sent. */
export function signedHeaders(
  pc: Pick<PretendPc, 'device' | 'sign'>, method: string, path: string, body: string | Uint8Array, at = '2026-11-25T02:00:00.000Z',
): Record<string, string> {
  const { device } = pc
  return {
    [HEADERS.version]: String(PROTOCOL_VERSION), [HEADERS.device]: device, [HEADERS.at]: at,
    [HEADERS.signature]: pc.sign(signedText({ method, path, device, at, bodySha256: sha256(body) })),
  }
}

/** Asks as a PC does: signed JSON. */
export async function ask(
  app: FastifyInstance, pc: Pick<PretendPc, 'device' | 'sign'>, path: string, body: unknown,
): Promise<{ readonly status: number, readonly body: Record<string, unknown>, readonly headers: Readonly<Record<string, unknown>> }> {
  const text = JSON.stringify(body)
  const answer = await app.inject({
    method: 'POST', url: path, payload: text, headers: { 'content-type': 'application/json', ...signedHeaders(pc, 'POST', path, text) },
  })
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>(), headers: answer.headers }
}
