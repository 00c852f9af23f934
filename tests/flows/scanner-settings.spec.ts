import { expect, test } from '@playwright/test'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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
  device = await openEsclDevice({ sheets: await jpegSheets(2, 200) })
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

test('the folder a scanner saves into is chosen, tried at its door, used at once, and remembered', async () => {
  const [theirs, photos] = [join(folder, 'may-quet'), await jpegSheets(2, 200)]
  mkdirSync(theirs)
  const choose = async (answer: string): Promise<void> => {
    await app.electron.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
    }, answer)
    await app.page.locator('.scanner-part').getByRole('button', { name: 'Chọn thư mục' }).focus()
    await app.page.keyboard.press('Enter')
  }
  const scannerPart = app.page.locator('.scanner-part')
  await choose(data)
  await scannerPart.getByText('nằm chung với sổ của chương trình').first().waitFor()
  await choose(theirs)
  await scannerPart.getByText('Đã đổi thư mục.').waitFor()
  await scannerPart.getByText('Đã đổi thư mục.').scrollIntoViewIfNeeded()
  await app.page.screenshot({ path: `${out}/folder.png` })
  expect(await axeFindings(app)).toEqual([])

  const { scanners, folder: watched } = await app.call<ScannersView>('scanning.scanners')
  expect(watched).toEqual({ path: theirs, isUsual: false })
  const own = scanners.find(({ driver }) => driver === 'folder')
  await app.call('scanning.choose', { scanner: own?.id, source: 'feeder', resolution: 200, ownSettings: false })
  // The place on the network goes away, and is back: the sentence goes by itself, and F5 goes on.
  rmSync(theirs, { recursive: true })
  await app.page.keyboard.press('Alt+4')
  await app.page.keyboard.press('F5')
  await app.page.getByText('Không liên lạc được với máy quét may-quet.').waitFor()
  mkdirSync(theirs)
  await app.page.getByText('Không liên lạc được với máy quét may-quet.').waitFor({ state: 'detached' })
  for (const [at, photo] of photos.entries()) writeFileSync(join(theirs, `${String(at + 1)}.jpg`), photo)
  await app.page.keyboard.press('F5')
  const run = async (): Promise<ScanTray['run']> => (await app.call<ScanTray>('scanning.tray')).run
  await expect.poll(run, { timeout: 30_000 }).toMatchObject({ state: 'running', sheets: 2 })
  rmSync(theirs, { recursive: true })
  await app.page.getByRole('button', { name: /Quét tiếp từ tờ 3/ }).waitFor()
  mkdirSync(theirs)
  await app.page.getByText('may-quet đã sẵn sàng trở lại. 2 tờ trước vẫn còn đủ.').waitFor()
  await app.page.screenshot({ path: `${out}/ready-again.png` })
  await app.call('scanning.stop')
  await app.call('scanning.choose', { scanner: scanners.find(({ driver }) => driver === 'escl')?.id, source: 'feeder', resolution: 200, ownSettings: false })
  expect((await app.call<ScannersView>('scanning.scanners')).folder.path).toBe(theirs)
  await openSettings()
})

test('a test page without paper says what to do', async () => {
  const { page } = app
  // The test before took one sheet and left the other.
  device.putRight([])
  await page.getByRole('button', { name: 'Quét thử một trang' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Khay máy quét chưa có giấy').waitFor({ timeout: 60_000 })
  await page.screenshot({ path: `${out}/no-paper.png` })
})
