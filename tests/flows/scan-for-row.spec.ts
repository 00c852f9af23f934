import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { handOn } from '../../build/day/hand.ts'
import { beginIntake } from '../../build/day/intake.ts'
import { run } from '../../build/electron/run.ts'
import type { Result } from '../../shared/base/result.ts'
import type { ScannerView, ScanTray } from '../../shared/bridge/scanning-api.ts'
import { practicePeople } from '../../shared/training/practice-people.ts'
import { axeFindings } from '../builders/axe-findings.ts'
import { jpegSheets } from '../builders/jpeg-sheets.ts'
import { openEsclDevice, type EsclDevice } from '../fakes/escl-device.ts'
import { launchApp, type RunningApp } from '../faults/app.ts'
import { firstStart, signIn } from '../faults/clerk.ts'

const folder = mkdtempSync(join(tmpdir(), 'scan-for-row-'))
const out = 'test-results/scan-for-row'
let device: EsclDevice
let app: RunningApp

test.beforeAll(async () => {
  device = await openEsclDevice({ sheets: [] })
  app = await launchApp(join(folder, 'data'))
  await firstStart(app)
  await signIn(app)
  const added = await app.call<Result<ScannerView>>('scanning.addByAddress', `127.0.0.1:${device.root.port}`)
  if (!added.ok) throw new Error(added.problem.code)
  await app.call('scanning.choose', { scanner: added.value.id, source: 'feeder', resolution: 200, ownSettings: false })
})
test.afterAll(async () => {
  await app.close()
  await device.close()
  rmSync(folder, { recursive: true })
})

// The second goes on at the desk where the first left it.
test.describe.configure({ mode: 'serial' })

const VISIT = { person: practicePeople(1, 4)[0], letters: '1.004873', outcome: 'receive' } as const

/** The stop of the intake where the cursor is. */
const stop = (): Promise<string> => app.page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? '')

/** Enter, answering what has to be typed, until the cursor is where it is wanted. */
async function enterUntil(wanted: RegExp): Promise<string> {
  const hand = handOn(app.page)
  for (let step = 0; step < 60; step += 1) {
    const at = await stop()
    if (wanted.test(at)) return at
    if (at === 'procedure') {
      await hand.type(VISIT.letters)
      await app.page.waitForSelector('[role="option"]')
    } else if (at === 'phone') await hand.type('0900000123')
    else if (at === 'feeAmount') await hand.type('0')
    else if (at === 'limitCount') await hand.type('3')
    else if (at === 'limitUnit') await hand.press('ArrowDown', 2)
    await hand.press('Enter')
    await app.page.waitForFunction(before => (document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? '') !== before, at)
  }
  throw new Error(`The cursor never came to ${String(wanted)}`)
}

test('two pages scanned for a paper at intake are under that paper when its dossier is saved', async () => {
  const { page } = app
  const { person } = VISIT
  if (person === undefined) throw new Error('Nobody stands at the counter')
  device.putRight(await jpegSheets(2, 200))
  await page.keyboard.press('Alt+2')
  await beginIntake(page, handOn(page), { ...VISIT, person })
  const row = await enterUntil(/^paper:/)
  await page.screenshot({ path: `${out}/intake-before.png` })
  await page.keyboard.press('F5')
  const cells = page.locator(`[data-field="${row}"]`)
  await expect(cells).toContainText('2 trang đã quét', { timeout: 60_000 })
  await page.screenshot({ path: `${out}/intake-scanned.png` })
  expect(await axeFindings(app)).toEqual([])
  expect(await stop()).toBe(row)
  await enterUntil(/^main$/)
  await page.keyboard.press('F9')
  await page.locator('main .notice', { hasText: 'Đã lưu' }).waitFor()
  await expect.poll(async () => (await app.call<{ pages: readonly unknown[] }>('scanning.tray')).pages.length).toBe(0)

  await page.keyboard.press('Alt+1')
  await page.locator('.list tbody tr').first().waitFor()
  await page.locator('.list tbody tr').first().focus()
  await page.keyboard.press('Enter')
  await page.locator('.papers-panel').waitFor()
  await expect(page.locator('.papers-panel .page-small')).toHaveCount(2)
  await page.screenshot({ path: `${out}/dossier-with-pages.png` })
})

/** What decodes pictures dies of a picture, or of a system short of memory. */
async function killDecoder(): Promise<void> {
  const ofTheProgram = ['-P', String(app.pid), '-f', 'node.mojom.NodeService']
  await expect.poll(async () => (await run('pgrep', ofTheProgram)).code, { timeout: 60_000 }).toBe(0)
  await run('pkill', ['-KILL', ...ofTheProgram])
}

test('two more scanned for it on the screen of its dossier are kept by one key, though what decodes them is killed', async () => {
  const { page } = app
  device.putRight((await jpegSheets(4, 200)).slice(2))
  const row = page.locator('.papers-panel .paper-row')
  await expect(row.locator('.page-small')).toHaveCount(2)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('F5')
  await killDecoder()
  await row.getByRole('button', { name: 'Lưu 2 trang vào giấy này' }).waitFor({ timeout: 60_000 })
  await page.screenshot({ path: `${out}/dossier-scanned.png` })
  expect(await axeFindings(app)).toEqual([])
  await page.keyboard.press('F9')
  await expect(row.locator('.page-small')).toHaveCount(4)
  await expect(row.getByRole('button', { name: /^Lưu .* vào giấy này/ })).toHaveCount(0)
  await page.screenshot({ path: `${out}/dossier-saved.png` })
})

test('the sheets a clerk has counted are printed on the cover sheet of the dossier', async () => {
  const { page } = app
  await page.getByLabel('Số tờ, nếu đã đếm').fill('4 tờ')
  await page.screenshot({ path: `${out}/cover-count.png` })
  await page.keyboard.press('Enter')
  await page.getByText('đã lưu tờ bìa quét thành tệp').waitFor()
  await expect(page.getByLabel('Số tờ, nếu đã đếm')).toHaveValue('')
})

test('a draft that was saved right before a kill does not come back to be saved again', async () => {
  device.putRight(await jpegSheets(1, 200))
  const [, person = VISIT.person] = practicePeople(2, 4)
  if (person === undefined) throw new Error('Nobody stands at the counter')
  await app.page.keyboard.press('Alt+2')
  await beginIntake(app.page, handOn(app.page), { ...VISIT, person })
  await enterUntil(/^paper:/)
  await app.page.keyboard.press('F5')
  const drafts = async (): Promise<readonly string[]> => (await app.call<ScanTray>('scanning.tray')).pages
    .flatMap(({ place }) => place?.kind === 'draft' ? [place.draft] : [])
  await expect.poll(drafts, { timeout: 60_000 }).toHaveLength(1)
  const [draft] = await drafts()
  const saved = await app.call<Result<unknown>>('desk.do', {
    verb: 'dossier/receive',
    input: {
      procedure: '1.001193', caseId: 'default', channel: 'direct', applicant: { name: person.name }, papers: [], forSupplement: true, setCount: 1,
      collectAt: 'counter', fee: { amount: 0, exemptionGround: 'Đúng hạn' }, limit: { count: 1, unit: 'same-day' }, draft,
    },
  })
  expect(saved.ok).toBe(true)
  await app.kill()
  app = await launchApp(join(folder, 'data'))
  await signIn(app)
  // A key that comes before the window is drawn is nobody's.
  await app.page.waitForSelector('nav')
  await app.page.keyboard.press('Alt+2')
  await app.page.waitForSelector('[data-field="name"]')
  await expect.poll(() => app.call('scanning.savedDrafts', [{ id: draft, keptAt: '' }])).toEqual([draft])
  await expect(app.page.getByText('Máy đã giữ lại hồ sơ đang nhập dở')).toHaveCount(0)
  await expect(app.page.locator('input[data-field="name"]')).toHaveValue('')
})
