import { join, resolve, sep } from 'node:path'

/** The window's own scheme and host: `app://mot-cua/…` is the program, anything else is a stranger. */
export const SCHEME = 'app'
const HOST = 'mot-cua'
export const WINDOW_ADDRESS = `${SCHEME}://${HOST}/index.html`

/** Whether an address is the program itself; also true while its window shows a place within the page. */
export function isOurs(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined
  return url?.protocol === `${SCHEME}:` && url.host === HOST
}

/** The file of the built window that an address names; undefined for strangers and for anything outside the folder. */
export function fileOf(address: string, folder: string): string | undefined {
  if (!isOurs(address)) return undefined
  const path = decoded(new URL(address).pathname)
  if (path === undefined || path.includes('\0') || path.includes('\\')) return undefined
  const file = resolve(join(folder, path === '/' ? 'index.html' : path))
  return file.startsWith(resolve(folder) + sep) ? file : undefined
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    // A malformed address names no file.
    return undefined
  }
}
