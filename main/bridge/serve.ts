import { failure, type Problem } from '../../shared/base/result.ts'
import type { MainApi } from '../../shared/bridge/main-api.ts'

/** The part of Electron's ipcMain that answers calls. */
export interface Ipc {
  handle(channel: string, answer: (event: CallEvent, ...args: unknown[]) => unknown): void
}

export interface CallEvent {
  readonly senderFrame: { readonly url: string } | null
}

export interface Guard {
  /** Whether a frame with this address is our own window. */
  readonly isOurs: (url: string) => boolean
  /** Writes a bug to the log and gives it the number that the screen shows. */
  readonly reportBug: (error: unknown) => number
}

/** Something in the program is wrong; the number finds it in the log. */
export interface Bug extends Problem {
  readonly code: 'program/failed'
  readonly number: number
}

/**
 * Answers every method of a service over IPC, for our own window only.
 *
 * A call from any other frame is refused before the service hears of it. A bug is caught here, logged with its stack and
 * answered as the problem `program/failed`, so that no stack ever reaches the screen.
 */
export function serve<N extends keyof MainApi>(ipc: Ipc, name: N, service: MainApi[N], guard: Guard): void {
  for (const [method, answer] of Object.entries(service) as [string, Answer][]) {
    const channel = `${name}.${method}`
    ipc.handle(channel, async (event, ...args) => {
      if (event.senderFrame === null || !guard.isOurs(event.senderFrame.url)) throw new Error(`${channel} called by a stranger`)
      try {
        return await answer(...args)
      } catch (error) {
        return failure<Bug>({ code: 'program/failed', number: guard.reportBug(error) })
      }
    })
  }
}

type Answer = (...args: unknown[]) => unknown
