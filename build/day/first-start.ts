import type { Page } from 'playwright-core'
import type { Hand } from './hand.ts'

/** Who works at the rehearsed desk; the second one is the clerk of the day. */
export const DAY_STAFF = [
  { name: 'Huỳnh Văn Đức', pin: '482915' },
  { name: 'Nguyễn Thị Ẩm', pin: '730264' },
] as const

/** First start by keyboard, without a city: the unit, its first desk, a director and a clerk. */
export async function openUnitByKeyboard(page: Page, hand: Hand): Promise<void> {
  await page.waitForSelector('.enrol-start')
  await hand.press('F8')
  await page.waitForSelector('.first-start')
  await hand.type('cai rang')
  await page.waitForSelector('[role="option"]')
  await hand.press('Enter')
  await goToLabel(page, hand, 'Họ và tên')
  for (const { name, pin } of DAY_STAFF) {
    await hand.type(name)
    await hand.press('Tab')
    await hand.type(pin)
    await hand.press('Tab')
    await hand.type(pin)
    await hand.press('Tab')
    if (name !== DAY_STAFF.at(-1)?.name) await goToLabel(page, hand, 'Họ và tên')
  }
}

/** Signs in the n-th name of the screen. */
export async function signInByKeyboard(page: Page, hand: Hand, place: 1 | 2): Promise<void> {
  await page.waitForSelector('[role="radio"]')
  await hand.press(`Alt+${String(place)}`)
  await hand.type(DAY_STAFF[place - 1]?.pin ?? '')
  await page.waitForSelector('nav')
}

/** Tab until the field with this label has the cursor. */
async function goToLabel(page: Page, hand: Hand, label: string): Promise<void> {
  for (let tab = 0; tab < 40; tab += 1) {
    const here = await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.innerText ?? '')
    if (here.startsWith(label)) return
    await hand.press('Tab')
  }
  throw new Error(`No field ${label} by keyboard`)
}
