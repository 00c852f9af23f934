import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { connect, type AddressInfo, type Server as NetServer, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { THE_CITY } from '../../../server/admin/city-role.ts'
import { issueCode } from '../../../server/admin/issue-code.ts'
import { enrolDevice } from '../../../server/sync/enrol-device.ts'
import type { ExchangeRequest } from '../../../shared/sync/protocol.ts'
import { openTestCity, type TestCity } from '../../../tests/builders/city.ts'
import { pretendPc, type PretendPc } from '../../../tests/builders/pretend-pc.ts'
import { tlsFiles, type TlsFiles } from '../../../tests/builders/tls-files.ts'
import { openCityHttps, type CityHttpsOptions } from './city-https.ts'

const now = (): number => Date.parse('2026-11-25T02:00:00.000Z')
const ASKED: ExchangeRequest = { digest: '0'.repeat(64), health: { program: '0.1.0', freeDisk: 1, waiting: { dossiers: 0, pages: 0 } } }

let world: TestCity
let cityPort: number
let pc: PretendPc
let own: TlsFiles
let open: NetServer[] = []
const sockets = new Set<Socket>()

beforeAll(async () => {
  world = await openTestCity()
  await world.app.listen({ port: 0, host: '127.0.0.1' })
  cityPort = (world.app.server.address() as AddressInfo).port
  pc = pretendPc('pc-one')
  const code = await issueCode(world.city, THE_CITY, { unit: '31120', desk: 'Quầy 1' })
  if (!code.ok || !(await enrolDevice(world.city, pc.enrolBy(code.value.code))).ok) throw new Error('Not admitted')
  own = tlsFiles()
})
afterAll(() => world.close())
afterEach(() => {
  for (const socket of sockets) socket.destroy()
  for (const server of open) server.close()
  open = []
})

async function portOf(server: NetServer): Promise<number> {
  server.on('connection', socket => { sockets.add(socket) })
  open.push(server)
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })
  return (server.address() as AddressInfo).port
}

/** What the PC makes of whoever listens there. */
async function meet(server: NetServer | number, more: Partial<CityHttpsOptions> = {}, scheme = 'http'): Promise<unknown> {
  const port = typeof server === 'number' ? server : await portOf(server)
  const road = openCityHttps({ address: `${scheme}://127.0.0.1:${String(port)}`, device: pc.device, sign: pc.sign, now, ...more })
  try {
    const heard = await road.exchange(ASKED)
    return heard.ok ? 'the city' : heard.problem
  } finally {
    road.close()
  }
}

const answering = (status: number, headers: Readonly<Record<string, string>>, body: string | Buffer = ''): Server =>
  createServer((request, response) => { request.resume().on('end', () => { response.writeHead(status, headers).end(body) }) })
const html = { 'content-type': 'text/html; charset=utf-8' }
const ours = { 'content-type': 'application/json', 'mot-cua-protocol': '2' }

/** TLS in front of the city, as a gate of the operator's stands. */
const gate = (files: TlsFiles): NetServer => createTlsServer(files, socket => {
  const city = connect(cityPort, '127.0.0.1')
  city.pipe(socket).pipe(city)
  for (const side of [city, socket]) side.on('error', () => { city.destroy(); socket.destroy() })
})

test('the page where a network wants a sign-in is told from the city, whatever it answers with', async () => {
  const page = '<html><form action="/login">Wi-Fi</form></html>'
  const signInPages = [
    answering(200, html, page), answering(302, { location: 'http://10.0.0.1/login' }), answering(511, html, page), answering(403, html, page),
    answering(200, { 'content-type': 'application/json' }, '{"heads":{},"at":"2026-11-25T02:00:00.000Z"}'),
  ]
  for (const server of signInPages) expect(await meet(server)).toEqual({ code: 'sync/captive-page' })
})

test('S10 a gate whose city does not run is no sign-in page; one that names a time is waited for', async () => {
  expect(await meet(answering(502, html, 'Bad gateway'))).toEqual({ code: 'sync/unreachable' })
  expect(await meet(answering(503, { ...html, 'retry-after': '40' }))).toEqual({ code: 'sync/later', seconds: 40 })
  expect(await meet(answering(429, { ...ours, 'retry-after': '7' }, '{}'))).toEqual({ code: 'sync/later', seconds: 7 })
})

test('half an answer, silence, an endless answer and a small one that unpacks to a huge one are a broken line, and nothing is thrown', async () => {
  const half: RequestListener = (_, response) => {
    response.writeHead(200, { ...ours, 'content-length': '500' }).write('{"at":', () => { response.destroy() })
  }
  expect(await meet(createServer(half))).toEqual({ code: 'sync/unreachable' })
  expect(await meet(createServer(() => undefined), { silenceMs: 300 })).toEqual({ code: 'sync/unreachable' })
  const endless: RequestListener = (_, response) => {
    response.writeHead(200, ours)
    const more = (): void => { while (response.writable && response.write(Buffer.alloc(1_000_000, 32))); }
    response.on('drain', more).on('error', () => undefined)
    more()
  }
  expect(await meet(createServer(endless))).toEqual({ code: 'sync/unreachable' })
  const bomb = gzipSync(Buffer.alloc(150_000_000, 32))
  expect(await meet(answering(200, { ...ours, 'content-encoding': 'gzip' }, bomb))).toEqual({ code: 'sync/unreachable' })
  expect(await meet(answering(200, ours, '{"at":3}'))).toEqual({ code: 'city/failed', status: 200 })
  expect(await meet(answering(200, ours, 'not JSON'))).toEqual({ code: 'sync/unreachable' })
})

test('over TLS the city is heard only where its certificate leads to one the program trusts', async () => {
  expect(await meet(gate(own), { ca: [own.cert] }, 'https')).toBe('the city')
  expect(await meet(gate(own), {}, 'https')).toEqual({ code: 'sync/certificate' })
})

test('whoever reads along in the middle is refused before a byte of a request is said', async () => {
  const heard: string[] = []
  const stranger = createSecureServer(tlsFiles(), (request, response) => {
    heard.push(request.url ?? '')
    response.writeHead(200, ours).end('{}')
  })
  expect(await meet(stranger, { ca: [own.cert] }, 'https')).toEqual({ code: 'sync/certificate' })
  expect(heard).toEqual([])
  expect(await meet(cityPort, { ca: [own.cert] }, 'https')).toEqual({ code: 'sync/certificate' })
})

test('a certificate that is good on another day is a question of the clock', async () => {
  const old = tlsFiles('2020-01-02T00:00:00.000Z')
  expect(await meet(gate(old), { ca: [old.cert] }, 'https')).toEqual({ code: 'sync/clock' })
  const coming = tlsFiles('2090-01-02T00:00:00.000Z')
  expect(await meet(gate(coming), { ca: [coming.cert] }, 'https')).toEqual({ code: 'sync/clock' })
})

test('through the office\'s proxy the certificate is still the city\'s own, and a proxy that lets nobody through is a poor line', async () => {
  const asked: string[] = []
  const proxy = createServer().on('connect', (request, socket: Socket) => {
    asked.push(request.url ?? '')
    const [host = '', port = ''] = (request.url ?? '').split(':')
    const far = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      far.pipe(socket).pipe(far)
    })
    for (const side of [far, socket]) side.on('error', () => { far.destroy(); socket.destroy() })
  })
  const through = async (files: TlsFiles, by: NetServer): Promise<unknown> => {
    const port = await portOf(by)
    return meet(gate(files), { ca: [own.cert], proxyFor: () => Promise.resolve({ host: '127.0.0.1', port }) }, 'https')
  }
  expect(await through(own, proxy)).toBe('the city')
  expect(asked).toHaveLength(1)
  expect(await through(own, createServer().on('connect', (_, socket) => { socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n') })))
    .toEqual({ code: 'sync/unreachable' })
})
