import type { CustomScheme, Protocol } from 'electron'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileOf, SCHEME } from './address.ts'

/** To be registered before the app is ready; secure, so that the window gets IndexedDB and WebCrypto. */
export const WINDOW_SCHEME: CustomScheme = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, codeCache: true },
}

/** Answers `app://mot-cua/…` from the folder of the built window, and from nowhere else. */
export function serveWindow(protocol: Protocol, folder: string): void {
  protocol.handle(SCHEME, request => answer(request, folder))
}

/** The answer to one request: the file with its security headers, or a bare refusal. */
export async function answer(request: { readonly method: string, readonly url: string }, folder: string): Promise<Response> {
  if (request.method !== 'GET') return new Response(null, { status: 405 })
  const file = fileOf(request.url, folder)
  const type = file === undefined ? undefined : TYPES[extname(file)]
  if (file === undefined || type === undefined) return new Response(null, { status: 404 })
  return readFile(file).then(
    bytes => new Response(bytes, { headers: { ...HEADERS, 'content-type': type } }),
    () => new Response(null, { status: 404 }),
  )
}

/** Scripts only from our own files: nothing inline, no eval. Styles and fonts may stand inline: a paper carries its own. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data: blob: page:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  // A paper is laid out in a frame without an origin and needs the fonts.
  'access-control-allow-origin': '*',
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
}
