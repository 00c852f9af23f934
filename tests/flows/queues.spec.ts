import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { goToRow, openQueue, runBatch } from '../../build/day/desk-queues.ts'
import { handOn, type Hand } from '../../build/day/hand.ts'
import type { DeskListId } from '../../renderer/store/desk-list.ts'
import { batchText } from '../../renderer/text/batch.ts'
import { stepNames } from '../../renderer/text/steps.ts'
import type { Act } from '../../shared/acts/act.ts'
import type { Result } from '../../shared/base/result.ts'
import type { SignInName } from '../../shared/bridge/main-api.ts'
import { launchApp, type RunningApp } from '../faults/app.ts'
import { signIn } from '../faults/clerk.ts'

/** One person who does everything, and an officer to hand things to. */
const PEOPLE = [
  { name: 'Trần Thị Bình', roles: ['clerk', 'officer', 'leader', 'registrar', 'fee-clerk', 'director'], pin: '482915' },
  { name: 'Võ Thị Hòa', roles: ['officer'], pin: '730264' },
] as const
const LONG_AGO = '--clock=2026-10-05T02:00:00.000Z'
const TODAY = '--clock=2026-11-20T02:00:00.000Z'
const RESULTS = [{ name: 'Giấy xác nhận', number: '15' }]

const folder = mkdtempSync(join(tmpdir(), 'queues-'))
let app: RunningApp

test.beforeAll(async () => {
  app = await launchApp(folder, [LONG_AGO])
  const opened = await app.call<Result<unknown>>('office.openUnit', { unit: '31120', desk: 'Quầy 1', deskNumber: 1, people: PEOPLE })
  if (!opened.ok) throw new Error(opened.problem.code)
  await signIn(app)
  await bring('Nằm Lâu', ['dossier/resolve', { results: RESULTS }])
  await bring('Quá Hạn')
  await app.close()
  app = await launchApp(folder, [TODAY])
  await signIn(app)
  await bring('Chờ Chuyển', null)
  await bring('Việc Tôi')
  await bring('Bổ Sung', ['dossier/request-supplement', { papers: ['Đơn'], reason: 'Mờ' }])
  await bring('Nộp Tiền', ['dossier/request-payment', { noticeNumber: 'TB 7', issuedBy: 'Thuế cơ sở 3', amount: 500_000 }])
  await bring('Chờ Ký', ['dossier/submit-for-signature', { to: await idOf(0), results: RESULTS }])
  await bring('Chờ Trả', ['dossier/resolve', { results: RESULTS }])
  await bring('Đến Hạn', null)
})
test.afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

test('every queue of the desk is opened, gone through and acted on by keyboard alone, and is one shorter then', async () => {
  const { page } = app
  const hand = handOn(page)
  const said = async (words: string): Promise<void> => { await page.locator('main').getByText(words).first().waitFor() }
  const acts: readonly (readonly [DeskListId, string, () => Promise<void>])[] = [
    ['due-today', 'Đến Hạn', async () => {
      await take(hand, stepNames.withdraw, ['Dan xin rut'])
      await said(stepNames.withdraw.said)
    }],
    ['overdue', 'Quá Hạn', async () => {
      await take(hand, stepNames['request-supplement'], ['Don', 'Mo'])
      await said(stepNames['request-supplement'].said)
    }],
    ['to-forward', 'Chờ Chuyển', batch(hand, 'forward')],
    ['mine', 'Việc Tôi', batch(hand, 'forward')],
    ['papers', 'Bổ Sung', async () => {
      await take(hand, stepNames.supplement, [])
      await said(stepNames.supplement.said)
    }],
    ['payment', 'Nộp Tiền', async () => {
      await take(hand, stepNames['record-payment'], ['', 'GNT 12'])
      await said(stepNames['record-payment'].said)
    }],
    ['to-sign', 'Chờ Ký', batch(hand, 'sign')],
    ['lies-long', 'Nằm Lâu', batch(hand, 'return')],
    ['to-return', 'Chờ Trả', async () => {
      await hand.press('Enter')
      await page.waitForSelector('.do')
      await hand.press('F9')
      await page.waitForSelector('.hand')
      await hand.press('F9')
      await said('Đã trả')
    }],
  ]
  for (const [list, name, act] of acts) {
    await expect.poll(() => openQueue(page, hand, list), { message: list }).toBeGreaterThan(0)
    const before = await openQueue(page, hand, list)
    await goToRow(page, hand, name)
    await act()
    await expect.poll(() => openQueue(page, hand, list), { message: `${list} afterwards` }).toBe(before - 1)
  }
})

test('a key pressed at the moment the places are drawn is heard, however long the PC takes for the rest', async () => {
  const { page } = app
  const hand = handOn(page)
  await hand.press('Alt+0')
  await page.waitForSelector('[role="radio"]')
  // Before any effect that React runs after it has drawn.
  await page.evaluate(() => {
    new MutationObserver((_, watch) => {
      if (document.querySelector('nav.nav') === null) return
      watch.disconnect()
      window.dispatchEvent(new KeyboardEvent('keydown', { code: 'Digit6', key: '6', altKey: true, bubbles: true, cancelable: true }))
    }).observe(document.body, { childList: true, subtree: true })
  })
  const names = await page.locator('[role="radio"]').allInnerTexts()
  await hand.press(`Alt+${String(names.findIndex(name => name.includes(PEOPLE[0].name)) + 1)}`)
  await hand.type(PEOPLE[0].pin)
  await page.locator('nav.nav [aria-current="page"]', { hasText: 'Tra cứu' }).waitFor()
})

/** Marks the row in hand and does one thing to what is marked. */
function batch(hand: Hand, id: 'forward' | 'sign' | 'return'): () => Promise<void> {
  return async () => {
    await hand.press('Space')
    await app.page.getByText(batchText.marked(1)).waitFor()
    await runBatch(app.page, hand, 'F9', batchText.actions[id].done)
  }
}

/** Opens the row in hand, takes the step by the key its button names, and writes its fields in their order. */
async function take(hand: Hand, { action }: { readonly action: string }, typed: readonly string[]): Promise<void> {
  const { page } = app
  await hand.press('Enter')
  await page.waitForSelector('.do')
  await hand.press(await page.locator('.do').getByRole('button', { name: action }).first().getAttribute('aria-keyshortcuts') ?? '')
  await page.waitForSelector('.act-form')
  for (const [i, words] of typed.entries()) {
    if (i > 0) await hand.press('Tab')
    await hand.type(words)
  }
  await hand.press('F9')
}

/** A dossier of one person, forwarded to whoever sits here and brought on by one step; `null` stays at the counter. */
async function bring(name: string, on?: readonly [string, object] | null): Promise<void> {
  const received = await perform('dossier/receive', {
    procedure: '1.001193', caseId: 'default', channel: 'direct', applicant: { name: `Nguyễn ${name}`, phone: '0900000123' },
    papers: ['p32', 'p5'].map(id => ({ id, originals: 1, copies: 0, received: true })), setCount: 1, collectAt: 'counter', fee: { amount: 0, exemptionGround: 'Đúng hạn' },
    limit: { count: 1, unit: 'same-day' },
  })
  const subject = received.find(({ kind }) => kind === 'dossier/received')?.subject
  if (on === null) return
  await perform('dossier/forward', { subject, to: { userId: await idOf(0) } })
  if (on !== undefined) await perform(on[0], { subject, ...on[1] })
}

async function perform(verb: string, input: object): Promise<readonly Act[]> {
  const answer = await app.call<Result<readonly Act[]>>('desk.do', { verb, input })
  if (!answer.ok) throw new Error(`${verb}: ${JSON.stringify(answer.problem)}`)
  return answer.value
}

async function idOf(nth: number): Promise<string> {
  const names = await app.call<readonly SignInName[]>('session.names')
  return names.find(({ name }) => name === PEOPLE[nth]?.name)?.id ?? ''
}
