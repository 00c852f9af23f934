import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'

// Both the page on the phone and the PC run this file: it knows neither.

export const KEY_BYTES = 32
export const NONCE_BYTES = 24

/**
 * Seals bytes with XChaCha20-Poly1305; the nonce stands before them.
 *
 * The label says what they are and whose: what was sealed under another label does not open.
 */
export function seal(key: Uint8Array, label: string, clear: Uint8Array, nonce: Uint8Array): Uint8Array {
  const sealed = xchacha20poly1305(key, nonce, new TextEncoder().encode(label)).encrypt(clear)
  const whole = new Uint8Array(nonce.length + sealed.length)
  whole.set(nonce)
  whole.set(sealed, nonce.length)
  return whole
}

/** Undefined for bytes that were not sealed with this key and label, or were changed on the way. */
export function unseal(key: Uint8Array, label: string, whole: Uint8Array): Uint8Array | undefined {
  if (whole.length < NONCE_BYTES + TAG_BYTES) return undefined
  try {
    return xchacha20poly1305(key, whole.subarray(0, NONCE_BYTES), new TextEncoder().encode(label)).decrypt(whole.subarray(NONCE_BYTES))
  } catch (error) {
    // The library says "invalid tag" by throwing; nothing else can fail on bytes of these lengths.
    if (error instanceof Error) return undefined
    throw error
  }
}

const TAG_BYTES = 16
