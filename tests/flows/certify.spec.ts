import { expect, test } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openUnitByKeyboard, signInByKeyboard } from '../../build/day/first-start.ts'
import { handOn } from '../../build/day/hand.ts'
import { cardText } from '../../build/day/intake.ts'
import { practicePeople } from '../../shared/training/practice-people.ts'
import { axeFindings } from '../builders/axe-findings.ts'
import { launchApp } from '../faults/app.ts'
import { readBooksOnDisk } from '../faults/books-on-disk.ts'

const SHOTS = process.env['MOT_CUA_SHOTS']

test('papers certified, voided and refused by keyboard; a pulled plug loses neither line nor number; the book is closed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'certify-'))
  const papers = join(folder, 'papers')
  let app = await launchApp(folder, ['--clock=2026-11-20T03:00:00.000Z'])
  let { page } = app
  let hand = handOn(page)
  const shoot = async (name: string): Promise<void> => { if (SHOTS !== undefined) await page.screenshot({ path: join(SHOTS, `${name}.png`) }) }
  const said = (text: string) => page.locator('main .notice', { hasText: text })
  const paperOf = async (form: string): Promise<string> => {
    await expect.poll(() => listed(papers).filter(name => name.includes(form)).length).toBeGreaterThan(0)
    return textOf(join(papers, listed(papers).findLast(name => name.includes(form)) ?? ''))
  }
  const [person, other] = practicePeople(2, 7)
  if (person === undefined || other === undefined) throw new Error('Nobody was made')

  await openUnitByKeyboard(page, hand)
  await hand.press('F9')
  await signInByKeyboard(page, hand, 2)

  // Who signs is written once on a PC; the first paper ends in labels.
  await hand.press('F4')
  await page.waitForSelector('.who-line')
  await shoot('empty')
  await hand.beep(cardText(other))
  await hand.type('gk')
  await page.waitForSelector('[role="option"]')
  await hand.press('Enter')
  await hand.press('F9')
  await page.waitForFunction(() => document.activeElement?.closest('[data-field="signerName"]') !== null)
  await hand.type('Đặng Thị Lan')
  await hand.press('Enter')
  await hand.type('Phó Chủ tịch')
  await hand.press('F9')
  await said('Đã vào sổ số 01 quyển 01/2026-SCT/BS. Thu 2.000').waitFor()
  await said('Đã in.').waitFor()

  // The usual person: beep, two letters, Enter, Enter, copies, F9.
  hand.countAndForget()
  await hand.beep(cardText(person))
  await hand.type('gk')
  await page.waitForSelector('[role="option"]')
  await hand.press('Enter', 2)
  await hand.type('3')
  await hand.press('F9')
  await said('Đã vào sổ số 02 quyển 01/2026-SCT/BS. Thu 6.000').waitFor()
  const presses = hand.countAndForget()
  console.log(JSON.stringify({ flow: 'certify', pressesOnePaper: presses }))
  expect(presses).toBeLessThanOrEqual(8)
  await said('Đã in.').waitFor()
  expect((await paperOf('certification-words')).match(/Số chứng thực: 02 quyển số: 01\/2026-SCT\/BS/g)).toHaveLength(3)

  // Three papers, and the plug is pulled before they are entered.
  await hand.beep(cardText(person))
  for (const [letters, pages, copies] of [['bang trung hoc', '', '2'], ['hbthp', '', '2'], ['cc', '', '3']] as const) {
    await hand.type(letters)
    await page.waitForSelector('[role="option"]')
    await hand.press('Enter', pages === '' ? 2 : 1)
    await hand.type(copies)
    await hand.press('Enter')
  }
  await shoot('three-lines')
  await page.locator('.total .sum', { hasText: '52.000' }).waitFor()
  await page.getByText('Đã giữ bản nhập dở').waitFor()
  await app.kill()
  app = await launchApp(folder, ['--clock=2026-11-20T03:10:00.000Z'])
  page = app.page
  hand = handOn(page)
  await signInByKeyboard(page, hand, 2)
  await hand.press('Alt+3')
  await said('Bản nhập dở đã giữ lại').waitFor()
  await page.locator('.total .sum', { hasText: '52.000' }).waitFor()
  await hand.press('F9')
  await said('Đã vào sổ số 03 đến 05 quyển 01/2026-SCT/BS. Thu 52.000').waitFor()
  await said('Đã in.').waitFor()
  expect((await paperOf('certification-words')).match(/Số chứng thực: 0[345]/g)).toHaveLength(7)

  // One number was a mistake: found in the list, voided with a reason, and it stays.
  await page.locator('.done .side button').first().waitFor()
  for (let part = 0; part < 12 && !await page.evaluate(() => document.activeElement?.closest('.done') != null); part += 1) await hand.press('F6')
  await hand.press('Enter')
  await page.getByRole('button', { name: 'Bỏ số 04' }).waitFor()
  for (let tab = 0; tab < 12 && !await page.evaluate(() => (document.activeElement as HTMLElement).innerText === 'Bỏ số 04'); tab += 1) await hand.press('Tab')
  await hand.press('Enter')
  await hand.type('Nhầm số trang')
  await shoot('voiding')
  await hand.press('Enter')
  await said('Số 04 đã ghi là bỏ. Số này không dùng lại. Trả lại 36.000').waitFor()
  await page.locator('.visit .voided').waitFor()
  await shoot('voided')
  expect(await axeFindings(app)).toEqual([])
  await hand.press('Escape')

  // The person comes once more: the papers that still count of the last time by one key, and one more kind with its copies in one go.
  await hand.beep(cardText(person))
  await page.getByText('Lần trước 20/11/2026: Bằng tốt nghiệp trung học phổ thông × 2, Căn cước công dân × 3.').waitFor()
  await shoot('last-time')
  expect(await axeFindings(app)).toEqual([])
  await hand.press('Control+L')
  await page.locator('.total .sum', { hasText: '16.000' }).waitFor()
  await hand.type('gk 4')
  await page.waitForSelector('[role="option"]')
  await shoot('copies-typed')
  await hand.press('Enter')
  await page.waitForFunction(() => document.activeElement?.closest('[data-field="kind:4"]') != null)
  await page.getByText('Quầy này chưa có quyển biên lai').waitFor()
  await shoot('before-saving')
  await hand.press('F9')
  await said('Đã vào sổ số 06 đến 08 quyển 01/2026-SCT/BS. Thu 24.000').waitFor()
  await said('Đã in.').waitFor()

  // A paper that may not be certified: a ground of the law, a paper for the person, no number.
  await hand.beep(cardText(other))
  await hand.press('Control+T')
  await hand.type('Bằng lái xe')
  await hand.press('Enter')
  await hand.press('Space')
  await shoot('refusing')
  expect(await axeFindings(app)).toEqual([])
  await hand.press('F9')
  await said('Đã ghi từ chối, không lấy số').waitFor()
  await said('Đã in.').waitFor()
  expect(await paperOf('certification-refusal')).toContain('Bản chính bị tẩy xóa')
  await page.locator('.done-foot', { hasText: 'Hôm nay: 5 lượt, 7 loại giấy, thu 48.000' }).waitFor()
  await shoot('done')
  expect(await page.locator('.done .side li').count()).toBe(5)

  // The visit opens from the list of the day, and the page of that person from the visit; Esc goes back the way one came.
  await hand.press('Alt+9')
  await page.locator('#day-list tbody .open').first().focus()
  await hand.press('Enter')
  const toPerson = page.getByRole('button', { name: 'Mọi hồ sơ của người này' })
  await toPerson.waitFor()
  await page.waitForFunction(() => document.activeElement?.closest('.visit') != null)
  await toPerson.focus()
  await hand.press('Enter')
  await page.locator('.visits tbody tr').first().waitFor()
  await shoot('person')
  expect(await axeFindings(app)).toEqual([])
  await page.locator('.visits .open').first().focus()
  await hand.press('Enter')
  await toPerson.waitFor()
  for (const back of ['.visits', '.visit', '#day-list']) {
    await hand.press('Escape')
    await page.waitForSelector(back)
  }

  // On the last working day of the year the director closes the book, and its closing statement is printed.
  await app.close()
  app = await launchApp(folder, ['--clock=2026-12-31T03:00:00.000Z'])
  page = app.page
  hand = handOn(page)
  await signInByKeyboard(page, hand, 1)
  await hand.press('F4')
  await page.locator('.done-foot .link').focus()
  await hand.press('Enter')
  await page.getByRole('button', { name: 'Khóa quyển này' }).waitFor()
  await hand.press('Tab')
  await hand.press('Enter')
  await said('Khóa quyển 01/2026-SCT/BS ở số 08. Khóa rồi không ghi thêm').waitFor()
  await shoot('closing')
  await page.getByRole('button', { name: 'Khóa và in lời khóa sổ' }).focus()
  await hand.press('Enter')
  await said('Đã khóa quyển 01/2026-SCT/BS').waitFor()
  expect(await paperOf('book-closing')).toContain('từ số 01 đến số 08, không thiếu số nào; trong đó 1 số đã hủy')

  await app.close()
  const { numbers, gaps, twice, closed } = readBooksOnDisk(folder)
  expect([[...numbers.values()], gaps, twice, closed]).toEqual([[[1, 2, 3, 4, 5, 6, 7, 8]], 0, 0, 1])
  rmSync(folder, { recursive: true })
})

function listed(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.pdf')).sort() : []
}

function textOf(pdf: string): string {
  return execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')
}
