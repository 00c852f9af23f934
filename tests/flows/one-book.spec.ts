import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { handOn } from '../../build/day/hand.ts'
import { cardText } from '../../build/day/intake.ts'
import type { Act } from '../../shared/acts/act.ts'
import type { Result } from '../../shared/base/result.ts'
import type { OfficeView } from '../../shared/bridge/main-api.ts'
import { practicePeople } from '../../shared/training/practice-people.ts'
import { axeFindings } from '../builders/axe-findings.ts'
import { toCertify } from '../builders/certifying-desk.ts'
import { startCityProcess, type CityProcess } from '../builders/city-process.ts'
import { prepareDesks } from '../builders/enrolled-desks.ts'
import { launchApp, type RunningApp } from '../faults/app.ts'
import { signIn } from '../faults/clerk.ts'
import { openTcpProxy, type TcpProxy } from '../faults/tcp-proxy.ts'

const folder = mkdtempSync(join(tmpdir(), 'one-book-'))
const shots = 'test-results/one-book'
let proxy: TcpProxy
let city: CityProcess
let keeper: RunningApp
let desk: RunningApp

test.beforeAll(async () => {
  proxy = await openTcpProxy(1)
  const data = join(folder, 'city')
  const [one = '', two = ''] = await prepareDesks({ data, address: proxy.address, unit: '31120', desks: ['Quầy 1', 'Quầy 2'] })
  city = await startCityProcess({ data, address: proxy.address })
  proxy.toPort(city.port)
  keeper = await launchApp(join(folder, 'one'), [`--enrol=${one}`])
  desk = await launchApp(join(folder, 'two'), [`--enrol=${two}`])
  for (const app of [keeper, desk]) {
    await expect.poll(() => app.call('office.view'), { timeout: 60_000 }).not.toBe(null)
    await signIn(app)
  }
})
test.afterAll(async () => {
  await Promise.all([keeper.close(), desk.close()])
  await city.stop()
  await proxy.close()
  rmSync(folder, { recursive: true })
})

test('one desk keeps the book for two; while it is away the other is told, and goes on in its own', async () => {
  const { page } = keeper
  await page.getByRole('button', { name: 'Thiết lập' }).press('Enter')
  await page.waitForSelector('[role="tab"]')
  await page.keyboard.press('Control+7')
  const choice = page.getByLabel('Một sổ chứng thực cho mọi quầy')
  await expect(choice).toBeFocused()
  await page.screenshot({ path: join(shots, 'nobody.png') })
  await choice.selectOption({ label: 'Quầy 1 (máy này)' })
  const address = page.getByLabel('Tên hoặc số mạng của máy giữ sổ')
  await address.fill('máy một')
  await page.getByText('Chỉ gồm chữ không dấu').waitFor()
  await address.fill('127.0.0.1')
  expect(await axeFindings(keeper)).toEqual([])
  await page.keyboard.press('F9')
  await page.getByText('Đã lưu. Các quầy biết ở lần gửi kế').waitFor()
  await page.screenshot({ path: join(shots, 'named.png') })

  await expect.poll(async () => {
    await Promise.all([keeper, desk].map(app => app.call('sync.sendNow')))
    const view = await desk.call<OfficeView>('office.view')
    return view.keeper.device === null ? '' : view.desks[view.keeper.device]
  }, { timeout: 60_000 }).toBe('Quầy 1')

  const year = String(new Date().getFullYear())
  const hand = handOn(desk.page)
  const said = (text: string) => desk.page.locator('main .notice', { hasText: text })
  const [first, second] = practicePeople(2, 7)
  if (first === undefined || second === undefined) throw new Error('Nobody was made')
  const typeVisit = async (person: typeof first): Promise<void> => {
    await hand.beep(cardText(person))
    await hand.type('gk')
    await desk.page.waitForSelector('[role="option"]')
    await hand.press('Enter')
  }
  await hand.press('F4')
  await desk.page.waitForSelector('.who-line')
  await desk.page.getByText('Số lấy ở sổ chung, Quầy 1 giữ.').waitFor()
  await typeVisit(first)
  await hand.press('F9')
  await desk.page.waitForFunction(() => document.activeElement?.closest('[data-field="signerName"]') !== null)
  await hand.type('Đặng Thị Lan')
  await hand.press('Enter')
  await hand.type('Phó Chủ tịch')
  await desk.page.screenshot({ path: join(shots, 'keeper.png') })
  await hand.press('F9')
  await said(`Đã vào sổ số 01 quyển 01/${year}-SCT/BS.`).waitFor()
  const certified = await keeper.call<Result<readonly Act[]>>('desk.do', { verb: 'certification/certify', input: toCertify() })
  expect(certified.ok && (certified.value.at(-1)?.body['papers'] as readonly { number: number }[]).map(({ number }) => number)).toEqual([2])

  await keeper.close()
  await typeVisit(second)
  await hand.press('F9')
  await desk.page.getByText('Máy giữ sổ chung chưa cấp số.').waitFor()
  await desk.page.getByText('Quầy 1 giữ sổ chung, chưa cấp số được: số vào quyển riêng của quầy này.').waitFor()
  await desk.page.screenshot({ path: join(shots, 'away.png') })
  await hand.press('F9')
  await said(`Đã vào sổ số 01 quyển 02/${year}-SCT/BS.`).waitFor()

  keeper = await launchApp(join(folder, 'one'))
  await signIn(keeper)
  await desk.page.getByText('Số lấy ở sổ chung, Quầy 1 giữ.').waitFor({ timeout: 90_000 })
  await typeVisit(first)
  await hand.press('F9')
  await said(`Đã vào sổ số 03 quyển 01/${year}-SCT/BS.`).waitFor()
})
