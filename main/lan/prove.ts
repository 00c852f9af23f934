import type { TLSSocket } from 'node:tls'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import type { DeviceKey } from '../sealing/device-key.ts'
import { isSignedBy } from '../sync/city-signature.ts'
import type { Channel } from './channel.ts'
import type { Peer } from './peers.ts'

/** What each side says first. */
const Proof = Type.Object({
  v: Type.Literal(1),
  device: Type.String({ pattern: '^[a-z0-9-]{4,40}$' }),
  signature: Type.String({ minLength: 88, maxLength: 88 }),
})
type Proof = Static<typeof Proof>

/** Which end of the line: the proof of one is none for the other. */
export type Role = 'desk' | 'lender'

/**
 * Signs what only the two ends of this one TLS session can know (RFC 9266), so a proof is worth nothing on any other line:
 * neither played again, nor carried on by somebody in between.
 */
export function makeProof(socket: TLSSocket, role: Role, key: DeviceKey): Proof {
  return { v: 1, device: key.device, signature: key.sign(proofText(socket, role, key.device)) }
}

/** Who the other end is, if it is one of the unit's devices; undefined for a stranger or a closed line. */
export async function readProof(socket: TLSSocket, channel: Channel, role: Role, peers: readonly Peer[]): Promise<Peer | undefined> {
  const said = (await channel.next())?.head
  if (!Value.Check(Proof, said)) return undefined
  const peer = peers.find(({ device }) => device === said.device)
  return peer !== undefined && isSignedBy(peer.publicKey, proofText(socket, role, peer.device), said.signature) ? peer : undefined
}

function proofText(socket: TLSSocket, role: Role, device: string): string {
  const binding = socket.exportKeyingMaterial(32, 'EXPORTER-Channel-Binding', Buffer.alloc(0))
  return `motcua-scan 1 ${role} ${device} ${binding.toString('hex')}`
}
