import { expect, test } from '@playwright/test'
import type { Page } from 'playwright-core'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openUnitByKeyboard, signInByKeyboard } from '../../build/day/first-start.ts'
import { handOn } from '../../build/day/hand.ts'
import { fillIntake } from '../../build/day/intake.ts'
import { practicePeople } from '../../shared/training/practice-people.ts'
import { launchApp, type RunningApp } from '../faults/app.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'accessible-'))
let app: RunningApp

test.beforeAll(async () => { app = await launchApp(folder) })
test.afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

interface Finding { readonly rule: string; readonly where: readonly string[] }

/** What axe finds on the screen as it is, at 100 % and at 200 %. */
async function findings(page: Page): Promise<readonly Finding[]> {
  const found: Finding[] = []
  for (const zoom of [1, 2]) {
    await app.call('program.setZoom', zoom)
    await page.waitForFunction(factor => Math.round(1366 / window.innerWidth) === factor, zoom)
    await page.evaluate(AXE)
    found.push(...await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
      const { violations } = await axe.run()
      return violations.map(({ id, nodes }) => ({ rule: id, where: nodes.map(node => node.html.slice(0, 160)) }))
    }))
    const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    if (isWider) found.push({ rule: `wider than the window at ${String(zoom * 100)} %`, where: [] })
  }
  await app.call('program.setZoom', 1)
  return found
}

test('nothing stands in the way of a reader or of large text, on any screen', async () => {
  const { page } = app
  const hand = handOn(page)
  const look = async (name: string): Promise<void> => { expect(await findings(page), name).toEqual([]) }

  await page.waitForSelector('h1')
  await look('enrolment')
  await openUnitByKeyboard(page, hand)
  await look('first start')
  await hand.press('F9')
  await page.waitForSelector('[role="radio"]')
  await look('sign-in')
  await signInByKeyboard(page, hand, 2)
  await look('desk')
  await hand.press('F2')
  await page.waitForSelector('[data-field="name"]')
  await look('intake, empty')
  const [person] = practicePeople(1, 3)
  if (person === undefined) throw new Error('Nobody was made')
  await fillIntake(page, hand, { person, letters: '1.013978', outcome: 'receive' })
  await look('intake, filled')
  await hand.press('F9')
  await page.locator('main .notice', { hasText: 'Đã lưu' }).waitFor()
  await look('intake, saved')
  await hand.press('Alt+1')
  await page.waitForSelector('.list tbody tr')
  await look('desk, with a dossier')
  await hand.press('Alt+9')
  await page.waitForSelector('.proof')
  await look('day close')
  await hand.press('Alt+6')
  await page.waitForSelector('.results tbody tr')
  await look('search')
  await page.locator('.results tbody tr').first().click()
  await page.waitForSelector('.dossier')
  await look('dossier')
  await page.getByRole('button', { name: 'Thủ tục' }).click()
  await page.waitForSelector('.catalogue tbody tr')
  await look('catalogue')
  const code = await page.locator('.catalogue tr.on td').last().innerText()
  await hand.press('F9')
  await page.waitForSelector('[data-field="procedure"]')
  await page.locator('[data-number="2"]', { hasText: code }).waitFor()
  await page.getByRole('button', { name: 'Thiết lập' }).click()
  await page.waitForSelector('.settings')
  await look('settings of a clerk')
  await hand.press('Alt+0')
  await page.waitForSelector('[role="radio"]')
  await signInByKeyboard(page, hand, 1)
  await page.getByRole('button', { name: 'Thiết lập' }).click()
  await page.waitForSelector('[role="tab"]')
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click()
    await look(`settings of the director: ${await tab.innerText()}`)
  }
  await page.getByRole('button', { name: 'Người dùng' }).click()
  await page.waitForSelector('.people-list')
  for (const part of await page.getByRole('tab').all()) {
    await part.click()
    await look(`people, of the director: ${await part.innerText()}`)
  }
  await hand.press('F8')
  await look('people: somebody new')
})

test('NGUYỄN THỊ ẨM is uncut in every field', async () => {
  const { page } = app
  const hand = handOn(page)
  await hand.press('F2')
  await page.waitForSelector('[data-field="name"]')
  const cut = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('input.in, select.in')]
    .filter(field => field.offsetParent !== null)
    .filter(field => {
      const { lineHeight, paddingTop, paddingBottom } = getComputedStyle(field)
      return Number.parseFloat(lineHeight) < field.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom) - 0.5
    })
    .map(field => field.outerHTML.slice(0, 120)))
  expect(cut).toEqual([])
})
