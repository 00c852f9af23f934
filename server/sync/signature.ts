import { createPublicKey, verify } from 'node:crypto'

/** Whether a base64 Ed25519 signature over the text's UTF-8 bytes was made with the key of these 32 bytes, base64. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey, 'base64').toString('base64url') }, format: 'jwk' })
  return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64'))
}
