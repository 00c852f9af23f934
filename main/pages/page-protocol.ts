import type { CustomScheme, Protocol } from 'electron'
import { sniff } from './sniff.ts'
import type { PageStore } from './page-store.ts'

/** Pages for `<img>`: `page://here/<sha256>`. Their bytes never cross the bridge. */
export const PAGE_SCHEME: CustomScheme = { scheme: 'page', privileges: { standard: true, secure: true } }

export function servePages(protocol: Protocol, store: PageStore): void {
  protocol.handle(PAGE_SCHEME.scheme, request => answerPage(request, store))
}

/** The page of this name, or a bare refusal; never anything a browser would run. */
export async function answerPage(request: { readonly method: string, readonly url: string }, store: PageStore): Promise<Response> {
  const [, sha256] = /^page:\/\/here\/([0-9a-f]{64})$/.exec(request.url) ?? []
  if (request.method !== 'GET' || sha256 === undefined || !store.has(sha256)) return new Response(null, { status: 404 })
  const pieces: Uint8Array[] = []
  for await (const piece of store.read(sha256, 0)) pieces.push(piece)
  const bytes = Buffer.concat(pieces)
  const type = sniff(bytes)
  if (type === undefined) return new Response(null, { status: 415 })
  return new Response(bytes, { headers: { 'content-type': type, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' } })
}
