import type { Verification } from './verify.ts'

/** What waits until somebody needs the whole history, or until a start is surely over. */
export interface Gate {
  readonly opened: Promise<void>
  readonly open: () => void
}

/** A gate that opens by itself after so long. */
export function newGate(ms: number): Gate {
  let open: () => void = () => undefined
  const opened = new Promise<void>(resolve => {
    const timer = setTimeout(resolve, ms)
    open = () => {
      clearTimeout(timer)
      resolve()
    }
  })
  return { opened, open }
}

/** A verification that begins when the gate opens; stopped before, it never begins. */
export function verifyLater({ opened }: Gate, start: () => Verification): Verification {
  let isStopped = false
  let begun: Verification | undefined
  return {
    done: opened.then(() => {
      if (isStopped) throw new Error('Stopped')
      begun = start()
      return begun.done
    }),
    stop: async () => {
      isStopped = true
      await begun?.stop()
    },
  }
}
