import { expect, test } from '@playwright/test'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSpool } from '../../main/scanning/lending/spool.ts'
import type { Result } from '../../shared/base/result.ts'
import type { ScannersView, ScannerView, ScanTray } from '../../shared/bridge/scanning-api.ts'
import { startCityProcess, type CityProcess } from '../builders/city-process.ts'
import { prepareDesks } from '../builders/enrolled-desks.ts'
import { makePage } from '../builders/made-pages.ts'
import { jpegSheets } from '../builders/jpeg-sheets.ts'
import { fillFeeder } from '../builders/scan-stack.ts'
import { launchApp, type RunningApp } from '../faults/app.ts'
import { signIn } from '../faults/clerk.ts'
import { openTcpProxy, type TcpProxy } from '../faults/tcp-proxy.ts'

const folder = mkdtempSync(join(tmpdir(), 'lent-scanner-'))
const feeder = join(folder, 'feeder')
const ADMINISTRATOR = { signInName: 'quantri', password: 'mật khẩu dài để thử 1' } as const
let proxy: TcpProxy
let city: CityProcess
let lender: RunningApp
let desk: RunningApp

test.beforeAll(async () => {
  proxy = await openTcpProxy(1)
  const data = join(folder, 'city')
  const [one = '', two = ''] = await prepareDesks({ data, address: proxy.address, unit: '31120', desks: ['Quầy 1', 'Quầy 2'] })
  city = await startCityProcess({ data, address: proxy.address, administrator: ADMINISTRATOR })
  proxy.toPort(city.port)
  lender = await launchApp(join(folder, 'one'), [`--enrol=${one}`, `--scanner=${feeder}`])
  desk = await launchApp(join(folder, 'two'), [`--enrol=${two}`])
  for (const app of [lender, desk]) {
    await expect.poll(() => app.call('office.view'), { timeout: 60_000 }).not.toBe(null)
    await signIn(app)
  }
})
test.afterAll(async () => {
  await Promise.all([lender.close(), desk.close()])
  await city.stop()
  await proxy.close()
  rmSync(folder, { recursive: true })
})

test('a desk without a scanner scans on the one of another desk, and no page stays behind', async () => {
  await lender.call('scanning.lookForScanners')
  const { scanners: [own] } = await lender.call<ScannersView>('scanning.scanners')
  await lender.call('scanning.choose', { scanner: own?.id, source: 'feeder', resolution: 200, ownSettings: false })
  expect(await lender.call('scanning.lend', true)).toEqual({ ok: true, value: null })
  const { port } = JSON.parse(readFileSync(join(folder, 'one', 'lent', 'settings.json'), 'utf8')) as { port: number }

  // Each learns from the city's letterbox that the other belongs to the unit.
  let lent: ScannerView | undefined
  await expect.poll(async () => {
    await Promise.all([lender, desk].map(app => app.call('sync.sendNow')))
    const found = await desk.call<Result<ScannerView>>('scanning.addByAddress', `127.0.0.1:${String(port)}`)
    lent = found.ok ? found.value : undefined
    return found.ok ? found.value.lentBy : found.problem.code
  }, { timeout: 60_000 }).toBe('Quầy 1')

  await desk.call('scanning.choose', { scanner: lent?.id, source: 'feeder', resolution: 200, ownSettings: false })
  await fillFeeder(feeder, 1, [makePage('form', 1), makePage('letter', 2), makePage('table', 3)])
  expect(await desk.call('scanning.start', { into: null, goOn: null, instead: null })).toEqual({ ok: true, value: null })
  await expect.poll(async () => {
    const { run, pages } = await desk.call<ScanTray>('scanning.tray')
    return [run.state, ...pages.map(({ sheet, state }) => `${String(sheet)} ${state}`)]
  }, { timeout: 90_000 }).toEqual(['none', '1 ready', '2 ready', '3 ready'])
  expect((await lender.call<ScanTray>('scanning.tray')).pages).toEqual([])
  await expect.poll(() => readdirSync(join(folder, 'one', 'lent'))).toEqual(['settings.json'])
})

test('what the city publishes on its page holds at a desk, and the desk shows it with the day', async () => {
  const { page } = desk
  await page.getByRole('button', { name: 'Thiết lập' }).press('Enter')
  await page.waitForSelector('[role="tab"]')
  await page.keyboard.press('Control+5')
  const row = (name: string) => page.locator('#part-published tr', { hasText: name })
  await row('Các liên biên lai').getByText('Theo bản trong chương trình').waitFor()
  await row('Thời hạn sau khi bổ sung').getByText('Tính lại từ đầu').waitFor()

  await publish({ supplementPolicy: 'resume', receiptParts: ['Liên 1: Lưu', 'Liên 2: Giao người nộp'] })
  await desk.call('sync.sendNow')
  await row('Các liên biên lai').getByText('Liên 1: Lưu; Liên 2: Giao người nộp').waitFor()
  await row('Thời hạn sau khi bổ sung').getByText('Chạy tiếp phần còn lại').waitFor()
  expect(await row('Các liên biên lai').getByText(/^Thành phố đặt, /).count()).toBe(1)
  await page.screenshot({ path: 'test-results/lent-scanner/published.png' })
})

test('pages of a desk that never came back are told at the scanner, and come into its own tray', async () => {
  await lender.close()
  const spool = await openSpool(join(folder, 'one'))
  const run = '0123456789abcdef0123456789abcdef'
  await spool.begin({ run, device: 'pc-gone', desk: 'Quầy 7', batch: 'stack', at: '2026-11-24T07:05:00.000Z' })
  for (const bytes of await jpegSheets(2, 200)) await spool.keep(run, { bytes, dpi: 200, side: 'front', isPhoto: false })
  await spool.end(run, { reason: 'stack-empty' })
  lender = await launchApp(join(folder, 'one'), [`--scanner=${feeder}`])
  await signIn(lender)
  const { page } = lender
  await page.keyboard.press('Alt+4')
  await page.getByText('Quầy 7 chưa lấy về 2 trang, quét ở máy này lúc 14:05 ngày 24/11/2026.').waitFor()
  await page.screenshot({ path: 'test-results/lent-scanner/left-here.png' })
  await page.getByRole('button', { name: 'Chuyển vào khay này' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Đã chuyển các trang của Quầy 7 vào khay này.').waitFor()
  await expect.poll(async () => (await lender.call<ScanTray>('scanning.tray')).pages.map(({ state, scanner }) => `${scanner} ${state}`), { timeout: 60_000 })
    .toEqual(['Quầy 7 ready', 'Quầy 7 ready'])
  await expect(page.getByRole('button', { name: 'Chuyển vào khay này' })).toHaveCount(0)
  expect(readdirSync(join(folder, 'one', 'lent'))).toEqual(['settings.json'])
})

/** As the administrator does in a browser: signs in, and sends the form of the page. */
async function publish(settings: object): Promise<void> {
  const send = (path: string, form: Readonly<Record<string, string>>, cookie = ''): Promise<Response> =>
    fetch(city.address + path, { method: 'POST', body: new URLSearchParams(form), headers: { cookie }, redirect: 'manual' })
  const signedIn = await send('/sign-in', { name: ADMINISTRATOR.signInName, password: ADMINISTRATOR.password })
  const cookie = signedIn.headers.getSetCookie().map(line => line.split(';')[0] ?? '').join('; ')
  const shown = await fetch(`${city.address}/publish`, { headers: { cookie } }).then(answer => answer.text())
  const csrf = /name="csrf" value="([0-9a-f]+)"/.exec(shown)?.[1] ?? ''
  const published = await send('/publish', { csrf, what: 'settings', text: JSON.stringify(settings) }, cookie)
  expect([signedIn.status, published.status, published.headers.get('location')]).toEqual([303, 303, '/publish'])
}
