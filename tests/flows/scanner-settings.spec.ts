import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ScannersView, ScanTray } from '../../shared/bridge/scanning-api.ts'
import { jpegSheets } from '../builders/jpeg-sheets.ts'
import { axeFindings } from '../builders/axe-findings.ts'
import { openEsclDevice, type EsclDevice } from '../fakes/escl-device.ts'
import { launchApp, type RunningApp } from '../faults/app.ts'
import { firstStart, signIn } from '../faults/clerk.ts'

const folder = mkdtempSync(join(tmpdir(), 'scanner-settings-'))
const data = join(folder, 'data')
const out = 'test-results/scanner-settings'
let device: EsclDevice
let app: RunningApp

test.beforeAll(async () => {
  device = await openEsclDevice({ sheets: await jpegSheets(1, 200) })
  app = await launchApp(data)
  await firstStart(app)
  await signIn(app)
})
test.afterAll(async () => {
  await app.close()
  await device.close()
  rmSync(folder, { recursive: true })
})

const ADDRESS = 'Địa chỉ máy quét trong mạng'

async function openSettings(): Promise<void> {
  await app.page.getByRole('button', { name: 'Thiết lập' }).focus()
  await app.page.keyboard.press('Enter')
  await app.page.getByLabel(ADDRESS).waitFor()
}

/** By Tab alone, as whoever has no mouse. */
async function tabTo(name: RegExp): Promise<void> {
  for (let press = 0; press < 60; press += 1) {
    const here = await app.page.evaluate(() => {
      const { activeElement } = document
      return activeElement instanceof HTMLInputElement ? activeElement.labels?.[0]?.innerText ?? '' : (activeElement as HTMLElement | null)?.innerText ?? ''
    })
    if (name.test(here)) return
    await app.page.keyboard.press('Tab')
  }
  throw new Error(`No way to ${String(name)} by Tab`)
}

test('a scanner is added by its address, tried with a page and remembered, all by keyboard', async () => {
  const { page } = app
  await openSettings()
  await tabTo(/Địa chỉ máy quét/)
  await page.keyboard.press('Enter')
  await page.getByText('Gõ địa chỉ của máy quét trước').waitFor()
  await page.keyboard.type('127.0.0.1:1')
  await page.keyboard.press('Enter')
  await page.getByText('Không có máy quét nào trả lời ở 127.0.0.1:1.').waitFor({ timeout: 60_000 })
  await page.screenshot({ path: `${out}/nobody-there.png` })

  await page.keyboard.press('Control+a')
  await page.keyboard.type(`127.0.0.1:${device.root.port}`)
  await page.keyboard.press('Enter')
  await page.getByText('Đã thấy và chọn Pretend Office 200.').waitFor({ timeout: 60_000 })
  await expect(page.getByRole('radio', { name: 'Pretend Office 200' })).toBeChecked()
  await page.getByRole('radio', { name: 'Pretend Office 200' }).focus()
  await tabTo(/khay, cả hai mặt/)
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('radio', { name: 'khay, một mặt' })).toBeChecked()

  await tabTo(/Quét thử một trang/)
  await page.keyboard.press('Enter')
  await page.getByText('Máy quét chạy được.').waitFor({ timeout: 60_000 })
  await page.waitForFunction(() => (document.querySelector<HTMLImageElement>('.tested img')?.naturalWidth ?? 0) > 0)
  await page.locator('.tested').scrollIntoViewIfNeeded()
  await page.screenshot({ path: `${out}/tested.png` })
  expect(await axeFindings(app)).toEqual([])
  await tabTo(/Bỏ trang thử/)
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await app.call<ScanTray>('scanning.tray')).pages.map(({ aside }) => aside)).toEqual(['taken-out'])

  await app.close()
  app = await launchApp(data)
  await signIn(app)
  const { chosen, scanners } = await app.call<ScannersView>('scanning.scanners')
  expect(chosen).toEqual({ scanner: scanners[0]?.id, source: 'feeder', resolution: 200, ownSettings: false })
  await openSettings()
  await expect(app.page.getByRole('radio', { name: 'Pretend Office 200' })).toBeChecked()
})

test('a test page without paper says what to do', async () => {
  const { page } = app
  await page.getByRole('button', { name: 'Quét thử một trang' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Khay máy quét chưa có giấy').waitFor({ timeout: 60_000 })
  await page.screenshot({ path: `${out}/no-paper.png` })
})
