import { scrypt, timingSafeEqual } from 'node:crypto'
import { bytesToHex } from '../../shared/base/id.ts'
import type { PinProof } from '../../shared/users/user.ts'
import type { City } from '../city.ts'

/** The cost of a desk's PIN too, so that one is checked like the other (rule U2). */
const COST = 2 ** 15
const BLOCK = 8

/** Turns a PIN or a password into what may be kept: a salted scrypt sum. */
export async function proveSecret(secret: string, randomBytes: City['randomBytes']): Promise<PinProof> {
  const salt = Buffer.from(randomBytes(16))
  const hash = await derive(secret, salt, COST)
  return { algorithm: 'scrypt', cost: COST, salt: salt.toString('hex'), hash: bytesToHex(hash) }
}

/** Whether this is what the proof was made from. */
export async function isSecret(secret: string, proof: PinProof): Promise<boolean> {
  return timingSafeEqual(await derive(secret, Buffer.from(proof.salt, 'hex'), proof.cost), Buffer.from(proof.hash, 'hex'))
}

/** As costly as a check, with no answer: so that an unknown name takes as long as a wrong password. */
export async function spendACheck(secret: string): Promise<void> {
  await derive(secret, Buffer.alloc(16), COST)
}

function derive(secret: string, salt: Buffer, cost: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { N: cost, r: BLOCK, p: 1, maxmem: 256 * cost * BLOCK }
    scrypt(secret, salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
