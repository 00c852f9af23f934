import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import type { PinProof } from '../../shared/users/user.ts'

/** 32 MB and about 0.1 s a try on an office PC: dear for a guesser, unnoticed by a clerk (rule U2). */
const COST = 2 ** 15
const BLOCK = 8

/** Turns six digits into what may be kept: a salted scrypt sum. */
export async function provePin(pin: string): Promise<PinProof> {
  const salt = randomBytes(16)
  const hash = await derive(pin, salt, COST)
  return { algorithm: 'scrypt', cost: COST, salt: salt.toString('hex'), hash: hash.toString('hex') }
}

/** Whether these digits are the ones the proof was made from. */
export async function isPin(pin: string, proof: PinProof): Promise<boolean> {
  const hash = await derive(pin, Buffer.from(proof.salt, 'hex'), proof.cost)
  return timingSafeEqual(hash, Buffer.from(proof.hash, 'hex'))
}

function derive(pin: string, salt: Buffer, cost: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, 32, { N: cost, r: BLOCK, p: 1, maxmem: 256 * cost * BLOCK }, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
