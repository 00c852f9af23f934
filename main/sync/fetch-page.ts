import { hash } from 'node:crypto'
import { once } from 'node:events'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { HEADERS, LIMITS, PROTOCOL_VERSION, ROUTES } from '../../shared/sync/protocol.ts'
import { signedText } from '../../shared/sync/signed-texts.ts'
import { sha256 } from '../journal/sha256.ts'
import { openAgent, type Proxy } from './proxy-agent.ts'

export interface FetchPageTools {
  /** Undefined while this PC belongs to no city. */
  readonly city: () => { readonly address: string } | undefined
  readonly ca?: readonly string[] | undefined
  readonly device: string
  /** base64 of the device's Ed25519 signature over a text. */
  readonly sign: (text: string) => string
  readonly proxyFor?: ((address: string) => Promise<Proxy | null>) | undefined
  /** UTC ms. */
  readonly now: () => number
}

/** Pages back from the city, one at a time: only those a device of this unit once brought there. */
export interface PagesAtCity {
  /** The bytes whose sum this name is; undefined when there is no line, or no such page there. */
  readonly fetch: (name: string) => Promise<Buffer | undefined>
  /** Whether the city would give this page back now, at its full length: its last byte is asked for. */
  readonly wouldGive: (name: string, bytes: number) => Promise<boolean>
}

export function openPagesAtCity(tools: FetchPageTools): PagesAtCity {
  async function ask(name: string, from: number): Promise<{ readonly pageBytes: number, readonly piece: Buffer } | undefined> {
    const city = tools.city()
    if (city === undefined) return undefined
    const base = new URL(city.address)
    const isSecure = base.protocol === 'https:'
    const agent = openAgent({ isSecure, proxy: await tools.proxyFor?.(city.address) ?? null, ca: tools.ca ?? [] })
    try {
      const path = `${ROUTES.pages}/${name}`
      const at = new Date(tools.now()).toISOString()
      const signature = tools.sign(signedText({ method: 'GET', path, device: tools.device, at, bodySha256: sha256('') }))
      const asked = (isSecure ? httpsRequest : httpRequest)(new URL(base.pathname.replace(/\/$/, '') + path, base), {
        agent, timeout: SILENCE_MS,
        headers: {
          [HEADERS.version]: String(PROTOCOL_VERSION), [HEADERS.device]: tools.device, [HEADERS.at]: at, [HEADERS.signature]: signature,
          ...(from === 0 ? {} : { range: `bytes=${String(from)}-` }),
        },
      })
      asked.on('timeout', () => asked.destroy(new Error('Silence')))
      asked.end()
      const [answer] = await once(asked, 'response') as [IncomingMessage]
      const piece = await readAll(answer)
      const pageBytes = Number(answer.headers['x-page-bytes'])
      return answer.statusCode === 200 && answer.headers[HEADERS.version] !== undefined ? { pageBytes, piece } : undefined
    } catch {
      // Whatever a line, a proxy or a city may do: there is no page now, and it can be asked for again.
      return undefined
    } finally {
      agent.destroy()
    }
  }

  return {
    fetch: async name => {
      const answer = await ask(name, 0)
      return answer !== undefined && hash('sha256', answer.piece, 'hex') === name ? answer.piece : undefined
    },
    wouldGive: async (name, bytes) => {
      const answer = await ask(name, bytes - 1)
      return answer?.pageBytes === bytes && answer.piece.length === 1
    },
  }
}

const SILENCE_MS = 15_000

async function readAll(answer: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of answer as AsyncIterable<Buffer>) {
    length += piece.length
    if (length > LIMITS.pageBytes) throw new Error('Too long a page')
    pieces.push(piece)
  }
  if (!answer.complete) throw new Error('Half a page')
  return Buffer.concat(pieces)
}
