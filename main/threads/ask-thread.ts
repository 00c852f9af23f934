import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'

/** One wish, one answer. Throws when the thread breaks down, ends, or says nothing for `patienceMs`. */
export async function askThread(worker: Worker, wish: unknown, patienceMs: number): Promise<unknown> {
  const over = new AbortController()
  const signal = AbortSignal.any([over.signal, AbortSignal.timeout(patienceMs)])
  const answered = once(worker, 'message', { signal })
  const ended = once(worker, 'exit', { signal }).then(() => { throw new Error('The thread ended without an answer') })
  try {
    worker.postMessage(wish)
    const [answer] = await Promise.race([answered, ended]) as [unknown]
    return answer
  } finally {
    over.abort()
    await Promise.allSettled([answered, ended])
  }
}
