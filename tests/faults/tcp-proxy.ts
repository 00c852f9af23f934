import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { seededRandom, type Random } from '../builders/random.ts'

/** How a line behaves; everything may change while it runs. */
export interface LineManners {
  /** Milliseconds each way. */
  readonly delayMs: number
  /** Bytes a second, each way; all connections share it. Infinity for a line without a bound. */
  readonly bytesPerSecond: number
  /** Of connections: no way through at all. */
  readonly isDown: boolean
  /** Chances, per piece of an answer: that it is cut short and the connection with it, given twice, or given after the next one. */
  readonly truncate: number
  readonly repeat: number
  readonly swap: number
  /** Chance, per piece either way, that the connection is cut. */
  readonly cut: number
}

/** A line between a program and a server, of any quality. */
export interface TcpProxy {
  readonly port: number
  readonly address: string
  /** Changes how the line behaves from now on. */
  readonly set: (manners: Partial<LineManners>) => void
  /** Cuts every connection there is; new ones may come. */
  readonly cutAll: () => void
  /** Bytes that went to the server and that came back, as far as they were handed on. */
  readonly traffic: () => { readonly up: number, readonly down: number, readonly connections: number }
  /** The server stands at another port now. */
  readonly toPort: (port: number) => void
  readonly close: () => Promise<void>
}

export const GOOD_LINE: LineManners = { delayMs: 0, bytesPerSecond: Infinity, isDown: false, truncate: 0, repeat: 0, swap: 0, cut: 0 }

/** Opens a line to a port of this machine; the same seed makes the same choices, as far as the traffic is the same. */
export async function openTcpProxy(target: number, manners: Partial<LineManners> = {}, seed = 1): Promise<TcpProxy> {
  const random = seededRandom(seed)
  let line: LineManners = { ...GOOD_LINE, ...manners }
  let port = target
  const open = new Set<() => void>()
  const traffic = { up: 0, down: 0, connections: 0 }
  const lanes = { up: newLane(() => line.bytesPerSecond), down: newLane(() => line.bytesPerSecond) }

  const server = createServer({ allowHalfOpen: true }, near => {
    if (line.isDown) {
      near.destroy()
      return
    }
    traffic.connections += 1
    const far = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    const cut = (): void => {
      open.delete(cut)
      near.resetAndDestroy()
      far.resetAndDestroy()
    }
    open.add(cut)
    for (const socket of [near, far]) socket.setNoDelay(true).on('error', cut)
    const tools = { manners: () => line, random, cut, isOpen: () => open.has(cut) }
    void carry(near, far, { ...tools, lane: lanes.up, count: bytes => { traffic.up += bytes }, isAnswer: false })
    void carry(far, near, { ...tools, lane: lanes.down, count: bytes => { traffic.down += bytes }, isAnswer: true })
      .then(() => open.delete(cut))
  })
  await new Promise<void>((resolve, reject) => { server.once('error', reject).listen(0, '127.0.0.1', resolve) })
  const own = server.address()
  if (typeof own !== 'object' || own === null) throw new Error('No port')

  const cutAll = (): void => { for (const cut of [...open]) cut() }
  return {
    port: own.port,
    address: `http://127.0.0.1:${String(own.port)}`,
    set: changes => {
      line = { ...line, ...changes }
      if (line.isDown) cutAll()
    },
    cutAll,
    traffic: () => ({ ...traffic }),
    toPort: next => { port = next },
    close: async () => {
      const closed = new Promise(resolve => server.close(resolve))
      cutAll()
      await closed
    },
  }
}

interface Carrying {
  readonly manners: () => LineManners
  readonly random: Random
  readonly lane: Lane
  readonly count: (bytes: number) => void
  readonly cut: () => void
  readonly isOpen: () => boolean
  readonly isAnswer: boolean
}

/** Pieces as they come, each after its time on the line; what is still underway when the line is cut is lost. */
async function carry(from: Socket, to: Socket, { manners, random, lane, count, cut, isOpen, isAnswer }: Carrying): Promise<void> {
  let held: Buffer | undefined
  const last: { handed: Promise<void> } = { handed: Promise.resolve() }
  const hand = (piece: Buffer): void => {
    const arrives = performance.now() + manners().delayMs
    last.handed = last.handed.then(async () => {
      await pause(Math.max(0, arrives - performance.now()))
      if (!isOpen() || to.destroyed) return
      count(piece.length)
      to.write(piece)
    })
  }
  try {
    for await (const chunk of from as AsyncIterable<Buffer>) {
      for (const piece of pieces(chunk)) {
        await lane.pass(piece.length)
        if (!isOpen()) return
        const { truncate, repeat, swap, cut: cutChance } = manners()
        const isCut = random.next() < cutChance
        const isTruncated = isAnswer && random.next() < truncate
        if (isCut || isTruncated) {
          if (isTruncated) hand(piece.subarray(0, random.between(0, piece.length - 1)))
          await last.handed
          cut()
          return
        }
        const mustWait = isAnswer && held === undefined && random.next() < swap
        if (mustWait) {
          held = piece
          continue
        }
        hand(piece)
        if (isAnswer && random.next() < repeat) hand(piece)
        if (held !== undefined) hand(held)
        held = undefined
      }
    }
    if (held !== undefined) hand(held)
    await last.handed
    if (!to.destroyed) to.end()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    cut()
  }
}

/** One direction of the line: what passes takes its time, one after the other, whoever sends it. */
interface Lane {
  readonly pass: (bytes: number) => Promise<void>
}

function newLane(bytesPerSecond: () => number): Lane {
  let freeAt = 0
  return {
    pass: async bytes => {
      const now = performance.now()
      freeAt = Math.max(now, freeAt) + bytes * 1000 / bytesPerSecond()
      if (freeAt - now > SHORTEST_WAIT_MS) await pause(freeAt - now)
    },
  }
}

const SHORTEST_WAIT_MS = 2
const PIECE_BYTES = 1400

/** As a line carries them: no piece is longer than a packet. */
function* pieces(chunk: Buffer): Generator<Buffer> {
  for (let at = 0; at < chunk.length; at += PIECE_BYTES) yield chunk.subarray(at, at + PIECE_BYTES)
}
