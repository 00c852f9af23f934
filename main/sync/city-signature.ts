import { createPublicKey, verify } from 'node:crypto'
import { Value } from 'typebox/value'
import type { Act } from '../../shared/acts/act.ts'
import { CITY_BODIES } from '../../shared/offices/city-acts.ts'
import { confirmationText, withdrawnText } from '../../shared/sync/signed-texts.ts'

/** Whether the key (base64 of 32 bytes) signed the text's UTF-8 bytes; false also for what is no key or no signature. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const [key, signed] = [Buffer.from(publicKey, 'base64'), Buffer.from(signature, 'base64')]
  if (key.length !== 32 || signed.length !== 64) return false
  const known = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key.toString('base64url') }, format: 'jwk' })
  return verify(null, Buffer.from(text, 'utf8'), known, signed)
}

/** Whether a confirmation, or what takes one back, was signed by the city this PC pinned when it was enrolled (rule S8). */
export function isGenuineConfirmation(act: Act, cityKey: string | undefined): boolean {
  const textOf = act.kind === 'confirmation/withdrawn' ? withdrawnText : confirmationText
  if (cityKey === undefined || !Value.Check(CITY_BODIES['confirmation/given'], act.body)) return false
  const { unit, heads, pages, signature } = act.body
  return isSignedBy(cityKey, textOf({ unit, heads, pages }), signature)
}
