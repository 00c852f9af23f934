import { Bonjour, type Browser, type Service } from 'bonjour-service'
import type { Place } from './desk-places.ts'

/** Who offers a service to the desks on this network, by multicast DNS; a name there is a device's, never a person's. */
export interface Discovery {
  readonly publish: (device: string, port: number) => void
  readonly unpublish: () => Promise<void>
  /** Asks around again; answers come to `onSeen` in their own time. */
  readonly look: () => void
  readonly stop: () => Promise<void>
}

/** `type` names the service. */
export function openDiscovery(
  type: string, onSeen: (device: string, place: Place) => void, report: (error: unknown) => void,
): Discovery {
  // A PC without a network says so at every look; once is enough to know.
  let isTold = false
  const bonjour = new Bonjour({}, (error: unknown) => {
    if (!isTold) report(error)
    isTold = true
  })
  let browser: Browser | undefined
  let published: Service | undefined

  function seen({ name, port, addresses, referer }: Service): void {
    if (!DEVICE.test(name)) return
    const hosts = new Set([...(addresses ?? []).filter(address => !address.includes(':')), ...(referer === undefined ? [] : [referer.address])])
    for (const host of hosts) onSeen(name, { host, port })
  }

  return {
    publish: (device, port) => {
      if (published !== undefined) return
      published = bonjour.publish({ name: device, type, port, probe: false, disableIPv6: true })
      published.on('error', report)
    },
    unpublish: async () => {
      const service = published
      published = undefined
      const stop = service?.stop as ((done: () => void) => void) | undefined
      if (stop !== undefined) await new Promise<void>(resolve => { stop(resolve) })
    },
    look: () => {
      if (browser !== undefined) return browser.update()
      browser = bonjour.find({ type })
      browser.on('up', seen)
      browser.on('srv-update', seen)
    },
    stop: async () => {
      browser?.stop()
      await new Promise<void>(resolve => { bonjour.unpublishAll(() => { resolve() }) })
      await new Promise<void>(resolve => { bonjour.destroy(() => { resolve() }) })
    },
  }
}

const DEVICE = /^[a-z0-9-]{4,40}$/
