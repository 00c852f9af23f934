import { constants, setPriority } from 'node:os'

/** How a process ends that broke down over an error of ours: no signal and no decoder ends one so. */
export const OF_A_BUG = 70

/** Within a process that the program started: hears what it asks, one message after another. */
export function hearProgram<Wish>(listener: (wish: Wish) => void): void {
  process.on('uncaughtException', error => {
    process.stderr.write(`${error.stack ?? error.message}\n`)
    process.exit(OF_A_BUG)
  })
  const port = electronPort()
  if (port !== undefined) {
    port.on('message', ({ data }) => { listener(data as Wish) })
    return
  }
  process.on('message', wish => { listener(wish as Wish) })
  process.on('disconnect', () => { process.exit() })
}

export function tellProgram(message: unknown): void {
  const port = electronPort()
  if (port === undefined) process.send?.(message)
  else port.postMessage(message)
}

/** How an answer travels: one that says nothing must be told too. */
export interface Answered {
  readonly answer: unknown
}

/** Answers every wish once; what is thrown on the way ends the process. */
export function answerProgram<Wish, Answer>(answer: (wish: Wish) => Promise<Answer>): void {
  hearProgram<Wish>(wish => { void answer(wish).then(told => { tellProgram({ answer: told } satisfies Answered) }) })
}

/** The clerk is typing next door. */
export function stepBack(): void {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
}

interface Port {
  readonly on: (event: 'message', listener: (message: { readonly data: unknown }) => void) => unknown
  readonly postMessage: (message: unknown) => void
}

function electronPort(): Port | undefined {
  return (process as { readonly parentPort?: Port }).parentPort
}
