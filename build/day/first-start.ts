import type { Page } from 'playwright-core'
import type { PracticePerson } from '../city/practice.ts'
import type { Hand } from './hand.ts'

/** Who works at the rehearsed office, by the city's list: who leads it, the clerks of its two desks, an officer, the registrar. */
export const DAY_STAFF = [
  { name: 'Huỳnh Văn Đức', roles: ['director', 'leader'], pin: '482915' },
  { name: 'Nguyễn Thị Ẩm', roles: ['clerk'], pin: '730264' },
  { name: 'Trần Văn Bảy', roles: ['clerk'], pin: '516038' },
  { name: 'Lê Thị Chín', roles: ['officer'], pin: '903517' },
  { name: 'Phạm Văn Mười', roles: ['registrar'], pin: '264805' },
] as const satisfies readonly PracticePerson[]

/** First start by keyboard with the code the city gave: no unit, no number, no address is typed. */
export async function enrolByKeyboard(page: Page, hand: Hand, code: string): Promise<void> {
  await page.waitForSelector('.enrol-start input')
  await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT')
  await hand.type(code)
}

/** First start by keyboard, without a city: the unit, its first desk, a director and a clerk. */
export async function openUnitByKeyboard(page: Page, hand: Hand): Promise<void> {
  await page.waitForSelector('.enrol-start')
  await hand.press('F8')
  await page.waitForSelector('.first-start')
  await hand.type('cai rang')
  await page.waitForSelector('[role="option"]')
  await hand.press('Enter')
  await goToLabel(page, hand, 'Họ và tên')
  for (const { name, pin } of ALONE) {
    await hand.type(name)
    await hand.press('Tab')
    await hand.type(pin)
    await hand.press('Tab')
    await hand.type(pin)
    await hand.press('Tab')
    if (name !== ALONE.at(-1)?.name) await goToLabel(page, hand, 'Họ và tên')
  }
}

export type NthOfStaff = 1 | 2 | 3 | 4 | 5

/** Signs in the n-th of the staff, wherever the screen lists that name. */
export async function signInByKeyboard(page: Page, hand: Hand, nth: NthOfStaff): Promise<void> {
  const { name, pin } = DAY_STAFF[nth - 1] ?? DAY_STAFF[0]
  await page.waitForSelector('[role="radio"]')
  const names = await page.locator('[role="radio"]').allInnerTexts()
  const place = names.findIndex(listed => listed.includes(name))
  if (place < 0) throw new Error('Nobody of that name may sign in here')
  await hand.press(`Alt+${String(place + 1)}`)
  await hand.type(pin)
  await page.waitForSelector('nav')
}

const ALONE = DAY_STAFF.slice(0, 2)

/** Tab until the field with this label has the cursor. */
async function goToLabel(page: Page, hand: Hand, label: string): Promise<void> {
  for (let tab = 0; tab < 40; tab += 1) {
    const here = await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.innerText ?? '')
    if (here.startsWith(label)) return
    await hand.press('Tab')
  }
  throw new Error(`No field ${label} by keyboard`)
}
