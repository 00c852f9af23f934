import type { Page } from 'playwright-core'
import type { Hand } from './hand.ts'

/** Finds a dossier by the last digits of its code and opens its page, by keyboard. */
export async function openDossier(page: Page, hand: Hand, code: string): Promise<void> {
  await hand.press('F3')
  await hand.type(code.slice(-4))
  await hand.press('Enter')
  await page.waitForSelector('.results table')
  await page.waitForFunction(() => document.activeElement?.closest('table') !== null)
  await hand.press('Enter')
  await page.waitForFunction(wanted => {
    const main = document.querySelector<HTMLElement>('main')
    return main?.querySelector('.do') != null && main.innerText.includes(wanted)
  }, code.slice(-11))
}

/** What a step is called on the page: its button, and what is said once it is written. */
export interface NamedStep { readonly action: string, readonly said: string }

/** Takes one step on the open page: its button, its fields, F9; resolves when the screen says that it is written. */
export async function takeStep(
  page: Page, hand: Hand, { action, said }: NamedStep, fill: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await tabTo(page, hand, action)
  await hand.press('Enter')
  await page.waitForSelector('.act-form')
  await fill()
  await hand.press('F9')
  await page.locator('main', { hasText: said }).waitFor()
}

/** Writes into fields of the open form by their labels, in their order; what holds text already is left as it is. */
export async function fillIn(page: Page, hand: Hand, typed: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(typed)) {
    await tabTo(page, hand, label)
    if (await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value ?? '') === '') await hand.type(text)
  }
}

/** Tab until the cursor stands on a button, or in a field whose label begins so. */
export async function tabTo(page: Page, hand: Hand, name: string): Promise<void> {
  for (let tab = 0; tab < 120; tab += 1) {
    const here = await page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement | null
      return at === null ? '' : (at.labels?.[0] ?? at).innerText
    })
    if (here.trim().startsWith(name)) return
    await hand.press('Tab')
  }
  throw new Error(`Nothing called ${name} by keyboard`)
}
