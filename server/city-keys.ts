import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { access, link, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { CityKeys } from './city.ts'

/** The city's key from a PEM (PKCS #8, Ed25519). Throws on anything else. */
export function keysOf(pem: string): CityKeys {
  const key = createPrivateKey(pem)
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('The key of a city is an Ed25519 key')
  return { publicKey: rawPublicKey(key), sign: text => sign(null, Buffer.from(text, 'utf8'), key).toString('base64') }
}

/** The key kept in this file, made at the first start. Losing it makes every PC doubt the city: it is in every backup. */
export async function keptKeys(file: string): Promise<CityKeys> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  if (!await isThere(file)) await makeKey(file)
  return keysOf(await readFile(file, 'utf8'))
}

const RAW_BYTES = 32

function rawPublicKey(key: KeyObject): string {
  return createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-RAW_BYTES).toString('base64')
}

/** Whole or not there: written aside and flushed, then linked; of two processes that start at once the first one's key stands. */
async function makeKey(file: string): Promise<void> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const aside = `${file}.${String(process.pid)}`
  await writeFile(aside, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flush: true })
  await link(aside, file).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  })
  await rm(aside)
  const folder = await open(dirname(file))
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(() => true, () => false)
}
