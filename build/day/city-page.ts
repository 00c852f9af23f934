import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { sandboxArguments } from '../electron.ts'
import { ADMINISTRATOR } from '../city/first-password.ts'
import type { DayOffice } from './office.ts'

const CHROMIUM = '/usr/bin/chromium'

/** Signs in at the city's pages as its administrator and takes a picture of the overview; false where no such browser is. */
export async function photographOverview({ city, password }: DayOffice, folder: string): Promise<boolean> {
  if (!existsSync(CHROMIUM)) return false
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: [...sandboxArguments()] })
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    const answer = await page.goto(city().address)
    if (answer?.ok() !== true) return false
    await page.locator('input:not([type="hidden"]):not([type="password"])').first().fill(ADMINISTRATOR)
    await page.locator('input[type="password"]').fill(password)
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    await page.waitForSelector('.tiles', { timeout: 30_000 })
    await page.screenshot({ path: join(folder, '90-city-overview.png'), fullPage: true })
    return true
  } finally {
    await browser.close()
  }
}
