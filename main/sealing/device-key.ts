import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { join } from 'node:path'
import { makeFolder, readIfThere, writeDurably } from '../journal/durable-file.ts'

/** The key a device proves itself with (rule J9). */
export interface DeviceKey {
  readonly device: string
  /** base64 of the 32 bytes. */
  readonly publicKey: string
  /** base64 of the Ed25519 signature over the text's UTF-8 bytes. */
  readonly sign: (text: string) => string
}

/** The key of this device name in `keys/`, made here at its first use; undefined for a name whose key is not here. */
export async function openDeviceKey(root: string, device: string): Promise<DeviceKey> {
  const kept = await findDeviceKey(root, device)
  if (kept !== undefined) return kept
  const { privateKey } = generateKeyPairSync('ed25519')
  await makeFolder(join(root, 'keys'))
  const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }))
  await writeDurably(keyFile(root, device), pem, KEY_MODE)
  return toKey(device, pem)
}

/** The key of a device whose folder this one goes on with, when it came along. */
export async function findDeviceKey(root: string, device: string): Promise<DeviceKey | undefined> {
  const pem = await readIfThere(keyFile(root, device))
  return pem === undefined ? undefined : toKey(device, pem)
}

/** Only whoever runs the program may read a key. */
const KEY_MODE = 0o600
const RAW_BYTES = 32

function toKey(device: string, pem: string): DeviceKey {
  const key = createPrivateKey(pem)
  return {
    device,
    publicKey: createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-RAW_BYTES).toString('base64'),
    sign: text => sign(null, Buffer.from(text, 'utf8'), key).toString('base64'),
  }
}

function keyFile(root: string, device: string): string {
  return join(root, 'keys', `${device}.key`)
}
