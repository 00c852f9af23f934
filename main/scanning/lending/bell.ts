/** Wakes whoever waits for something to have changed. */
export interface Bell {
  readonly ring: () => void
  /** Resolves at the next ring; taken before one looks, it misses nothing. */
  readonly heard: () => Promise<void>
}

export function makeBell(): Bell {
  let next = Promise.withResolvers<undefined>()
  return {
    ring: () => {
      next.resolve(undefined)
      next = Promise.withResolvers()
    },
    heard: () => next.promise,
  }
}
