import { Agent as HttpAgent, request as httpRequest, type ClientRequest } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { isIP } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect as tlsConnect, rootCertificates } from 'node:tls'

/** A proxy as the system names it. */
export interface Proxy {
  readonly host: string
  readonly port: number
}

export interface AgentChoice {
  readonly isSecure: boolean
  readonly proxy: Proxy | null
  /** Certificates (PEM) the city's own may lead to, beside those every browser knows. */
  readonly ca: readonly string[]
}

/**
 * Connections that are kept, through a proxy by CONNECT where the system has one.
 *
 * Only roots that ship with the program are trusted, not those installed on the PC: whoever put a root there to read along
 * would read about persons. X25519 alone keeps a handshake within one packet (rule S9).
 */
export function openAgent({ isSecure, proxy, ca }: AgentChoice): HttpAgent {
  const kept = { keepAlive: true, maxSockets: 2, scheduling: 'lifo' as const }
  if (!isSecure) return new HttpAgent(kept)
  const trust = { ca: [...rootCertificates, ...ca], ecdhCurve: 'X25519', minVersion: 'TLSv1.2' as const }
  const agent = new HttpsAgent({ ...kept, ...trust })
  if (proxy === null) return agent
  return Object.assign(agent, {
    createConnection: ({ host = '', port = 443 }: { readonly host?: string, readonly port?: number }, done: Connected) => {
      openTunnel(proxy, `${host}:${String(port)}`)
        .then(socket => { done(null, tlsConnect({ ...trust, socket, host, ...(isIP(host) === 0 && { servername: host }) })) }, done)
      return undefined
    },
  })
}

type Connected = (error: Error | null, socket?: Duplex) => void

/** A stream through the proxy to `target`; rejects as a broken line does. */
async function openTunnel({ host, port }: Proxy, target: string): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    const asked: ClientRequest = httpRequest({ host, port, method: 'CONNECT', path: target, headers: { host: target } })
    asked.setTimeout(TUNNEL_MS, () => asked.destroy(new Error('The proxy does not answer')))
    asked.on('error', reject)
    asked.on('connect', ({ statusCode }, socket) => {
      if (statusCode === 200) resolve(socket)
      else {
        socket.destroy()
        reject(new Error('The proxy does not let through'))
      }
    })
    asked.end()
  })
}

const TUNNEL_MS = 30_000

/** The first proxy of what Electron's `resolveProxy` says (`PROXY host:port; DIRECT`); null when none is needed or spoken here. */
export function readProxy(resolved: string): Proxy | null {
  const found = /^\s*(?:PROXY|HTTPS?)\s+\[?([^\s;\]]+?)\]?:(\d{1,5})\s*(?:;|$)/.exec(resolved)
  return found?.[1] === undefined ? null : { host: found[1], port: Number(found[2]) }
}
