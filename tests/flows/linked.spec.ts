import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { handOn } from '../../build/day/hand.ts'
import { fillIntake } from '../../build/day/intake.ts'
import { practicePeople } from '../../shared/training/practice-people.ts'
import { axeFindings } from '../builders/axe-findings.ts'
import { openOffice, sitDown } from '../builders/staffed-office.ts'
import { launchApp, type RunningApp } from '../faults/app.ts'

const folder = mkdtempSync(join(tmpdir(), 'linked-'))
const out = 'test-results/linked'
let app: RunningApp

test.beforeAll(async () => {
  app = await launchApp(join(folder, 'data'))
  await openOffice(app)
})
test.afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

test('L1 linked procedures are received once, and the page of the dossier shows each part with who resolves it', async () => {
  const { page } = app
  const hand = handOn(page)
  const [person] = practicePeople(1, 4)
  if (person === undefined) throw new Error('Nobody was made')
  await sitDown(app.page, hand, 'counter')
  await hand.press('F2')
  await fillIntake(page, hand, { person, letters: '2.001023', outcome: 'receive' })
  await page.getByText('Một lần nhận cho: Đăng ký khai sinh; Cấp thẻ bảo hiểm y tế').waitFor()
  await hand.press('F9')
  await page.locator('main .notice', { hasText: 'Đã lưu' }).waitFor()
  await hand.press('Alt+6')
  // The index is a moment behind: what is first now need not be what was just saved.
  await page.locator('main tbody tr', { hasText: 'Liên thông' }).first().locator('.open').focus()
  await hand.press('Enter')
  await page.waitForSelector('.parts')
  expect(await page.locator('.parts tbody tr').count()).toBe(2)
  await page.locator('.parts tbody tr', { hasText: 'Bảo hiểm xã hội' }).getByText('Chờ đến lượt').waitFor()
  await page.screenshot({ path: `${out}/linked.png` })
  expect(await axeFindings(app)).toEqual([])
})

test('L9, L10 the birth of a linked dossier is laid before the leader, signed among many, and numbered while the insurance card waits', async () => {
  const { page } = app
  const hand = handOn(page)
  const main = page.locator('main')
  const said = async (words: string): Promise<void> => { await main.getByText(words).first().waitFor() }
  const step = async (label: RegExp): Promise<void> => {
    await hand.press(await main.getByRole('button', { name: label }).getAttribute('aria-keyshortcuts') ?? '')
    await page.waitForSelector('.act-form')
  }
  const openLinked = async (): Promise<void> => {
    await hand.press('Alt+6')
    await page.locator('main tbody tr', { hasText: 'Liên thông' }).first().locator('.open').focus()
    await hand.press('Enter')
    await page.waitForSelector('.parts')
  }
  const part = (row: number) => page.locator('.parts tbody tr').nth(row)
  await step(/^Chuyển xử lý/)
  await hand.press('F9')
  await said('Đã chuyển hồ sơ.')

  await sitDown(app.page, hand, 'officer')
  await openLinked()
  await step(/^Trình ký/)
  await page.screenshot({ path: `${out}/linked-submit.png` })
  expect(await axeFindings(app)).toEqual([])
  await hand.press('F9')
  await said('Đã trình ký.')
  await part(0).getByText('Đang trình ký').waitFor()

  await sitDown(app.page, hand, 'leader')
  await page.waitForFunction(() => document.activeElement?.classList.contains('open') === true)
  await hand.press('Space')
  await hand.press('F9')
  await page.waitForSelector('.batch-fields')
  await page.screenshot({ path: `${out}/linked-sign.png` })
  await hand.press('F9')
  await said('1 đã ký.')

  await sitDown(app.page, hand, 'officer')
  await openLinked()
  await part(0).getByText('chờ vào số').waitFor()
  await part(1).getByText('Đang giải quyết').waitFor()
  await hand.press('F9')
  await page.waitForSelector('.act-form')
  await hand.type('77/KS')
  await hand.press('F9')
  await said('Đã vào số')
  await part(0).getByText('số 77/KS').waitFor()
  await part(0).getByText('Trần Văn Dũng ký ngày').waitFor()
  await page.locator('.parts').scrollIntoViewIfNeeded()
  await page.screenshot({ path: `${out}/linked-numbered.png` })
  expect(await axeFindings(app)).toEqual([])
})
