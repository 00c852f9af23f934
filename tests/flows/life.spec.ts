import { expect, test } from '@playwright/test'
import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { handOn } from '../../build/day/hand.ts'
import { beginIntake, fillIntake } from '../../build/day/intake.ts'
import { openJournal } from '../../main/journal/journal.ts'
import type { Act } from '../../shared/acts/act.ts'
import { seenOf } from '../../shared/acts/seen.ts'
import { fold } from '../../shared/dossiers/fold.ts'
import { practicePeople } from '../../shared/training/practice-people.ts'
import { axeFindings } from '../builders/axe-findings.ts'
import { openOffice, sitDown, STAFF } from '../builders/staffed-office.ts'
import { launchApp, type RunningApp } from '../faults/app.ts'

const folder = mkdtempSync(join(tmpdir(), 'life-'))
const out = 'test-results/life'
let app: RunningApp

test.beforeAll(async () => {
  app = await launchApp(join(folder, 'data'))
  await openOffice(app)
})
test.afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

test('M3 the director gives the desk a stock of receipts by keyboard, and tears one of them', async () => {
  const { page } = app
  const hand = handOn(page)
  await sitDown(app.page, hand, 'counter')
  await page.getByRole('button', { name: 'Thiết lập' }).press('Enter')
  await page.waitForSelector('[role="tab"]')
  await hand.press('Control+4')
  await page.locator('#part-stocks input:focus').waitFor()
  for (const word of ['01BLP', 'CT-26E', '0001201', '0001210']) {
    await hand.type(word)
    await hand.press('Enter')
  }
  await hand.press('F9')
  await page.getByText('Đã cấp quyển CT-26E, số 0001201 đến 0001210').waitFor()
  await page.getByText('Tờ kế tiếp: 0001201.').waitFor()
  await page.getByRole('button', { name: 'Hủy tờ chưa dùng' }).press('Enter')
  await page.locator('.stocks li input:focus').waitFor()
  await hand.type('0001201')
  await hand.press('Enter')
  await hand.type('Rach')
  await hand.press('F9')
  await page.getByText('Đã ghi hủy tờ số 0001201').waitFor()
  await page.getByText('Tờ kế tiếp: 0001202.').waitFor()
  await page.screenshot({ path: `${out}/stocks.png` })
  expect(await axeFindings(app)).toEqual([])
  await hand.press('F4')
  await page.locator('[data-field="kind:1"]').waitFor()
  await page.locator('[data-field="kind:1"] input').focus()
  await hand.type('gk 2')
  await page.waitForSelector('[role="option"]')
  await hand.press('Enter')
  await page.locator('.total').getByText('Máy lấy biên lai kế tiếp: CT-26E số 0001202.').waitFor()
  await page.screenshot({ path: `${out}/certify-receipt.png` })
  await page.locator('[data-field="kind:1"] input').focus()
  await hand.press('Control+Delete')
  await hand.press('Alt+1')
})

test('a dossier lives its whole life by keyboard: three people, a supplement, a signature, and the result handed over with its slip and receipt', async () => {
  const { page } = app
  const hand = handOn(page)
  const main = page.locator('main')
  const said = async (words: string | RegExp): Promise<void> => { await main.getByText(words).first().waitFor() }
  const sit = (who: keyof typeof STAFF): Promise<void> => sitDown(app.page, hand, who)
  const openFirst = async (): Promise<void> => {
    await page.waitForSelector('.list tbody tr')
    await page.waitForFunction(() => document.activeElement?.classList.contains('open') === true)
    await hand.press('Enter')
    await page.waitForSelector('.dossier')
  }
  const step = async (label: RegExp): Promise<void> => {
    await hand.press(await main.getByRole('button', { name: label }).getAttribute('aria-keyshortcuts') ?? '')
    await page.waitForSelector('.act-form')
  }

  await sit('counter')
  await hand.press('F2')
  const [person] = practicePeople(1, 4)
  if (person === undefined) throw new Error('Nobody was made')
  await fillIntake(page, hand, { person, letters: '1.004873', outcome: 'receive', fee: '8000' })
  await hand.press('F9')
  await page.locator('main .notice', { hasText: 'Đã lưu' }).waitFor()

  // The counter sends it on from the list, as one of many.
  await hand.press('Alt+1')
  await page.waitForFunction(() => document.activeElement?.classList.contains('open') === true)
  await hand.press('Space')
  await said('Đã đánh dấu 1 hồ sơ')
  await hand.press('F9')
  await page.waitForSelector('.batch-fields')
  await page.screenshot({ path: `${out}/forward-many.png` })
  await hand.press('F9')
  await said('1 đã chuyển.')

  await sit('officer')
  await openFirst()
  await step(/^Yêu cầu bổ sung/)
  await hand.press('F9')
  await said(/phải nêu giấy còn thiếu/)
  await hand.type('Giay chung sinh')
  await hand.press('Tab')
  await hand.type('Ban sao mo')
  await hand.press('F9')
  await said('Đã yêu cầu bổ sung')
  await said('Thời hạn tạm dừng từ')
  await said(/đã lưu phiếu yêu cầu bổ sung thành tệp/)
  await page.screenshot({ path: `${out}/requested.png` })

  await sit('counter')
  await hand.press('Alt+6')
  await openFirst()
  await hand.press('F9')
  await page.waitForSelector('.act-form')
  await page.screenshot({ path: `${out}/supplement.png` })
  const told = await page.locator('.act-form').getByText(/^Ngày hẹn mới: /).innerText()
  await hand.press('F9')
  await said(`Đã nhận bổ sung, đồng hồ chạy lại. Hẹn trả mới: ${/\d\d\/\d\d\/\d{4}/.exec(told)?.[0] ?? ''}.`)

  await sit('officer')
  await openFirst()
  await hand.press('F9')
  await page.waitForSelector('.act-form')
  await hand.press('Enter')
  await page.keyboard.press('Control+A')
  await hand.type('Giay xac nhan')
  await hand.press('F9')
  await said('Đã trình ký.')

  await sit('leader')
  await page.waitForFunction(() => document.activeElement?.classList.contains('open') === true)
  await hand.press('Space')
  await hand.press('F9')
  await page.waitForSelector('.batch-fields')
  await hand.press('F9')
  await said('1 đã ký.')

  await sit('officer')
  await hand.press('Alt+6')
  await openFirst()
  await hand.press('F9')
  await page.waitForSelector('.act-form')
  await hand.type('15/XN')
  await hand.press('F9')
  await said('Đã vào số')

  await sit('counter')
  await hand.press('F7')
  await page.waitForSelector('.ready button')
  await hand.press('ArrowDown')
  await hand.press('Enter')
  await page.waitForSelector('.hand')
  await said('Máy lấy biên lai kế tiếp: CT-26E số 0001202.')
  expect(await page.getByLabel('Số biên lai').count()).toBe(0)
  await page.screenshot({ path: `${out}/returns.png` })
  expect(await axeFindings(app)).toEqual([])
  await hand.press('F9')
  await said(/Đã trả .* cho .*, thu 8\.000 đ, biên lai CT-26E số 0001202\..*Biên lai đã lưu thành tệp/)
  await page.screenshot({ path: `${out}/returned.png` })

  const papers = readdirSync(join(folder, 'data/papers'))
  for (const paper of ['supplement-request', 'return-slip', 'fee-receipt']) expect(papers.some(name => name.includes(paper)), papers.join()).toBe(true)
  const [row] = await dossiers()
  const kinds = row?.acts.map(({ kind }) => kind).filter(kind => kind !== 'dossier/form-printed')
  expect(kinds).toEqual([
    'dossier/received', 'dossier/forwarded', 'dossier/supplement-requested', 'dossier/supplemented', 'dossier/submitted-for-signature',
    'dossier/signed', 'dossier/results-numbered', 'dossier/result-returned',
  ])
  expect(row).toMatchObject({ state: 'returned', disputes: [], printed: { 'supplement-request': 1, 'return-slip': 1, 'fee-receipt': 1 } })
  expect(row?.money).toMatchObject([{ kind: 'collected', amount: 8_000, receipt: { symbol: 'CT-26E', printed: '0001202' } }])

  // The receipt once more in the reader: nothing is handed over twice, and the screen says who did.
  await hand.beep(row?.code ?? '')
  await said(/Trần Thị Bình đã trả lúc/)
})

test('U1, U4 the director adds a person, gives them more to do, lets them go, and hands the counted drawer over with the shift', async () => {
  const { page } = app
  const hand = handOn(page)
  const said = async (words: string | RegExp): Promise<void> => { await page.locator('main').getByText(words).first().waitFor() }
  await page.getByRole('button', { name: 'Người dùng' }).press('Enter')
  await page.waitForSelector('.people-list')
  await hand.press('F8')
  await page.locator('#new-person input:focus').waitFor()
  await hand.type('Ly Thu Ha')
  for (const pin of ['903517', '903517']) {
    await hand.press('Enter')
    await hand.type(pin)
  }
  await hand.press('F9')
  await said('Đã ghi tên Ly Thu Ha.')
  await page.getByRole('button', { name: 'Ly Thu Ha' }).press('Enter')
  await page.locator('#person-part input:focus').waitFor()
  await page.getByLabel('Văn thư').press('Space')
  await hand.press('F9')
  await said('Đã ghi việc được giao cho Ly Thu Ha.')
  await page.screenshot({ path: `${out}/people.png` })
  await hand.press('Control+3')
  await page.locator('#person-part input:focus').waitFor()
  await hand.type('Chuyen cong tac')
  await hand.press('F9')
  await said('Ly Thu Ha đã thôi làm ở đây.')
  await said(/^Thôi từ/)

  await page.getByRole('button', { name: STAFF.counter.name }).press('Enter')
  await hand.press('Control+4')
  await page.locator('#person-part input:focus').waitFor()
  await hand.type('Nghi huu')
  await hand.press('F9')
  await said(/Giám đốc duy nhất/)
  expect(await axeFindings(app)).toEqual([])
  await hand.press('Control+1')
  await said('Cho thôi làm')
  await page.locator('.work-list').getByText('Tiếp nhận').first().waitFor()

  await hand.press('Alt+9')
  await page.waitForSelector('#count-cash')
  await hand.press('Shift+F9')
  await page.locator('.cash input:focus').waitFor()
  await hand.type('1000000')
  await hand.press('Enter')
  await hand.type('Tien le dau ngay')
  await hand.press('Enter', 2)
  await said(/^Đã kiểm lúc .*: 1\.000\.000 đ/)
  await page.getByRole('button', { name: 'In biên bản bàn giao ca' }).press('Enter')
  await said(/biên bản bàn giao ca đã lưu thành tệp/)
  await page.screenshot({ path: `${out}/count.png` })
  expect(readdirSync(join(folder, 'data/papers')).some(name => name.includes('hand-over-list'))).toBe(true)
})

test('D5, L19 the same result handed over at another desk without a line is told with both sides, and three keys settle it', async () => {
  const [before] = await dossiers()
  await app.close()
  if (before === undefined) throw new Error('No dossier is here')
  await handOverElsewhere(before)
  app = await launchApp(join(folder, 'data'))
  const { page } = app
  const hand = handOn(page)
  await sitDown(app.page, hand, 'counter')
  await page.getByRole('button', { name: '1 hồ sơ có chỗ khác nhau' }).waitFor()
  await hand.press('Alt+6')
  await page.waitForFunction(() => document.activeElement?.classList.contains('open') === true)
  await hand.press('Enter')
  await page.waitForSelector('.dispute')
  await page.waitForFunction(() => document.activeElement?.classList.contains('dossier-head') === true)
  const box = page.locator('.dispute')
  expect(await box.locator('h2').innerText()).toBe('Hai quầy cùng trả kết quả hồ sơ này')
  expect(await box.getByText(/trả kết quả/).count()).toBeGreaterThanOrEqual(2)
  await page.screenshot({ path: `${out}/returned-twice.png` })
  expect(await axeFindings(app)).toEqual([])
  hand.countAndForget()
  await hand.press('F6')
  await hand.press('Space')
  await hand.press('Enter')
  await page.getByText('Đã xem. Hồ sơ giữ như đang ghi').waitFor()
  expect(hand.countAndForget()).toBe(3)
  const [after] = await dossiers()
  expect(after).toMatchObject({ state: 'returned', disputes: [], settled: [{ dispute: { title: 'returned-twice' } }] })
})

test('D6 a second dossier of the same person, procedure and day is told at intake; one key opens the first, and the form in hand stays', async () => {
  const { page } = app
  const hand = handOn(page)
  const [person] = practicePeople(1, 4)
  if (person === undefined) throw new Error('Nobody was made')
  await hand.press('F2')
  await beginIntake(page, hand, { person, letters: '1.004873', outcome: 'receive' })
  await page.waitForFunction(() => document.activeElement?.closest('[data-field="procedure"]') != null)
  await hand.type('1.004873')
  await page.waitForSelector('[role="option"]')
  await hand.press('Enter')
  await page.getByText('Xem có nhận trùng không').waitFor()
  await page.screenshot({ path: `${out}/twin.png` })
  await hand.press('Control+O')
  await page.waitForSelector('.dossier-head')
  await hand.press('Escape')
  await page.getByText('Xem có nhận trùng không').waitFor()
  expect(await page.locator('[data-field="name"]').inputValue()).toBe(person.name)
})

/** A second desk that heard of the result, and not of its hand-over, hands it over as well; its lines come to this one. */
async function handOverElsewhere({ subject, acts }: { readonly subject: string; readonly acts: readonly Act[] }): Promise<void> {
  const handedOver = acts.find(({ kind }) => kind === 'dossier/result-returned')
  if (handedOver === undefined) throw new Error('Nothing was handed over')
  const { kind, body, author } = handedOver
  const at = new Date(Date.parse(handedOver.at) + 60_000).toISOString()
  const [root, device] = [join(folder, 'second'), 'pc-0123456789ab']
  const journal = await openJournal({ root, device, now: () => Date.parse(at), randomBytes })
  const seen = { [subject]: seenOf(acts.slice(0, acts.indexOf(handedOver))) }
  const saved = await journal.append([{ subject, kind, body }], { author, at, seen })
  if (!saved.ok) throw new Error(saved.problem.code)
  await journal.close()
  cpSync(join(root, 'journal', device), join(folder, 'data/journal', device), { recursive: true })
}

/** Every dossier of the journal. */
async function dossiers() {
  const page = await app.call<{ subjects: string }>('journal.subjectsAfter', {}, 100)
  return (JSON.parse(page.subjects) as readonly { readonly acts: readonly Act[] }[]).map(({ acts }) => fold(acts))
}
