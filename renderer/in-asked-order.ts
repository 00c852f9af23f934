/** The answers of a question that is asked again and again, in the order they were asked for. */
export interface AskedOrder {
  /**
   * Asks, and shows the answer unless one that was asked for later is already shown. A question that fails rejects, and holds nothing up.
   */
  readonly ask: <T>(question: () => Promise<T>, show: (answer: T) => void) => Promise<void>
  /** Something is known better here: every answer that is still on its way comes too late. */
  readonly outdate: () => void
}

/** Answers may overtake each other on their way; an older one would show what was. */
export function inAskedOrder(): AskedOrder {
  let [asked, shown] = [0, 0]
  return {
    ask: async (question, show) => {
      const mine = asked += 1
      const answer = await question()
      if (mine < shown) return
      shown = mine
      show(answer)
    },
    outdate: () => { shown = asked += 1 },
  }
}
