import type { Page } from 'playwright-core'

/** What must stand on the screen: an element, and if told, one whose text begins so or is no longer this one. */
export interface Awaited {
  readonly selector: string
  readonly begins?: string
  readonly differsFrom?: string
}

/** Milliseconds from what a person did, as the system had it, until what was awaited was painted; throws when that takes minutes. */
export async function untilPainted(page: Page, act: () => Promise<unknown>, awaited: Awaited): Promise<number> {
  // Input may overtake a script that was only sent, so the watch stands before anything is done.
  const watching = await page.evaluateHandle(watch, awaited)
  await act()
  const ms = await watching.evaluate(({ painted }) => painted)
  if (ms === null) throw new Error(`Never painted: ${JSON.stringify(awaited).slice(0, 200)}`)
  return ms
}

/** Runs in the window. */
function watch({ selector, begins, differsFrom }: Awaited): { readonly painted: Promise<number | null> } {
  const painted = new Promise<number | null>(resolve => {
    setTimeout(() => { resolve(null) }, 120_000)
    let begunAt: number | undefined
    const begin = (event: Event): void => {
      begunAt ??= event.timeStamp
      look()
    }
    const kinds = ['keydown', 'pointerdown', 'change'] as const
    for (const kind of kinds) document.addEventListener(kind, begin, { capture: true })
    const observer = new MutationObserver(() => { look() })
    observer.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true })

    function look(): void {
      const text = document.querySelector(selector)?.textContent
      const isThere = text !== undefined && text !== null && text !== differsFrom && (begins === undefined || text.startsWith(begins))
      if (begunAt === undefined || !isThere) return
      observer.disconnect()
      for (const kind of kinds) document.removeEventListener(kind, begin, { capture: true })
      // A message sent in the last moment before a frame arrives right after it was painted.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => { resolve(performance.now() - (begunAt ?? 0)) }
        port2.postMessage(null)
      })
    }
  })
  return { painted }
}
