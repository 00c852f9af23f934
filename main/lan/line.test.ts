import { connect as connectPlain, createServer, type Server, type Socket } from 'node:net'
import { connect, createServer as createTlsServer, type TLSSocket } from 'node:tls'
import { expect, onTestFinished, test } from 'vitest'
import { makeCertificate } from './certificate.ts'
import { frameBytes } from './frames.ts'
import { makeKey, peerOf, QUICK } from './line.fixture.ts'
import { answerDesks, callDesk, type Line } from './line.ts'
import type { Peer } from './peers.ts'
import { makeProof } from './prove.ts'

const LENDER = makeKey('pc-lends')
const DESK = makeKey('pc-desk')
const STRANGER = makeKey('pc-stranger')

async function lender(peers: () => readonly Peer[] = () => [peerOf(DESK)]): Promise<{ port: number; served: Line[] }> {
  const served: Line[] = []
  const answering = await answerDesks({
    key: LENDER, peers, patience: QUICK, port: 0,
    serve: async line => {
      served.push(line)
      for (let frame = await line.channel.next(); frame !== null; frame = await line.channel.next()) await line.channel.send(frame.head)
    },
  })
  onTestFinished(answering.close)
  return { port: answering.port, served }
}

const call = (port: number, key = DESK, more: object = {}) =>
  callDesk({ key, peers: () => [peerOf(LENDER)], patience: QUICK, host: '127.0.0.1', port, ...more })

/** A line as anybody on the network can open it, and every byte that came over it until it was closed. */
async function raw(port: number, write: (socket: TLSSocket) => void): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false }, () => { write(socket) })
  return untilClosed(socket)
}

function untilClosed(socket: Socket): Promise<string> {
  let got = ''
  socket.on('data', (bytes: Buffer) => { got += bytes.toString('latin1') })
  socket.on('error', () => undefined)
  return new Promise(resolve => { socket.once('close', () => { resolve(got.replaceAll(BEAT, '')) }) })
}

const BEAT = Buffer.concat(frameBytes({ beat: true })).toString('latin1')

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' ? address?.port ?? 0 : 0
}

function say(socket: TLSSocket, head: object): void {
  for (const part of frameBytes(head)) socket.write(part)
}

test('two devices of a unit prove themselves to each other', async () => {
  const { port, served } = await lender()
  const called = await call(port, DESK, { device: LENDER.device })
  if (!called.ok) throw new Error(called.problem.code)
  expect(called.value.peer.device).toBe('pc-lends')
  await called.value.channel.send({ hello: 'ấ' })
  expect((await called.value.channel.next())?.head).toEqual({ hello: 'ấ' })
  expect(served.map(({ peer }) => peer.device)).toEqual(['pc-desk'])
  called.value.channel.close()
})

test('a stranger gets a closed socket and nothing else, whatever it says', async () => {
  const { port, served } = await lender()
  const huge = Buffer.alloc(8, 0xff)
  expect(await Promise.all([
    raw(port, socket => { say(socket, makeProof(socket, 'desk', STRANGER)) }),
    // A device of the unit by name, with a key of its own.
    raw(port, socket => { say(socket, makeProof(socket, 'desk', makeKey('pc-desk'))) }),
    raw(port, socket => { say(socket, { v: 1, device: '../pc-desk', signature: 'A'.repeat(88) }) }),
    raw(port, socket => { say(socket, { ask: 'scanners' }) }),
    raw(port, socket => { socket.write(huge) }),
    raw(port, socket => { socket.write('GET / HTTP/1.1\r\n\r\n') }),
    // Half a frame, and then nothing.
    raw(port, socket => { socket.write(Buffer.concat(frameBytes(makeProof(socket, 'desk', DESK))).subarray(0, 40)) }),
    // Not a word.
    raw(port, () => undefined),
  ])).toEqual(Array(8).fill(''))
  expect(served).toEqual([])
})

test('who speaks no TLS, or an older one, is not answered', async () => {
  const { port, served } = await lender()
  const plain = connectPlain({ host: '127.0.0.1', port }, () => { plain.write('GET / HTTP/1.1\r\n\r\n') })
  await untilClosed(plain)
  const old = connect({ host: '127.0.0.1', port, rejectUnauthorized: false, maxVersion: 'TLSv1.2' })
  await untilClosed(old)
  expect(served).toEqual([])
})

test('a proof is worth nothing on another line, nor as the proof of the other end', async () => {
  const { port, served } = await lender()
  let proof: object = {}
  await raw(port, socket => {
    proof = makeProof(socket, 'desk', DESK)
    socket.destroy()
  })
  expect(await raw(port, socket => { say(socket, proof) })).toBe('')
  expect(await raw(port, socket => { say(socket, makeProof(socket, 'lender', DESK)) })).toBe('')
  expect(served).toEqual([])
})

test('somebody in between who passes everything on is found out', async () => {
  const { port, served } = await lender()
  // Ends the encryption on both sides and hands every word through.
  const between = createTlsServer(makeCertificate(), desk => {
    const onward = connect({ host: '127.0.0.1', port, rejectUnauthorized: false }, () => { desk.pipe(onward).pipe(desk) })
    for (const end of [desk, onward]) end.on('error', () => { desk.destroy() }).on('close', () => { desk.destroy(); onward.destroy() })
  })
  await new Promise<void>(resolve => { between.listen(0, '127.0.0.1', resolve) })
  onTestFinished(() => { between.close() })
  expect(await call(portOf(between))).toEqual({ ok: false, problem: { code: 'lend/unknown-desk' } })
  expect(await call(port, STRANGER)).toEqual({ ok: false, problem: { code: 'lend/unknown-desk' } })
  expect(served).toEqual([])
})

test('only the lender that was meant is taken', async () => {
  const { port } = await lender()
  expect(await call(port, DESK, { device: 'pc-another' })).toEqual({ ok: false, problem: { code: 'lend/unknown-desk' } })
})

test('a device that was withdrawn is a stranger from then on', async () => {
  let peers: readonly Peer[] = [peerOf(DESK)]
  const { port } = await lender(() => peers)
  expect((await call(port)).ok).toBe(true)
  peers = []
  expect(await call(port)).toEqual({ ok: false, problem: { code: 'lend/unknown-desk' } })
})

test('a place where nobody listens, or somebody else, is told soon', async () => {
  expect(await call(1)).toEqual({ ok: false, problem: { code: 'lend/unreachable' } })
  const silent = createServer()
  await new Promise<void>(resolve => { silent.listen(0, '127.0.0.1', resolve) })
  onTestFinished(() => { silent.close() })
  expect(await call(portOf(silent))).toEqual({ ok: false, problem: { code: 'lend/unreachable' } })
})

test('a proved desk that pours out frames, or never ends one, is hung up', async () => {
  const { port } = await lender()
  for (const pour of [Buffer.alloc(8, 0xff), Buffer.from([0, 0, 0, 9, 0, 0, 0, 0, 123])]) {
    let isProved = false
    const got = await raw(port, socket => {
      say(socket, makeProof(socket, 'desk', DESK))
      socket.once('data', () => {
        isProved = true
        socket.write(pour)
      })
    })
    expect(isProved).toBe(true)
    expect(got).toContain('pc-lends')
  }
})
