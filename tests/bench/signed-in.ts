import type { Page } from 'playwright-core'
import { FOLDER_PIN } from '../builders/data-folder.ts'

/** Signs in whoever works in a folder made for benches. */
export async function signInToFolder(page: Page): Promise<void> {
  await page.waitForSelector('[role="radio"]')
  await page.keyboard.press('Alt+1')
  await page.keyboard.type(FOLDER_PIN, { delay: 40 })
  await page.waitForSelector('nav')
}
