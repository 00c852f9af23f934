import type { MainApi } from '../shared/bridge/main-api.ts'
import type { MainEvent, MainEvents } from '../shared/bridge/main-events.ts'

/** The two things the preload lets through (main/preload.ts). */
interface Keyhole {
  call(channel: string, args: readonly unknown[]): Promise<unknown>
  /** Listens until the returned function is called. */
  on(event: string, listen: (facts: never) => void): () => void
}

declare global {
  interface Window {
    readonly keyhole: Keyhole
  }
}

/** The machine, as the window sees it: `main.desk.do(…)`. */
export const main = new Proxy({}, { get: (_, name) => service(String(name)) }) as MainApi

/** Listens to what main tells without being asked; the answer stops listening. */
export function onMain<E extends MainEvent>(event: E, listen: (facts: MainEvents[E]) => void): () => void {
  return window.keyhole.on(event, listen)
}

function service(name: string): object {
  return new Proxy({}, { get: (_, method) => (...args: unknown[]) => window.keyhole.call(`${name}.${String(method)}`, args) })
}
