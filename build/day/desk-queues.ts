import type { Page } from 'playwright-core'
import type { DeskListId } from '../../renderer/store/desk-list.ts'
import { batchText } from '../../renderer/text/batch.ts'
import { desk } from '../../renderer/text/desk.ts'
import type { Hand } from './hand.ts'

/** Goes to a queue of the desk and marks so many rows of it, by keyboard. */
export async function markRows(page: Page, hand: Hand, list: DeskListId, count: number): Promise<void> {
  await hand.press('Alt+1')
  await page.waitForSelector('.tiles')
  const wanted = `${String(count)} ${desk.lists[list]}`
  const tiles = (): Promise<readonly string[]> =>
    page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.tile')].map(tile => tile.innerText.replace(/\s+/g, ' ').trim()))
  await page.waitForFunction(text => [...document.querySelectorAll<HTMLElement>('.tile')]
    .some(tile => tile.innerText.replace(/\s+/g, ' ').trim() === text), wanted)
    .catch(async () => { throw new Error(`The desk shows ${(await tiles()).join(', ')}, and not ${wanted}`) })
  await chooseQueue(page, hand, list)
  for (let row = 0; row < count; row += 1) {
    await hand.press('Space')
    if (row < count - 1) await hand.press('ArrowDown')
  }
  await page.getByText(batchText.marked(count)).waitFor()
}

/** Goes to the list of a queue, which has as many rows as its number says; how many. */
export async function openQueue(page: Page, hand: Hand, list: DeskListId): Promise<number> {
  await hand.press('Alt+1')
  await page.waitForSelector('.tiles')
  return chooseQueue(page, hand, list)
}

/** Goes to the row of one applicant in the list that stands open. */
export async function goToRow(page: Page, hand: Hand, name: string): Promise<void> {
  const isThere = (): Promise<boolean> => page.evaluate(wanted => document.activeElement?.closest('tr')?.innerText.includes(wanted) ?? false, name)
  for (let step = 0; step < 50 && !await isThere(); step += 1) await hand.press('ArrowDown')
  if (!await isThere()) throw new Error(`${name} is in no row by keyboard`)
}

async function chooseQueue(page: Page, hand: Hand, list: DeskListId): Promise<number> {
  await toPart(page, hand, '.tiles')
  const name = desk.lists[list]
  const tile = (): Promise<string> => page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? '')
  for (let step = 0; step < 20 && !(await tile()).endsWith(name); step += 1) await hand.press('ArrowRight')
  const count = Number.parseInt((await tile()).replaceAll('.', ''), 10)
  if (count === 0) return 0
  await page.waitForFunction(([wanted, rows]) => {
    const table = document.querySelector<HTMLTableElement>('main table.dossiers')
    return table?.caption?.innerText.startsWith(wanted) === true && table.tBodies[0]?.rows.length === rows
  }, [name, count] as const)
  await toPart(page, hand, 'table.dossiers')
  return count
}

/** Does one thing to all that is marked: the key opens the form, the same key again runs it; resolves with what is told. */
export async function runBatch(page: Page, hand: Hand, key: 'F9' | 'Shift+F9', done: string): Promise<string> {
  await hand.press(key)
  await page.waitForSelector('.batch-fields')
  await hand.press('F9')
  const told = page.locator('main [role="status"]', { hasText: done })
  await told.waitFor()
  return told.innerText()
}

async function toPart(page: Page, hand: Hand, selector: string): Promise<void> {
  for (let tab = 0; tab < 60; tab += 1) {
    if (await page.evaluate(wanted => document.activeElement?.closest(wanted) != null, selector)) return
    await hand.press('Tab')
  }
  throw new Error(`No way to ${selector} by keyboard`)
}

