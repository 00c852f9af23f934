import { expect, test } from '@playwright/test'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Act } from '../../shared/acts/act.ts'
import type { Result } from '../../shared/base/result.ts'
import type { ScanTray } from '../../shared/bridge/scanning-api.ts'
import { fold } from '../../shared/dossiers/fold.ts'
import type { CoverSheet } from '../../shared/papers/cover-sheet.ts'
import { makeCover, makePage } from '../builders/made-pages.ts'
import { fillFeeder } from '../builders/scan-stack.ts'
import { launchApp, type RunningApp } from '../faults/app.ts'
import { firstStart, signIn } from '../faults/clerk.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'scan-flow-'))
const feeder = join(folder, 'feeder')
const out = 'test-results/scan'
let app: RunningApp

test.beforeAll(async () => {
  app = await launchApp(join(folder, 'data'), [`--scanner=${feeder}`])
  await firstStart(app)
  await signIn(app)
})
test.afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

const tray = (): Promise<ScanTray> => app.call<ScanTray>('scanning.tray')

/** Once nothing runs and every side has its page. */
async function settled(sides: number): Promise<ScanTray> {
  await expect.poll(async () => {
    const { run, pages } = await tray()
    return run.state !== 'running' && pages.length >= sides && pages.every(({ state }) => state !== 'coming')
  }, { timeout: 90_000 }).toBe(true)
  return tray()
}

async function receive(): Promise<{ readonly subject: string, readonly code: string, readonly papers: readonly string[] }> {
  const { procedures } = await app.call<{ procedures: readonly { code: string, cases: readonly { id: string }[] }[] }>('office.catalogue')
  const procedure = procedures.find(({ code }) => code === '1.004873') ?? procedures[0]
  const received = await app.call<Result<readonly Act[]>>('desk.do', {
    verb: 'dossier/receive', input: {
      procedure: procedure?.code, caseId: procedure?.cases[0]?.id, channel: 'direct', collectAt: 'counter', setCount: 1, applicant: { name: 'Ngô Văn Ẩm' }, forSupplement: true,
      limit: { count: 3, unit: 'working-days' }, fee: { amount: 0, exemptionGround: 'Hộ nghèo' },
      papers: ['Đơn đăng ký đất đai', 'Sơ đồ thửa đất', 'Chứng từ thuế, lệ phí'].map(name => ({ name, originals: 1, copies: 0, received: true })),
    },
  })
  if (!received.ok) throw new Error(received.problem.code)
  const dossier = fold(received.value)
  return { subject: dossier?.subject ?? '', code: dossier?.code ?? '', papers: dossier?.papers.filter(({ kind }) => kind === 'added').map(({ id }) => id) ?? [] }
}

test('a stack with a jam files itself by keyboard, what is unclear waits, and everything reaches its paper', async () => {
  const { page } = app
  await app.call('scanning.lookForScanners')
  const { scanners } = await app.call<{ scanners: readonly { id: string }[] }>('scanning.scanners')
  await app.call('scanning.choose', { scanner: scanners[0]?.id, source: 'feeder', resolution: 200, ownSettings: false })
  const { subject, code, papers } = await receive()
  const [one = '', two = ''] = papers
  const cover = (paper: string, sheets: number): CoverSheet => ({ unit: '31120', code, subject, paper, sheets })
  await fillFeeder(feeder, 1, [
    makeCover(cover(one, 2)), makePage('form', 1), makePage('letter', 2), makeCover(cover(two, 1)), makePage('table', 3), 'jam', makePage('photo', 4),
    makeCover({ ...cover(two, 1), unit: '31150' }), makePage('letter', 5),
  ])

  await page.keyboard.press('Alt+4')
  await page.getByRole('heading', { name: 'Chưa có tờ nào trong khay' }).waitFor()
  await page.screenshot({ path: `${out}/empty.png` })
  await page.keyboard.press('F5')
  await page.getByRole('alert').waitFor({ timeout: 60_000 })
  await expect(page.getByRole('alert')).toContainText('Máy quét kẹt giấy ở tờ thứ 6.')
  await settled(5)
  await page.getByRole('heading', { name: '5 tờ trong khay' }).waitFor()
  await page.screenshot({ path: `${out}/jam.png` })
  await page.keyboard.press('F5')
  const { pages } = await settled(8)
  expect(pages.map(({ cover: is, place }) => is !== null ? 'cover' : place?.kind === 'paper' ? place.paper : 'unclear'))
    .toEqual(['cover', one, one, 'cover', two, two, 'cover', 'unclear'])
  await page.getByRole('heading', { name: '8 tờ trong khay' }).waitFor()
  await page.locator('[data-page] >> nth=-1').focus()
  await page.screenshot({ path: `${out}/tray.png` })

  await page.evaluate(AXE)
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string, nodes: { html: string }[] }[] }> } }
    return (await axe.run()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160) ?? ''}`)
  })
  expect(found).toEqual([])
  await app.call('program.setZoom', 2)
  await page.waitForFunction(() => window.innerWidth < 700)
  await page.screenshot({ path: `${out}/tray-200.png` })
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await app.call('program.setZoom', 1)
  await page.waitForFunction(() => window.innerWidth > 1300)

  await page.locator('section.unsure [data-page]').focus()
  await page.keyboard.press('2')
  await expect.poll(async () => (await tray()).pages.filter(({ place, cover: is }) => place === null && is === null).length).toBe(0)
  await page.keyboard.press('Delete')
  await expect.poll(async () => (await tray()).pages.filter(({ aside }) => aside === 'taken-out').length).toBe(1)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await tray()).pages.filter(({ aside }) => aside === 'taken-out').length).toBe(0)
  await page.keyboard.press('F9')
  await expect.poll(async () => (await tray()).pages.length, { timeout: 30_000 }).toBe(0)
  await page.screenshot({ path: `${out}/filed.png` })
  const dossier = fold(await app.call<readonly Act[]>('journal.actsOf', subject))
  expect(dossier?.papers.filter(({ id }) => id === one || id === two).map(({ pages: kept = [] }) => kept.length)).toEqual([3, 2])
})
