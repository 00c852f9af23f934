import type { Page } from 'playwright-core'

/** After a key press that changes no row, this long and then the next one. */
const NOTHING_MS = 1_000
/** Slower than any card reader types. */
const BETWEEN_KEYS_MS = 60

/**
 * Types a question into a field and measures its last key: from the moment the system had the press until its rows were painted.
 *
 * A last key that changes no row has nothing to paint and is left out.
 */
export async function typeAndTime(page: Page, field: string, text: string): Promise<readonly number[]> {
  await page.focus(field)
  await page.keyboard.press('Control+A')
  const cleared = nextPaint(page, field)
  await page.keyboard.press('Backspace')
  await cleared
  const settled = nextPaint(page, field)
  await page.keyboard.type(text.slice(0, -1), { delay: BETWEEN_KEYS_MS })
  await settled
  await rest(page)
  const painted = nextPaint(page, field)
  await page.keyboard.type(text.slice(-1))
  const ms = await painted
  return ms === null ? [] : [ms]
}

/** Presses one key in a field and measures it the same way; null where no row changed. */
export async function pressAndTime(page: Page, field: string, key: string): Promise<number | null> {
  await page.focus(field)
  await rest(page)
  const painted = nextPaint(page, field)
  await page.keyboard.press(key)
  return painted
}

/** A hand goes to its next key, and nothing of the last answer is left to be drawn: it would be taken for the next one. */
async function rest(page: Page): Promise<void> {
  await page.waitForTimeout(BETWEEN_KEYS_MS)
  await page.evaluate(() => new Promise(resolve => { requestIdleCallback(resolve) }))
}

function nextPaint(page: Page, field: string): Promise<number | null> {
  return page.evaluate(([selector, limit]) => new Promise<number | null>(resolve => {
    let pressedAt: number | undefined
    const isRow = ({ target, addedNodes }: MutationRecord): boolean =>
      (target instanceof Element ? target : target.parentElement)?.closest('tbody') != null ||
      [...addedNodes].some(node => node instanceof Element && node.matches('.rows, .empty'))
    const observer = new MutationObserver(changes => {
      if (pressedAt === undefined || !changes.some(isRow)) return
      observer.disconnect()
      // A message sent in the last moment before a frame arrives right after it was painted.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => { resolve(performance.now() - (pressedAt ?? 0)) }
        port2.postMessage(null)
      })
    })
    observer.observe(document.body, { childList: true, subtree: true, characterData: true })
    document.querySelector(selector)?.addEventListener('keydown', event => { pressedAt = event.timeStamp }, { once: true, capture: true })
    setTimeout(() => {
      observer.disconnect()
      resolve(null)
    }, limit)
  }), [field, NOTHING_MS] as const)
}
