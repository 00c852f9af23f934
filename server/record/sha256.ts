import { hash } from 'node:crypto'

/** sha256 of a text's UTF-8 bytes, or of bytes, as hex. */
export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex')
}
