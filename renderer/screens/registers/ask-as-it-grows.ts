import { onMain } from '../../main-api.ts'

/**
 * Asks now and whenever something new is written; returns how to stop.
 *
 * One question at a time: when a day's lines come in from other desks, what came meanwhile is asked for once.
 */
export function askAsItGrows(askNow: () => Promise<void>): () => void {
  let [isAsking, isBehind, isOver] = [false, false, false]
  async function ask(): Promise<void> {
    isBehind = isAsking
    if (isAsking || isOver) return
    isAsking = true
    await askNow()
    isAsking = false
    if (isBehind) await ask()
  }
  void ask()
  const stop = onMain('journal.grew', () => { void ask() })
  return () => {
    isOver = true
    stop()
  }
}
