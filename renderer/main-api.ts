import type { MainApi } from '../shared/bridge/main-api.ts'
import type { MainEvent, MainEvents } from '../shared/bridge/main-events.ts'

/** The three things the preload lets through (main/preload.ts). */
interface Keyhole {
  call(channel: string, args: readonly unknown[]): Promise<unknown>
  /** Listens until the returned function is called. */
  on(event: string, listen: (facts: never) => void): () => void
  /** Where files lie that a person dropped onto the window. */
  pathsOf(files: readonly File[]): readonly string[]
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

/** Where files lie that a person dropped onto the window. */
export function pathsOf(files: readonly File[]): readonly string[] {
  return window.keyhole.pathsOf(files)
}

function service(name: string): object {
  return new Proxy({}, { get: (_, method) => (...args: unknown[]) => call(`${name}.${String(method)}`, args) })
}

/**
 * A bug in main comes back as the problem `program/failed` whatever was asked (main/bridge/serve.ts). Not every
 * answer is a Result, so it is thrown here, with its number in the log as the cause; `ask` makes it a problem again.
 */
async function call(channel: string, args: readonly unknown[]): Promise<unknown> {
  const answer = await window.keyhole.call(channel, args)
  if (isBug(answer)) throw new Error(`${channel} failed in main`, { cause: answer.problem.number })
  return answer
}

function isBug(answer: unknown): answer is { readonly problem: { readonly number: number } } {
  const { ok, problem } = (answer ?? {}) as { readonly ok?: unknown; readonly problem?: { readonly code?: unknown } }
  return ok === false && problem?.code === 'program/failed'
}
