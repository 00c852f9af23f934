import { generateKeyPairSync, sign } from 'node:crypto'
import type { DeviceKey } from '../sealing/device-key.ts'
import type { Patience } from './channel.ts'
import type { Peer } from './peers.ts'

export const QUICK: Patience = { beat: 200, silence: 1500, frame: 1000, proof: 500 }

export function makeKey(device: string): DeviceKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    device,
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64'),
    sign: text => sign(null, Buffer.from(text), privateKey).toString('base64'),
  }
}

export function peerOf({ device, publicKey }: DeviceKey): Peer {
  return { device, desk: `Quầy ${device}`, publicKey }
}
