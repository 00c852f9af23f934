import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { sandboxArguments } from '../electron.ts'
import { ADMINISTRATOR } from '../city/first-password.ts'
import { UNIT, type DayOffice } from './office.ts'

const CHROMIUM = '/usr/bin/chromium'
const MONTH = '2026-11'

/** The figures of the rehearsed month as the city counts them, in the order of the report's columns; undefined where no such browser is. */
export type CityFigures = readonly number[] | undefined

/** Signs in at the city's pages as its administrator, takes a picture of the overview and reads what it counts of the unit. */
export async function readCityPages({ city, password }: DayOffice, folder: string): Promise<CityFigures> {
  if (!existsSync(CHROMIUM)) return undefined
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: [...sandboxArguments()] })
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    const answer = await page.goto(city().address)
    if (answer?.ok() !== true) throw new Error('The city does not answer a browser')
    await page.locator('input:not([type="hidden"]):not([type="password"])').first().fill(ADMINISTRATOR)
    await page.locator('input[type="password"]').fill(password)
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    await page.waitForSelector('.tiles', { timeout: 30_000 })
    await page.screenshot({ path: join(folder, '90-city-overview.png'), fullPage: true })
    await page.goto(`${city().address}/units/${UNIT}/figures?month=${MONTH}`)
    await page.screenshot({ path: join(folder, '91-city-figures.png'), fullPage: true })
    const counted = page.locator('tr', { has: page.locator('th[scope="row"]') }).first().locator('td')
    return (await counted.allInnerTexts()).map(text => Number(text.replace(/\D/g, '')))
  } finally {
    await browser.close()
  }
}
