import { expect, test } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Act } from '../../shared/acts/act.ts'
import type { Result } from '../../shared/base/result.ts'
import type { TextHit } from '../../shared/bridge/reading-api.ts'
import type { ScanTray } from '../../shared/bridge/scanning-api.ts'
import { fold } from '../../shared/dossiers/fold.ts'
import type { CoverSheet } from '../../shared/papers/cover-sheet.ts'
import { qrSvg } from '../../main/printing/qr.ts'
import { cardText, someFacts } from '../builders/made-cards.ts'
import { makeCover, makePage, type MadePage } from '../builders/made-pages.ts'
import { preflight } from '../builders/preflight.ts'
import { seededRandom } from '../builders/random.ts'
import { fillFeeder } from '../builders/scan-stack.ts'
import { launchApp, type RunningApp } from '../faults/app.ts'
import { firstStart, signIn } from '../faults/clerk.ts'

const PAPERS = ['Đơn đăng ký đất đai', 'Bản sao thẻ căn cước']
const folder = mkdtempSync(join(tmpdir(), 'export-flow-'))
const [feeder, usb] = [join(folder, 'feeder'), join(folder, 'usb')]
let app: RunningApp

test.beforeAll(async () => {
  mkdirSync(usb)
  app = await launchApp(join(folder, 'data'), [`--scanner=${feeder}`])
  await firstStart(app)
  await signIn(app)
})
test.afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

/** A dossier whose first paper has two scanned pages and whose second has a copy of an ID card. */
async function receiveWithPages(): Promise<string> {
  const { procedures } = await app.call<{ procedures: readonly { code: string, cases: readonly { id: string }[] }[] }>('office.catalogue')
  const procedure = procedures.find(({ code }) => code === '1.004873') ?? procedures[0]
  const received = await app.call<Result<readonly Act[]>>('desk.do', {
    verb: 'dossier/receive', input: {
      procedure: procedure?.code, caseId: procedure?.cases[0]?.id, channel: 'direct', collectAt: 'counter', setCount: 1, applicant: { name: 'Ngô Văn Ẩm' },
      forSupplement: true, limit: { count: 3, unit: 'working-days' }, fee: { amount: 0, exemptionGround: 'Hộ nghèo' },
      papers: PAPERS.map(name => ({ name, originals: 1, copies: 0, received: true })),
    },
  })
  if (!received.ok) throw new Error(received.problem.code)
  const dossier = fold(received.value)
  const [one = '', two = ''] = dossier?.papers.filter(({ kind }) => kind === 'added').map(({ id }) => id) ?? []
  const { subject = '', code = '' } = dossier ?? {}
  const cover = (paper: string, sheets: number): CoverSheet => ({ unit: '31120', code, subject, paper, sheets })
  await app.call('scanning.lookForScanners')
  const { scanners } = await app.call<{ scanners: readonly { id: string }[] }>('scanning.scanners')
  await app.call('scanning.choose', { scanner: scanners[0]?.id, source: 'feeder', resolution: 200, ownSettings: false })
  await fillFeeder(feeder, 1, [makeCover(cover(one, 2)), makePage('letter', 1), makePage('form', 2), makeCover(cover(two, 1)), cardCopy()])
  await app.call('scanning.start', { into: null, goOn: null, instead: null })
  await expect.poll(async () => {
    const { run, pages } = await app.call<ScanTray>('scanning.tray')
    return run.state !== 'running' && pages.length === 5 && pages.every(({ state }) => state === 'ready')
  }, { timeout: 90_000 }).toBe(true)
  expect(await app.call('scanning.file')).toMatchObject({ ok: true, value: { pages: 3 } })
  return subject
}

/** A card on a copier, with its code. */
function cardCopy(): MadePage {
  const chance = seededRandom(7)
  const code = qrSvg(cardText(someFacts(chance, 'chip'), 'chip', chance), 'M').replace('<svg ', '<svg x="80" y="60" width="30" height="30" ')
  const page = makePage('id-card', 7)
  return { ...page, svg: page.svg + code }
}

/** What the system's own dialog answers, as if a person had chosen there; it proposes this name. */
async function answerDialog(filePath: string | null): Promise<void> {
  await app.electron.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = (...asked: readonly unknown[]) => {
      const { defaultPath = '' } = asked.at(-1) as Electron.SaveDialogOptions
      ;(globalThis as { proposed?: string }).proposed = defaultPath
      return Promise.resolve({ canceled: path === null, filePath: path ?? '' })
    }
  }, filePath)
}

async function tabTo(name: string): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await app.page.keyboard.press('Tab')
    if (await app.page.evaluate(wanted => document.activeElement?.getAttribute('aria-label') === wanted, name)) return
  }
  throw new Error(`Nobody can walk to ${name}`)
}

const acts = (subject: string): Promise<readonly Act[]> => app.call('journal.actsOf', subject)
const looksAt = async (subject: string): Promise<number> => (await acts(subject)).filter(({ kind }) => kind === 'dossier/page-looked-at').length
const pdfinfo = (file: string): string => execFileSync('pdfinfo', [file], { encoding: 'utf8' })

test('a paper and the whole dossier go out as archival files by keyboard, with the words that were read under the image', async () => {
  const { page } = app
  const subject = await receiveWithPages()
  const code = fold(await acts(subject))?.code ?? ''
  // Nobody is at the PC for a while, and the pages are read.
  await app.electron.evaluate(({ powerMonitor }) => { powerMonitor.getSystemIdleTime = () => 600 })
  await expect.poll(async () => (await app.call<readonly TextHit[]>('reading.searchTexts', 'bien dong')).map(hit => hit.subject), { timeout: 120_000 }).toEqual([subject])

  await page.keyboard.press('Alt+6')
  await page.waitForSelector('.results tbody tr')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Lưu PDF mọi trang của hồ sơ' }).waitFor()

  await answerDialog(null)
  await page.keyboard.press('Control+s')
  await expect.poll(() => app.electron.evaluate(() => (globalThis as { proposed?: string }).proposed ?? '')).toContain(`${code}-pages.pdf`)
  const whole = join(usb, 'ca-ho-so.pdf')
  await answerDialog(whole)
  await page.keyboard.press('Control+s')
  await page.getByRole('status').filter({ hasText: `Đã lưu 3 trang thành tệp ${whole}.` }).waitFor()
  expect(await looksAt(subject)).toBe(1)
  const single = join(usb, 'don.pdf')
  await answerDialog(single)
  await tabTo('Lưu PDF: Đơn đăng ký đất đai')
  await page.keyboard.press('Enter')
  await page.getByRole('status').filter({ hasText: `Đã lưu 2 trang thành tệp ${single}.` }).waitFor()
  expect([await looksAt(subject), readdirSync(usb).sort()]).toEqual([1, ['ca-ho-so.pdf', 'don.pdf']])

  expect(await preflight({ whole: readFileSync(whole), single: readFileSync(single) })).toEqual({ whole: [], single: [] })
  expect([pdfinfo(whole), pdfinfo(single)].map(told => /Pages:\s+(\d+)/.exec(told)?.[1])).toEqual(['3', '2'])
  const outline = execFileSync('pdftohtml', ['-xml', '-stdout', '-i', whole], { encoding: 'utf8' })
  expect([...outline.matchAll(/page="(\d)">([^<]+)</g)].map(([, at, name]) => [at, name])).toEqual([['1', PAPERS[0]], ['3', PAPERS[1]]])
  const text = execFileSync('pdftotext', [single, '-'], { encoding: 'utf8' })
  expect(text).toContain('CỘNG HÒA')
  expect(execFileSync('pdftotext', ['-f', '3', whole, '-'], { encoding: 'utf8' }).trim()).toBe('')
})

test('with a page gone and no line it says so, and no file is made', async () => {
  const { page } = app
  const [subject] = (await app.call<readonly TextHit[]>('reading.searchTexts', 'bien dong')).map(hit => hit.subject)
  const [, second] = fold(await acts(subject ?? ''))?.papers.find(({ name }) => name === PAPERS[0])?.pages ?? []
  const name = second?.sha256 ?? ''
  rmSync(join(folder, 'data', 'pages', name.slice(0, 2), name))
  const file = join(usb, 'thieu.pdf')
  await answerDialog(file)
  await page.keyboard.press('Control+s')
  await page.getByRole('status').filter({ hasText: 'Trang 2 của Đơn đăng ký đất đai không có trên máy này' }).waitFor()
  await page.screenshot({ path: 'test-results/export/missing.png' })
  expect([existsSync(file), readdirSync(usb).length]).toEqual([false, 2])
})
