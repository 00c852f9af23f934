import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Act } from '../../shared/acts/act.ts'
import type { Result } from '../../shared/base/result.ts'
import type { ScanTray } from '../../shared/bridge/scanning-api.ts'
import { fold } from '../../shared/dossiers/fold.ts'
import { qrSvg } from '../../main/printing/qr.ts'
import { cardText, someFacts } from '../builders/made-cards.ts'
import { makePage } from '../builders/made-pages.ts'
import { seededRandom } from '../builders/random.ts'
import { fillFeeder } from '../builders/scan-stack.ts'
import { launchApp, type RunningApp } from '../faults/app.ts'
import { firstStart, signIn } from '../faults/clerk.ts'

const folder = mkdtempSync(join(tmpdir(), 'card-cover-'))
const feeder = join(folder, 'feeder')
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

/** Whether the window is given a picture under this address. */
const isGiven = (address: string): Promise<boolean> => app.page.evaluate(src => new Promise<boolean>(resolve => {
  const image = new Image()
  image.onload = () => { resolve(true) }
  image.onerror = () => { resolve(false) }
  image.src = src
}), address)

test('a card’s image is given to the window only once the look is on record, in the tray and in its dossier', async () => {
  const { page } = app
  const chance = seededRandom(7)
  const code = qrSvg(cardText(someFacts(chance, 'chip'), 'chip', chance), 'M').replace('<svg ', '<svg x="80" y="60" width="30" height="30" ')
  const card = makePage('id-card', 7)
  await fillFeeder(feeder, 1, [{ ...card, svg: card.svg + code }, makePage('letter', 1)])
  await app.call('scanning.lookForScanners')
  const { scanners } = await app.call<{ scanners: readonly { id: string }[] }>('scanning.scanners')
  await app.call('scanning.choose', { scanner: scanners[0]?.id, source: 'feeder', resolution: 200, ownSettings: false })
  await app.call('scanning.start', { into: null, goOn: null, instead: null })
  const tray = (): Promise<ScanTray> => app.call<ScanTray>('scanning.tray')
  await expect.poll(async () => (await tray()).pages.map(({ state, page: made }) => [state, made?.sensitive === true]), { timeout: 90_000 })
    .toEqual([['ready', true], ['ready', false]])
  const [first, second] = (await tray()).pages
  const sha256 = first?.page?.sha256 ?? ''
  expect([await isGiven(`page://tray/${first?.id ?? ''}`), await isGiven(`page://tray/${second?.id ?? ''}`)]).toEqual([false, true])

  await page.keyboard.press('Alt+4')
  await page.locator('[data-page] >> nth=0').focus()
  await page.getByLabel('Lý do xem ảnh thẻ').waitFor()
  // The pages keep the keyboard: a card among them asks for nothing by itself.
  expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-page'))).toBe(true)
  await page.getByLabel('Lý do xem ảnh thẻ').focus()
  await page.keyboard.type('Đối chiếu số định danh')
  await page.keyboard.press('Enter')
  await page.locator('.view img').waitFor()
  expect(await isGiven(`page://tray/${first?.id ?? ''}`)).toBe(true)
  await page.screenshot({ path: 'test-results/card-cover/uncovered.png' })

  const received = await app.call<Result<readonly Act[]>>('desk.do', {
    verb: 'dossier/receive', input: {
      procedure: '1.001193', caseId: 'default', channel: 'direct', applicant: { name: 'Ngô Văn Ẩm' }, forSupplement: true, setCount: 1, collectAt: 'counter',
      papers: [{ name: 'Bản sao thẻ', originals: 1, copies: 0, received: true }],
      fee: { amount: 0, exemptionGround: 'Đúng hạn' }, limit: { count: 1, unit: 'same-day' },
    },
  })
  if (!received.ok) throw new Error(received.problem.code)
  const dossier = fold(received.value)
  const { subject = '', papers = [] } = dossier ?? {}
  const paper = papers.find(({ kind }) => kind === 'added')?.id ?? ''
  expect(await app.call('scanning.place', [first?.id], { kind: 'paper', subject, paper })).toMatchObject({ ok: true })
  expect(await app.call('scanning.file')).toMatchObject({ ok: true })
  const address = `page://here/${subject}/${sha256}`
  await app.call('session.lock')
  await signIn(app)
  expect([await isGiven(address), await isGiven(`${address}?whole`)]).toEqual([false, false])
  const look = { subject, sha256, screen: 'dossier', reason: 'Đối chiếu ảnh' }
  expect(await app.call('desk.do', { verb: 'dossier/look-at-page', input: look })).toMatchObject({ ok: true })
  expect([await isGiven(address), await isGiven(`${address}?whole`)]).toEqual([true, true])
})
