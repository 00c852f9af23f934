import { connect, createServer, type TLSSocket } from 'node:tls'
import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import type { DeviceKey } from '../sealing/device-key.ts'
import { makeCertificate } from './certificate.ts'
import { openChannel, PATIENCE, type Channel, type Patience } from './channel.ts'
import type { Peer } from './peers.ts'
import { makeProof, readProof } from './prove.ts'

/** A line between two desks of a unit, both proved. */
export interface Line {
  readonly channel: Channel
  readonly peer: Peer
}

export interface LineParts {
  readonly key: DeviceKey
  /** Asked anew for every line, so that a withdrawn device is a stranger at once. */
  readonly peers: () => readonly Peer[]
  readonly patience?: Patience
}

export interface LineProblem extends Problem {
  readonly code: 'lend/unreachable' | 'lend/unknown-desk'
}

export interface Answering {
  readonly port: number
  readonly close: () => Promise<void>
}

/**
 * Listens on the office network, on this port or on any other when that one is taken, and serves each proved desk.
 *
 * A stranger gets a closed socket and nothing else, not even this device's name.
 */
export async function answerDesks(
  parts: LineParts & { readonly port: number; readonly serve: (line: Line) => Promise<void> },
): Promise<Answering> {
  const patience = parts.patience ?? PATIENCE
  const open = new Set<TLSSocket>()
  const server = createServer({ ...makeCertificate(), ...ENCRYPTED, handshakeTimeout: patience.proof }, socket => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    void answer(socket)
  })
  server.maxConnections = MOST_LINES

  async function answer(socket: TLSSocket): Promise<void> {
    const channel = openChannel(socket, patience)
    const proving = setTimeout(channel.close, patience.proof)
    const peer = await readProof(socket, channel, 'desk', parts.peers())
    clearTimeout(proving)
    if (peer === undefined) return channel.close()
    channel.allow({ head: 16_384, body: 0 })
    await channel.send(makeProof(socket, 'lender', parts.key))
    await parts.serve({ channel, peer })
    channel.close()
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return reject(error)
      server.once('error', reject)
      server.listen(0, resolve)
    })
    server.listen(parts.port, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('Nobody listens on any port')
  return {
    port: address.port,
    close: async () => {
      for (const socket of open) socket.destroy()
      await new Promise<void>(resolve => { server.close(() => { resolve() }) })
    },
  }
}

/**
 * Calls a desk of the unit; when `device` is given, that one and no other.
 *
 * Problems: nobody answers there, or who answers is no device of this unit (or does not know this one).
 */
export async function callDesk(
  parts: LineParts & { readonly host: string; readonly port: number; readonly device?: string; readonly signal?: AbortSignal },
): Promise<Result<Line, LineProblem>> {
  const { host, port, signal } = parts
  const patience = parts.patience ?? PATIENCE
  // Whom the certificate names does not matter: the device's own key is asked for next, over this very line.
  const socket = connect({ host, port, ...ENCRYPTED, rejectUnauthorized: false })
  const channel = openChannel(socket, patience)
  const timer = setTimeout(channel.close, patience.proof)
  const giveUp = (): void => { channel.close() }
  signal?.addEventListener('abort', giveUp, { once: true })
  try {
    const isThere = await new Promise<boolean>(resolve => {
      socket.once('secureConnect', () => { resolve(true) })
      channel.closed.addEventListener('abort', () => { resolve(false) })
      if (signal?.aborted === true) channel.close()
    })
    if (!isThere) return failure({ code: 'lend/unreachable' })
    await channel.send(makeProof(socket, 'desk', parts.key))
    const peer = await readProof(socket, channel, 'lender', parts.peers())
    if (peer === undefined || (parts.device !== undefined && peer.device !== parts.device)) {
      channel.close()
      return failure({ code: 'lend/unknown-desk' })
    }
    channel.allow({ head: 65_536, body: LARGEST_SIDE })
    return success({ channel, peer })
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', giveUp)
  }
}

const ENCRYPTED = { minVersion: 'TLSv1.3', maxVersion: 'TLSv1.3' } as const
/** Desks of a unit, each with one line for its scan and one for what was left. */
const MOST_LINES = 64
/** A side of A4 in colour at 600 dots an inch is 104 MB, uncompressed. */
export const LARGEST_SIDE = 160_000_000
