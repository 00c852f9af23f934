import type { OwnProcess } from './own-process.ts'
import type { Answered } from './parent.ts'

/** One wish, one answer. Throws when the process breaks down, ends, or says nothing for `patienceMs`. */
export async function askProcess(asked: OwnProcess, wish: unknown, patienceMs: number): Promise<unknown> {
  const answer = Promise.withResolvers<unknown>()
  const unhear = asked.hear(message => { answer.resolve((message as Answered).answer) })
  const watch = setTimeout(() => { answer.reject(new Error('The process gave no answer')) }, patienceMs)
  void asked.ended.then(({ said }) => { answer.reject(new Error('The process ended without an answer', { cause: said })) })
  asked.awaited(true)
  asked.tell(wish)
  try {
    return await answer.promise
  } finally {
    asked.awaited(false)
    clearTimeout(watch)
    unhear()
  }
}
