import type { CustomScheme, Protocol } from 'electron'
import { readPage, type Previews } from './previews.ts'
import { sniff } from './sniff.ts'
import type { PageStore } from './page-store.ts'

/** Pages for `<img>`: `page://here/<dossier>/<sha256>`. Their bytes never cross the bridge. */
export const PAGE_SCHEME: CustomScheme = { scheme: 'page', privileges: { standard: true, secure: true } }

export interface PageSources {
  readonly store: PageStore
  readonly previews: Previews
  /** A stored page large enough to read the small print, as WebP; undefined when it shows nothing. */
  readonly renderWhole: (page: Uint8Array) => Promise<Uint8Array | undefined>
  /** Whether this dossier has such a page and its image is not covered (rule U5). */
  readonly mayShow: (subject: string, sha256: string) => Promise<boolean>
  /** Brings a page back that was dropped here; whether it is here now. */
  readonly fetchBack?: (sha256: string) => Promise<boolean>
  /** The picture of a page of the scan tray, by its id there; undefined while it is covered. */
  readonly ofTray?: (id: string) => Promise<Uint8Array | undefined>
}

export function servePages(protocol: Protocol, sources: PageSources): void {
  protocol.handle(PAGE_SCHEME.scheme, request => answerPage(request, sources))
}

/**
 * The page of this name as a picture, or a bare refusal; never anything a browser would run.
 *
 * Images come as they are, PDFs as their preview; `?whole` asks for a rendering large enough to read.
 * `page://tray/<id>` is a page that still lies in the scan tray.
 */
export async function answerPage(request: { readonly method: string, readonly url: string }, sources: PageSources): Promise<Response> {
  if (request.method !== 'GET') return refuse(404)
  const [, inTray] = /^page:\/\/tray\/([\w.-]{1,100})(?:\?\w*)?$/.exec(request.url) ?? []
  if (inTray !== undefined) return picture(await sources.ofTray?.(inTray), 404)
  const [, subject, sha256, whole] = /^page:\/\/here\/(dossier:[0-9a-f]{1,64})\/([0-9a-f]{64})(\?whole)?$/.exec(request.url) ?? []
  if (subject === undefined || sha256 === undefined) return refuse(404)
  if (!await sources.mayShow(subject, sha256)) return refuse(403)
  // Small pictures of dropped pages come from the cache or not at all: a row of them must not call the city for each.
  if (!sources.store.has(sha256)) {
    if (whole === undefined) return picture(await sources.previews.of(sha256), 404)
    if (await sources.fetchBack?.(sha256) !== true) return refuse(404)
  }
  if (whole === undefined && (await kindOf(sources.store, sha256)) === 'application/pdf') return picture(await sources.previews.of(sha256), 415)
  const page = await readPage(sources.store, sha256)
  return picture(sniff(page) === 'application/pdf' ? await sources.renderWhole(page) : page, 415)
}

/** Only what begins as an image goes out, whatever it was held to be. */
function picture(bytes: Uint8Array | undefined, otherwise: number): Response {
  const type = bytes === undefined ? undefined : sniff(bytes)
  if (bytes === undefined || type === undefined || type === 'application/pdf') return refuse(otherwise)
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': type, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' } })
}

function refuse(status: number): Response {
  return new Response(null, { status })
}

async function kindOf(store: PageStore, sha256: string): Promise<ReturnType<typeof sniff>> {
  for await (const piece of store.read(sha256, 0)) return sniff(piece)
  return undefined
}
