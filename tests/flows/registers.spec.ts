import { expect, test } from '@playwright/test'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readXlsx from 'read-excel-file/node'
import type { Result } from '../../shared/base/result.ts'
import type { ListAnswer } from '../../shared/bridge/books-api.ts'
import { axeFindings } from '../builders/axe-findings.ts'
import { dataFolderWith } from '../builders/data-folder.ts'
import { readCsvs } from '../builders/read-csv.ts'
import { signInToFolder } from '../bench/signed-in.ts'
import { launchApp, type RunningApp } from '../faults/app.ts'

const DOSSIERS = 300
const usb = mkdtempSync(join(tmpdir(), 'registers-usb-'))
let folder: string
let app: RunningApp

test.beforeAll(async () => {
  folder = await dataFolderWith(DOSSIERS, () => undefined)
  app = await launchApp(folder, ['--clock=2026-11-26T02:00:00.000Z'])
  await signInToFolder(app.page)
})
test.afterAll(async () => {
  await app.close()
  for (const made of [folder, usb]) rmSync(made, { recursive: true })
})

/** What the system's own dialog answers, as if a person had chosen there. */
async function answerDialog(filePath: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, filePath)
}

type Written = Readonly<Partial<Record<'to' | 'from' | 'until' | 'screen', string>>> & { readonly count?: number, readonly total?: readonly number[] }

/** The bodies of today's acts of one kind, as they lie on disk. */
function written(kind: string): readonly Written[] {
  const [device = ''] = readdirSync(join(folder, 'journal'))
  const lines = readFileSync(join(folder, 'journal', device, '2026-11-26.ndjson'), 'utf8').split('\n')
  return lines.filter(line => line.includes(`"kind":"${kind}"`)).map(line => JSON.parse(line.split('\t')[1] ?? '{}') as Written)
}

async function countShown(): Promise<number> {
  const note = await app.page.locator('.book [role="status"]').innerText()
  return Number(/^([\d.]+) dòng/.exec(note)?.[1]?.replaceAll('.', ''))
}

test('a register is filtered, walked, saved as both kinds of file and printed, and it is written down who took it', async () => {
  const { page } = app
  await page.keyboard.press('Alt+7')
  await page.waitForSelector('.book tbody tr[aria-rowindex]')
  const all = await countShown()
  expect(all).toBeGreaterThan(DOSSIERS / 2)
  // Turned to the end by the wheel, Tab still comes into the book.
  await page.locator('.book .virtual').evaluate(box => { box.scrollTop = box.scrollHeight })
  await page.waitForSelector(`.book tbody tr[aria-rowindex="${String(all + 1)}"]`)
  expect(await page.locator('.book [data-stop][tabindex="0"]').count()).toBe(1)
  await page.keyboard.type('nguyen')
  const asked = { kind: 'register', register: 'dossier-register', from: '2026-11-01', until: '2026-11-30', words: 'nguyen', sortBy: null }
  const answer = await app.call<Result<ListAnswer>>('books.list', asked, 0, 1)
  const filtered = answer.ok ? answer.value.count : NaN
  expect(filtered).toBeLessThan(all)
  await expect.poll(countShown).toBe(filtered)
  await page.waitForSelector('.book tbody tr[aria-rowindex="2"]')
  await page.screenshot({ path: 'test-results/registers/register.png' })
  expect(await axeFindings(app)).toEqual([])

  await answerDialog(join(usb, 'so.xlsx'))
  await page.keyboard.press('Control+s')
  await page.getByRole('status').filter({ hasText: `Đã ghi ${String(filtered)} dòng vào tệp ${join(usb, 'so.xlsx')}.` }).waitFor()
  await answerDialog(join(usb, 'so.csv'))
  await page.keyboard.press('F8')
  await page.getByRole('status').filter({ hasText: 'so.csv' }).waitFor()
  const [sheet] = await readXlsx(readFileSync(join(usb, 'so.xlsx')))
  const [lines = []] = await readCsvs([readFileSync(join(usb, 'so.csv'), 'utf8')])
  const onScreen = await page.locator('.book tbody tr[aria-rowindex="2"] td').allInnerTexts()
  expect([sheet?.data.length, lines.length]).toEqual([filtered + 2, filtered + 1])
  expect([sheet?.data[1]?.[0], lines[1]?.[0]]).toEqual([onScreen[1], onScreen[1]])
  expect(readdirSync(usb).sort()).toEqual(['so.csv', 'so.xlsx'])

  await page.keyboard.press('F9')
  await page.getByRole('status').filter({ hasText: /Đã lưu thành tệp .*so-theo-doi-ho-so-.*\.pdf/ }).waitFor()
  expect(written('register/taken-out').map(({ count, to }) => [count, to])).toEqual([[filtered, 'xlsx'], [filtered, 'csv'], [filtered, 'pdf']])

  await page.locator('.book [data-stop][tabindex="0"]').focus()
  await page.keyboard.press('End')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(String(filtered))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /H13\.001/ }).waitFor()
  await page.keyboard.press('Escape')
  await page.waitForSelector('.book tbody tr[aria-rowindex]')
  expect(await countShown()).toBe(filtered)
})

test('every figure of a report opens the list it is the length of, and the director signs a month that is over', async () => {
  const { page } = app
  await page.getByRole('radio', { name: 'Báo cáo' }).check()
  await page.waitForSelector('.report tbody tr')
  await page.screenshot({ path: 'test-results/registers/report.png', fullPage: true })
  expect(await axeFindings(app)).toEqual([])
  const first = page.locator('.report .sums .open').first()
  const figure = Number((await first.innerText()).replaceAll('.', ''))
  await first.focus()
  await page.keyboard.press('Enter')
  await page.waitForSelector('.book tbody tr[aria-rowindex]')
  expect([await countShown(), figure > 0]).toEqual([figure, true])
  await page.screenshot({ path: 'test-results/registers/cell.png' })
  await page.keyboard.press('Escape')
  await page.waitForSelector('.report tbody tr')

  await page.keyboard.press('F8')
  await page.getByRole('status').filter({ hasText: 'nên chưa ký được' }).waitFor()
  await page.getByRole('button', { name: 'Kỳ trước', exact: true }).click()
  await page.keyboard.press('F8')
  await page.getByRole('status').filter({ hasText: 'Đã ký số liệu từ 01/10/2026 đến 31/10/2026' }).waitFor()
  expect(written('report/signed').map(({ from, until, total }) => [from, until, total?.length])).toEqual([['2026-10-01', '2026-10-31', 11]])
})

test('T13 why a dossier is late is said on its page, out of the row of those nobody has said anything of, and counts in its own row', async () => {
  const { page } = app
  const figureOf = async (row: string): Promise<number> => {
    const found = page.locator('.report tbody tr', { hasText: row }).first()
    return await found.count() === 0 ? 0 : Number((await found.locator('.open').first().innerText()).replaceAll('.', ''))
  }
  await page.getByRole('combobox', { name: 'Kỳ', exact: true }).selectOption('year')
  await page.getByRole('combobox', { name: 'Báo cáo' }).selectOption('overdue-reasons')
  const [untold, said] = ['Hộ tịch · Chưa ghi nguyên nhân', 'Hộ tịch · Thiếu người làm']
  const row = page.locator('.report tbody tr', { hasText: untold })
  await row.waitFor()
  const before = await figureOf(untold)
  await page.screenshot({ path: 'test-results/registers/overdue-reasons.png' })
  expect(await axeFindings(app)).toEqual([])
  await row.locator('.open').first().focus()
  await page.keyboard.press('Enter')
  await page.waitForSelector('.book tbody tr[aria-rowindex]')
  await page.locator('.book [data-stop][tabindex="0"]').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Ghi nguyên nhân quá hạn' }).click()
  await page.getByLabel('Vì sao quá hạn').selectOption('Thiếu người làm')
  await page.screenshot({ path: 'test-results/registers/explain-delay.png' })
  expect(await axeFindings(app)).toEqual([])
  await page.keyboard.press('F9')
  await page.getByRole('status').filter({ hasText: 'Đã ghi nguyên nhân quá hạn.' }).waitFor()
  await page.keyboard.press('Escape')
  await page.waitForSelector('.book tbody tr[aria-rowindex]')
  // Out of the field that has the cursor, then back.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.waitForSelector('.report tbody tr')
  await expect.poll(() => figureOf(said)).toBe(1)
  expect(await figureOf(untold)).toBe(before - 1)
})

test('U3 a search is narrowed by keyboard, each count is the list it opens, a kept question comes back by one key, and a look at a person is written down', async () => {
  const { page } = app
  await page.keyboard.press('Alt+1')
  const overdue = Number((await page.locator('.tile', { hasText: 'Quá hạn' }).innerText()).replace(/\D/g, ''))
  await page.keyboard.press('Alt+6')
  await page.waitForSelector('.results tbody tr')
  const field = page.locator('.filters select').nth(1)
  const found = async (): Promise<number> => {
    const note = await page.locator('.results [role="status"]').innerText()
    return Number(/(?:trong )?([\d.]+)(?: hồ sơ, mới|; gõ)/.exec(note)?.[1]?.replaceAll('.', ''))
  }
  await page.keyboard.press('F8')
  for (let tab = 0; tab < 6; tab += 1) await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await expect.poll(found).toBe(overdue)
  await page.keyboard.press('F8')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  const promised = Number(/\((\d+)\)$/.exec(await field.locator('option:checked').innerText())?.[1])
  await expect.poll(found).toBe(promised)
  expect(promised).toBeGreaterThan(0)
  await page.keyboard.press('Control+S')
  await page.waitForSelector('.name-search input')
  await page.keyboard.type('Quá hạn sáng nay')
  await page.keyboard.press('Enter')
  await page.getByRole('status').filter({ hasText: 'Lần sau bấm Ctrl+1' }).waitFor()
  await page.screenshot({ path: 'test-results/registers/search.png' })
  expect(await axeFindings(app)).toEqual([])
  await page.keyboard.press('Control+Delete')
  await page.locator('.results h2', { hasText: 'Mới nhận gần đây' }).waitFor()
  await page.keyboard.press('Control+1')
  await expect.poll(found).toBe(promised)
  await page.getByRole('button', { name: `Quá hạn sáng nay (${String(promised)})` }).waitFor()

  await page.keyboard.press('F3')
  await page.keyboard.press('ArrowDown')
  const code = await page.evaluate(() => (document.activeElement as HTMLElement).innerText)
  await page.keyboard.press('Control+h')
  await page.locator('main table.dossiers', { hasText: code }).waitFor()
  await page.screenshot({ path: 'test-results/registers/person.png' })
  expect(await axeFindings(app)).toEqual([])
  expect(written('person/looked-at').map(({ screen }) => screen)).toEqual(['search'])
  await page.keyboard.press('Escape')
  await page.waitForSelector('.filters')
  await expect.poll(found).toBe(promised)
})

test('the cursor in a row far down the list stays in it when the filters go and the row is still there', async () => {
  const { page } = app
  await page.keyboard.press('Alt+6')
  const note = page.locator('.results [role="status"]')
  await page.waitForSelector('.filters')
  await page.keyboard.press('Control+Delete')
  await page.getByRole('combobox', { name: 'Ngày nhận' }).selectOption('week')
  await page.keyboard.press('F3')
  await page.keyboard.type('0912')
  await note.filter({ hasText: /^50 hồ sơ mới nhất trong/ }).waitFor()
  await page.locator('.results tbody tr').nth(49).waitFor()
  const ofWeek = await note.innerText()
  await page.keyboard.press('ArrowDown')
  for (let pages = 0; pages < 4; pages += 1) await page.keyboard.press('PageDown')
  const row = page.locator('.results tbody tr').nth(40).locator('.open')
  const code = await row.innerText()
  await expect(row).toBeFocused()
  await page.keyboard.press('Control+Delete')
  await expect(note).not.toHaveText(ofWeek)
  await expect(row).toBeFocused()
  await expect(row).toHaveText(code)
})
