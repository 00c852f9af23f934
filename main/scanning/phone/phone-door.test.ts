import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RawPage } from '../drivers/driver.ts'
import { isOfOffice } from './office-address.ts'
import { openPhoneDoor, type OpenPhoneDoor, type PhoneTools } from './phone-door.ts'
import { byeLabel, greetingLabel, helloLabel, keptLabel, NO_DOOR, photoLabel } from './phone-words.ts'
import { NONCE_BYTES, seal, unseal } from './seal.ts'

const HTML = '<!doctype html><style>p{}</style><script>1</script>'
const PHOTO = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(20_000)])

let folder: string
let now = Date.UTC(2026, 10, 25, 2)
const open: OpenPhoneDoor[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phone-'))
  await writeFile(join(folder, 'phone.html'), HTML)
})
afterEach(async () => {
  for (const door of open.splice(0)) await door.close()
  await rm(folder, { recursive: true, force: true })
})

test('a phone greets, sends photographs, and each is answered only when it is on disk', async () => {
  const { door, phone } = await openDoor()
  expect(await phone.hello()).toEqual({ status: 200, facts: { desk: 'máy quầy 2', kept: 0 } })
  const disk = keepAll(door, 'slowly')
  let isAnswered = false
  const sent = phone.send(name(1), PHOTO).then(answer => {
    isAnswered = true
    return answer
  })
  await disk.seen(1)
  expect(isAnswered).toBe(false)
  disk.goOn()
  expect(await sent).toEqual({ status: 200, facts: { nth: 1 } })
  expect(disk.pages).toEqual([{ bytes: new Uint8Array(PHOTO), dpi: null, side: 'front', isPhoto: true }])
})

test('a photograph sent again is the same photograph', async () => {
  const { door, phone } = await openDoor()
  const disk = keepAll(door)
  const twice = await Promise.all([phone.send(name(1), PHOTO), phone.send(name(1), PHOTO)])
  const answers = [...twice, await phone.send(name(1), PHOTO), await phone.send(name(2), PHOTO)]
  expect(answers.map(({ status, facts }) => [status, facts])).toEqual(
    [[200, { nth: 1 }], [200, { nth: 1 }], [200, { nth: 1 }], [200, { nth: 2 }]])
  expect(disk.pages).toHaveLength(2)
})

test('what was changed on the way, sealed with another key, or sent under another name is not kept', async () => {
  const { door, phone } = await openDoor()
  const disk = keepAll(door)
  const good = phone.sealPhoto(name(1), PHOTO)
  const changed = Buffer.from(good)
  changed[good.length >> 1] = (changed[good.length >> 1] ?? 0) ^ 1
  const stranger = phoneOf(door, { key: randomBytes(32) })
  const answers = [
    await phone.put(name(1), changed), await phone.put(name(2), good), await phone.put(name(1), good.subarray(0, 20)),
    await phone.put(name(1), Buffer.alloc(0)), await stranger.send(name(3), PHOTO), await stranger.hello(), await phone.put(name(1), PHOTO),
  ]
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404, 404])
  expect((await phone.put(name(5), phone.sealPhoto(name(5), Buffer.from('<svg>no photograph</svg>')))).status).toBe(415)
  expect(disk.pages).toEqual([])
})

test('one phone at a time, until it says goodbye or was not heard for long', async () => {
  const { door, phone } = await openDoor()
  const second = phoneOf(door)
  expect([(await phone.hello()).status, (await second.hello()).status, (await second.send(name(1), PHOTO)).status]).toEqual([200, 409, 409])
  await phone.bye()
  expect([(await second.hello()).status, (await phone.hello()).status]).toEqual([200, 409])
  now += 4 * 60_000
  expect((await phone.hello()).status).toBe(200)
})

test('another address, another name for this PC, another origin and other paths are answered with nothing', async () => {
  const { door, phone } = await openDoor()
  const { host, pathname } = new URL(door.door().address)
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') => call(host, method, path, headers)
  const page = await get(pathname)
  expect([page.status, page.body.toString()]).toEqual([200, HTML])
  expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; connect-src 'self'/)
  const wrong = [
    await get('/'), await get('/AAAAAAAAAAAAAAAAAAAAAA'), await get(`${pathname}/`), await get(`${pathname}/../../etc/passwd`),
    await get(`/..${pathname}`), await get(`${pathname}?a=1`), await get(`${pathname}/photos/${name(1)}`), await get(`http://evil.test${pathname}`),
    await get(pathname, { host: 'evil.test' }), await get(pathname, { host: 'localhost:1' }), await get(pathname, { origin: 'http://evil.test' }),
    await get(`${pathname}/hello`, {}, 'POST'), await get(`${pathname}/hello`, { 'x-phone': '../../x' }, 'POST'),
    await get(`${pathname}/photos/..%2f..%2fx`, { 'x-phone': name(9) }, 'PUT'), await get(pathname, {}, 'DELETE'),
  ]
  expect(wrong.map(({ status }) => status)).toEqual(wrong.map(() => 404))
  expect(new Set(wrong.map(({ body }) => body.toString()))).toEqual(new Set(['', NO_DOOR]))
  expect((await phone.hello()).status).toBe(200)
})

test('a body without end, a request cut in the middle and a flood leave the door open for the phone', async () => {
  const { door, phone } = await openDoor()
  const disk = keepAll(door)
  const { hostname, port, host, pathname } = new URL(door.door().address)
  expect((await phone.put(name(1), Buffer.alloc(9 * 2 ** 20))).status).toBe(413)
  const cut = connect(Number(port), hostname)
  const heading = [`PUT ${pathname}/photos/${name(2)} HTTP/1.1`, `Host: ${host}`, `x-phone: ${name(8)}`, 'Content-Length: 100000', '', 'half of it']
  await new Promise(resolve => { cut.write(heading.join('\r\n'), resolve) })
  cut.destroy()
  expect(await phone.send(name(3), PHOTO)).toEqual({ status: 200, facts: { nth: 1 } })
  for (let nth = 0; nth < 250; nth += 1) await call(host, 'GET', '/', {})
  expect((await phone.hello()).status).toBe(429)
  now += 61_000
  expect((await phone.hello()).status).toBe(200)
  expect(disk.pages).toHaveLength(1)
})

test('the door closes by itself when nobody comes, and a photograph nobody kept stays on the phone', async () => {
  const { door } = await openDoor({ idle: 20 })
  expect(await door.photos.next()).toEqual({ done: true, value: { ok: true, value: { reason: 'stack-empty' } } })
  await expect(phoneOf(door).hello()).rejects.toThrow()

  const { door: other, phone } = await openDoor()
  const sent = phone.send(name(1), PHOTO)
  expect((await other.photos.next()).done).toBe(false)
  await other.photos.return({ ok: true, value: { reason: 'cancelled' } })
  expect((await sent).status).toBe(503)
})

test('without a network there is a problem in words, and only an address of the office is opened', async () => {
  expect(await openPhoneDoor(tools({ addresses: async () => [] }))).toEqual({ ok: false, problem: { code: 'phone/no-network' } })
  expect(await openPhoneDoor(tools({ addresses: async () => ['192.0.2.77'] }))).toEqual({ ok: false, problem: { code: 'phone/no-network' } })
  expect(['10.1.2.3', '192.168.1.5', '172.16.0.1', '172.31.9.9'].filter(isOfOffice)).toHaveLength(4)
  expect(['8.8.8.8', '172.32.0.1', '169.254.1.1', '127.0.0.1', '1192.168.1.5'].filter(isOfOffice)).toEqual([])
})

test('what the screen shows holds the key only behind the #, and lives on with each photograph', async () => {
  const { door, phone } = await openDoor()
  keepAll(door)
  const { address, qrSvg, until } = door.door()
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{22}#[\w-]{43}$/)
  expect(qrSvg).toBe(`<svg>${address}</svg>`)
  now += 60_000
  await phone.send(name(1), PHOTO)
  expect(Date.parse(door.door().until) - Date.parse(until)).toBe(60_000)
})

function tools(own: Partial<PhoneTools> = {}): PhoneTools {
  return {
    pageFile: join(folder, 'phone.html'), desk: 'máy quầy 2', now: () => now, randomBytes, qrSvg: text => `<svg>${text}</svg>`,
    addresses: async () => ['127.0.0.1'], ...own,
  }
}

async function openDoor(own: Partial<PhoneTools> = {}) {
  const opened = await openPhoneDoor(tools(own))
  if (!opened.ok) throw new Error(opened.problem.code)
  open.push(opened.value)
  return { door: opened.value, phone: phoneOf(opened.value) }
}

function name(nth: number): string {
  return nth.toString(16).padStart(32, '0')
}

/** Takes photographs as whoever writes them to disk does. */
function keepAll(door: OpenPhoneDoor, pace: 'at-once' | 'slowly' = 'at-once') {
  const pages: RawPage[] = []
  let tell: () => void = () => undefined
  let goOn: () => void = () => undefined
  const gate = pace === 'at-once' ? Promise.resolve() : new Promise<void>(resolve => { goOn = resolve })
  void (async () => {
    for (let turn = await door.photos.next(); turn.done !== true; turn = await door.photos.next()) {
      pages.push(turn.value)
      tell()
      await gate
    }
  })()
  const seen = async (count: number): Promise<void> => {
    while (pages.length < count) await new Promise<void>(resolve => { tell = resolve })
  }
  return { pages, seen, goOn: () => { goOn() } }
}

/** A phone as the page makes one of it. */
function phoneOf(door: OpenPhoneDoor, own: { readonly key?: Uint8Array } = {}) {
  const { host, pathname, hash } = new URL(door.door().address)
  const key = own.key ?? Buffer.from(hash.slice(1), 'base64url')
  const self = randomBytes(16).toString('hex')
  const sealed = (label: string, clear: Uint8Array): Uint8Array => seal(key, label, clear, randomBytes(NONCE_BYTES))
  const say = async (method: string, path: string, body: Uint8Array, answerLabel: string) => {
    const { status, body: answer } = await call(host, method, `${pathname}${path}`, { 'x-phone': self }, body)
    const clear = status === 200 ? unseal(key, answerLabel, answer) : undefined
    return { status, facts: clear === undefined ? undefined : JSON.parse(Buffer.from(clear).toString()) as unknown }
  }
  const sealPhoto = (id: string, bytes: Uint8Array): Uint8Array => sealed(photoLabel(self, id), bytes)
  const put = (id: string, body: Uint8Array) => say('PUT', `/photos/${id}`, body, keptLabel(self, id))
  return {
    sealPhoto, put,
    send: (id: string, bytes: Uint8Array) => put(id, sealPhoto(id, bytes)),
    hello: () => say('POST', '/hello', sealed(helloLabel(self), Buffer.from([])), greetingLabel(self)),
    bye: () => say('POST', '/bye', sealed(byeLabel(self), Buffer.from([])), greetingLabel(self)),
  }
}

/** Says the path as it is given; a browser or fetch would tidy it up. */
function call(host: string, method: string, path: string, headers: Record<string, string>, body?: Uint8Array) {
  const [hostname, port] = host.split(':')
  return new Promise<{ status: number, headers: Record<string, unknown>, body: Buffer }>((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': body.length }
    const asked = request({ hostname, port, method, path, headers: { ...length, ...headers }, agent: false }, response => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('end', () => { resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) }) })
    })
    asked.on('error', reject)
    asked.end(body)
  })
}
