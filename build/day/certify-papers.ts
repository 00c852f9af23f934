import type { Page } from 'playwright-core'
import type { Person } from '../../shared/people/person.ts'
import type { Hand } from './hand.ts'
import { cardText } from './intake.ts'

/** What two people bring to be certified, by the letters a clerk types; five papers in all. */
const BROUGHT = [['bang trung hoc', 'gk', 'cc'], ['gk', 'hbthp']] as const

/** Certifies five papers of two people in the express lane, by keyboard; the first names who signs. How many numbers were drawn. */
export async function certifyPapers(
  page: Page, hand: Hand, people: readonly Person[], look: (name: string) => Promise<void>,
): Promise<number> {
  await hand.press('F4')
  await page.waitForSelector('.who-line')
  let entered = 0
  for (const [nth, letters] of BROUGHT.entries()) {
    const person = people[nth]
    if (person === undefined) throw new Error('Nobody came to have papers certified')
    await hand.beep(cardText(person))
    for (const word of letters) {
      await hand.type(word)
      await page.waitForSelector('[role="option"]')
      await hand.press('Enter', 2)
      await hand.type('2')
      await hand.press('Enter')
    }
    await look(`certify-${String(letters.length)}-papers`)
    await hand.press('F9')
    if (nth === 0) await nameSigner(page, hand)
    const last = String(entered + letters.length).padStart(2, '0')
    await page.locator('main .notice', { hasText: new RegExp(`Đã vào sổ số \\d+ đến ${last} `) }).waitFor()
    await page.locator('main .notice', { hasText: /Đã in|lưu thành tệp/ }).waitFor()
    entered += letters.length
  }
  await look('certify-done')
  return entered
}

/** Asked once on a PC. */
async function nameSigner(page: Page, hand: Hand): Promise<void> {
  await page.waitForFunction(() => document.activeElement?.closest('[data-field="signerName"]') != null)
  await hand.type('Đặng Thị Lan')
  await hand.press('Enter')
  await hand.type('Phó Chủ tịch')
  await hand.press('F9')
}
