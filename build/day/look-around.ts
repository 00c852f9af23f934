import type { Page } from 'playwright-core'
import type { Hand } from './hand.ts'

/** Walks through every other screen by keyboard and takes its picture. */
export async function lookAround(page: Page, hand: Hand, look: (page: Page, name: string) => Promise<void>, code: string): Promise<void> {
  await hand.press('Alt+1')
  await page.waitForSelector('main h1')
  await look(page, 'desk')
  await hand.press('F3')
  await hand.type(code.slice(-4))
  await hand.press('Enter')
  await page.waitForSelector('.results table')
  await page.waitForFunction(() => document.activeElement?.closest('table') !== null)
  await look(page, 'search')
  await hand.press('Enter')
  await page.waitForFunction(wanted => document.querySelector('main')?.innerText.includes(wanted) ?? false, code.slice(-11))
  await look(page, 'dossier')
  await goToPlace(page, hand, 'Thủ tục')
  await page.waitForSelector('.catalogue table')
  await look(page, 'catalogue')
  await goToPlace(page, hand, 'Thiết lập')
  await page.waitForSelector('.settings')
  await look(page, 'settings')
  await hand.press('F1')
  await look(page, 'help')
  await hand.press('F1')
  await hand.press('Alt+0')
  await page.waitForSelector('[role="radio"]')
  await look(page, 'locked')
}

/** Tab to the place's button at the left, Enter. */
async function goToPlace(page: Page, hand: Hand, name: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    const here = await page.evaluate(() => {
      const button = document.activeElement
      return button?.closest('nav') === null || button === null ? { inNav: false, text: '' } : { inNav: true, text: (button as HTMLElement).innerText }
    })
    if (here.inNav && here.text.startsWith(name)) {
      await hand.press('Enter')
      return
    }
    await hand.press(here.inNav ? 'ArrowDown' : 'Tab')
  }
  throw new Error(`No place ${name} by keyboard`)
}
