import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { networkInterfaces } from 'node:os'

/**
 * The IPv4 addresses of this PC on the office network, likeliest first; none when there is no network.
 *
 * Only addresses that no one outside can reach (RFC 1918): a public one would open the door to the world.
 */
export async function officeAddresses(): Promise<readonly string[]> {
  const own = Object.entries(networkInterfaces()).flatMap(([name, addresses = []]) =>
    addresses.filter(({ family, internal, address }) => family === 'IPv4' && !internal && isOfOffice(address)).map(({ address }) => ({ name, address })))
  const routed = await routedAddress()
  const rank = ({ name, address }: { readonly name: string; readonly address: string }): number =>
    address === routed ? 0 : VIRTUAL.test(name) ? 2 : 1
  return own.sort((a, b) => rank(a) - rank(b)).map(({ address }) => address)
}

/** RFC 1918. */
export function isOfOffice(address: string): boolean {
  return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(address)
}

/** Bridges of virtual machines and tunnels, which no phone in the room can reach. */
const VIRTUAL = /docker|veth|br-|virbr|vmnet|vmware|virtualbox|vboxnet|hyper-v|vethernet|wsl|tailscale|wg\d|tun\d|tap\d|zerotier/i

/** A documentation address (RFC 5737): connecting a datagram socket asks the routing table and sends nothing. */
const ANYWHERE = '192.0.2.1'

async function routedAddress(): Promise<string | undefined> {
  const socket = createSocket('udp4')
  try {
    socket.connect(9, ANYWHERE)
    await once(socket, 'connect')
    return socket.address().address
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return undefined
  } finally {
    socket.close()
  }
}
