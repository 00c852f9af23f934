/** One errand at a time at each lender: a scan, or fetching what was left. */
export interface Visits {
  readonly isBusy: (device: string) => boolean
  /** Resolves when it is free; call what comes back when done. */
  readonly enter: (device: string) => Promise<() => void>
}

export function makeVisits(): Visits {
  const busy = new Map<string, Promise<undefined>>()
  return {
    isBusy: device => busy.has(device),
    enter: async device => {
      for (let other = busy.get(device); other !== undefined; other = busy.get(device)) await other
      const { promise, resolve } = Promise.withResolvers<undefined>()
      busy.set(device, promise)
      return () => {
        if (busy.get(device) === promise) busy.delete(device)
        resolve(undefined)
      }
    },
  }
}
