/**
 * A name nobody else makes: the prefix as it is (with its own separator, `dossier:`), then the bytes in hex.
 *
 * The bytes are the caller's chance; fewer than eight are a bug, because names must not meet.
 */
export function makeId(prefix: string, randomBytes: Uint8Array): string {
  if (randomBytes.length < 8) throw new Error('An id needs at least eight random bytes')
  return prefix + bytesToHex(randomBytes)
}

/** Whether this is a bare hex id, eight to thirty-two bytes in lower case. */
export function isHexId(value: unknown): value is string {
  return typeof value === 'string' && /^(?:[0-9a-f]{2}){8,32}$/.test(value)
}

/** Lower-case hex, two digits a byte. */
export function bytesToHex(bytes: Uint8Array): string {
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
}
