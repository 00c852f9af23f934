import { expect, test } from '@playwright/test'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { handOn } from '../../build/day/hand.ts'
import { fillIntake } from '../../build/day/intake.ts'
import type { Act } from '../../shared/acts/act.ts'
import type { Result } from '../../shared/base/result.ts'
import { fold } from '../../shared/dossiers/fold.ts'
import { practicePeople } from '../../shared/training/practice-people.ts'
import { axeFindings } from '../builders/axe-findings.ts'
import { launchApp, type RunningApp } from '../faults/app.ts'

const STAFF = {
  counter: { name: 'Trần Thị Bình', roles: ['clerk', 'director'], pin: '482915' },
  officer: { name: 'Võ Thị Hòa', roles: ['officer', 'registrar'], pin: '730264' },
  leader: { name: 'Trần Văn Dũng', roles: ['leader'], pin: '516038' },
} as const

const folder = mkdtempSync(join(tmpdir(), 'life-'))
const out = 'test-results/life'
let app: RunningApp

test.beforeAll(async () => {
  app = await launchApp(join(folder, 'data'))
  const opened = await app.call<Result<unknown>>('office.openUnit', { unit: '31120', desk: 'Quầy 1', deskNumber: 1, people: Object.values(STAFF) })
  if (!opened.ok) throw new Error(opened.problem.code)
  await app.page.reload()
})
test.afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

test('a dossier lives its whole life by keyboard: three people, a supplement, a signature, and the result handed over with its slip', async () => {
  const { page } = app
  const hand = handOn(page)
  const main = page.locator('main')
  const said = async (words: string | RegExp): Promise<void> => { await main.getByText(words).first().waitFor() }
  const sit = async (who: keyof typeof STAFF): Promise<void> => {
    if (await page.locator('nav').count() > 0) await hand.press('Alt+0')
    await page.waitForSelector('[role="radio"]')
    const names = await page.locator('[role="radio"]').allInnerTexts()
    await hand.press(`Alt+${String(names.findIndex(name => name.includes(STAFF[who].name)) + 1)}`)
    await hand.type(STAFF[who].pin)
    await page.waitForSelector('.tiles')
  }
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
  await fillIntake(page, hand, { person, letters: '1.004873', outcome: 'receive' })
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
  await hand.press('F9')
  await said(/Đã nhận bổ sung, đồng hồ chạy lại\. Hẹn trả mới/)

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
  await page.screenshot({ path: `${out}/returns.png` })
  expect(await axeFindings(app)).toEqual([])
  await hand.press('F9')
  await said(/Đã trả .* cho .*lưu thành tệp/)
  await page.screenshot({ path: `${out}/returned.png` })

  const papers = readdirSync(join(folder, 'data/papers'))
  for (const paper of ['supplement-request', 'return-slip']) expect(papers.some(name => name.includes(paper)), papers.join()).toBe(true)
  const [row] = await dossiers()
  const kinds = row?.acts.map(({ kind }) => kind).filter(kind => kind !== 'dossier/form-printed')
  expect(kinds).toEqual([
    'dossier/received', 'dossier/forwarded', 'dossier/supplement-requested', 'dossier/supplemented', 'dossier/submitted-for-signature',
    'dossier/signed', 'dossier/results-numbered', 'dossier/result-returned',
  ])
  expect(row).toMatchObject({ state: 'returned', disputes: [], printed: { 'supplement-request': 1, 'return-slip': 1 } })

  // The receipt once more in the reader: nothing is handed over twice, and the screen says who did.
  await hand.beep(row?.code ?? '')
  await said(/Trần Thị Bình đã trả lúc/)
})

/** Every dossier of the journal. */
async function dossiers() {
  const page = await app.call<{ subjects: string }>('journal.subjectsAfter', {}, 100)
  return (JSON.parse(page.subjects) as readonly { readonly acts: readonly Act[] }[]).map(({ acts }) => fold(acts))
}
