import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { batchText } from '../../renderer/text/batch.ts'
import { stepNames, stepText } from '../../renderer/text/steps.ts'
import type { Act } from '../../shared/acts/act.ts'
import type { Dossier } from '../../shared/dossiers/dossier.ts'
import { fold } from '../../shared/dossiers/fold.ts'
import type { RunningApp } from '../../tests/faults/app.ts'
import { markRows, runBatch } from './desk-queues.ts'
import { fillIn, openDossier, takeStep } from './dossier-page.ts'
import { signInByKeyboard, type NthOfStaff } from './first-start.ts'
import { handOn, type Hand } from './hand.ts'

/** An office at work on what was received: the counter's PC, and one that officer, leader and registrar share. */
export interface OfficeAtWork {
  readonly counter: RunningApp
  readonly shared: RunningApp
  readonly hand: Hand
  /** What was received, by code and subject. */
  readonly received: readonly Received[]
  readonly look: (page: Page, name: string) => Promise<void>
}

interface Received { readonly code: string, readonly subject: string }

/** How the dossiers went on. */
export interface OfficeFigures {
  readonly supplements: number
  readonly apologies: number
  readonly withdrawn: number
  readonly stopped: number
  readonly signed: number
  readonly returned: number
}

/** What becomes of the first, the second, … dossier; from the seventh on every other one is signed. */
const WAYS = ['withdraw', 'supplement', 'apologise', 'stop', 'sign', 'resolve'] as const
type Way = (typeof WAYS)[number]

const LEADER: NthOfStaff = 1
const OFFICER: NthOfStaff = 4
const REGISTRAR: NthOfStaff = 5

/** A Friday after every due day of the rehearsed office. */
const NEW_DUE = '29/01/2027'

/** Every main path between receipt and the handed-over result, by keyboard, each step by whom it belongs to. */
export async function workOnDossiers({ counter, shared, hand, received, look }: OfficeAtWork): Promise<OfficeFigures> {
  const ways = received.map((one, i) => ({ ...one, way: WAYS[i] ?? (i % 2 === 0 ? 'sign' as const : 'resolve' as const) }))
  const those = (...wanted: readonly Way[]) => ways.filter(({ way }) => wanted.includes(way))
  const { page } = counter
  const sharedHand = handOn(shared.page)

  for (const { code } of those('withdraw')) {
    await openDossier(page, hand, code)
    await takeStep(page, hand, stepNames.withdraw, () => fillIn(page, hand, { [stepText.request]: 'Người nộp chưa muốn làm' }))
    await look(page, 'dossier-withdrawn')
  }
  const goingOn = ways.filter(({ way }) => way !== 'withdraw')
  await markRows(page, hand, 'to-forward', goingOn.length)
  await look(page, 'queue-to-forward')
  await runBatch(page, hand, 'F9', batchText.actions.forward.done)

  await untilAt(counter, shared, goingOn, ({ state }) => state === 'processing')
  await workAsOfficer(shared.page, sharedHand, goingOn, look)
  await workAsLeader(shared.page, sharedHand, those('sign').length, those('apologise'), look)
  await workAsRegistrar(shared.page, sharedHand, those('sign'), look)

  await untilAt(shared, counter, those('sign'), ({ results }) => results.length > 0 && results.every(({ number }) => number !== undefined))
  await untilAt(shared, counter, those('supplement'), ({ state }) => state === 'awaitingSupplement')
  for (const { code } of those('supplement')) {
    await openDossier(page, hand, code)
    await takeStep(page, hand, stepNames.supplement)
    await look(page, 'dossier-supplemented')
  }
  const ready = those('sign', 'resolve')
  if (ready.length > 0) {
    await markRows(page, hand, 'to-return', ready.length)
    await runBatch(page, hand, 'Shift+F9', batchText.actions['hand-over'].done)
    await look(page, 'queue-handed-over')
    await markRows(page, hand, 'to-return', ready.length)
    await runBatch(page, hand, 'F9', batchText.actions.return.done)
    await look(page, 'queue-returned')
  }
  await untilAt(shared, counter, those('apologise'), ({ apology }) => apology !== undefined)
  return countWays(await Promise.all(received.map(({ subject }) => dossierAt(counter, subject))))
}

async function workAsOfficer(page: Page, hand: Hand, dossiers: readonly (Received & { readonly way: Way })[], look: OfficeAtWork['look']): Promise<void> {
  await changePerson(page, hand, OFFICER)
  await look(page, 'desk-officer')
  for (const { code, way } of dossiers) {
    if (way === 'apologise') continue
    await openDossier(page, hand, code)
    if (way === 'supplement') {
      await takeStep(page, hand, stepNames['request-supplement'], () =>
        fillIn(page, hand, { [stepText.toBring]: 'Giấy chứng sinh', [stepText.reason]: 'Bản sao mờ' }))
    } else if (way === 'stop') {
      await takeStep(page, hand, stepNames.stop, () => fillIn(page, hand, { [stepText.reason]: 'Đang có tranh chấp được Tòa án thụ lý' }))
    } else if (way === 'sign') {
      await takeStep(page, hand, stepNames.submit, () => fillIn(page, hand, { [stepText.results]: 'Kết quả giải quyết' }))
    } else {
      await takeStep(page, hand, stepNames.resolve, async () => {
        await fillIn(page, hand, { [stepText.results]: 'Kết quả giải quyết' })
        await numberEach(page, hand)
      })
    }
    await look(page, `dossier-${way}`)
  }
}

async function workAsLeader(page: Page, hand: Hand, toSign: number, toApologise: readonly Received[], look: OfficeAtWork['look']): Promise<void> {
  await changePerson(page, hand, LEADER)
  if (toSign > 0) {
    await markRows(page, hand, 'to-sign', toSign)
    await look(page, 'queue-to-sign')
    await runBatch(page, hand, 'F9', batchText.actions.sign.done)
  }
  for (const { code } of toApologise) {
    await openDossier(page, hand, code)
    await takeStep(page, hand, stepNames.apologise, () =>
      fillIn(page, hand, { [stepText.newDueOn]: NEW_DUE, [stepText.reason]: 'Chờ cơ quan khác trả lời xác minh' }))
    await look(page, 'dossier-apologise')
  }
}

async function workAsRegistrar(page: Page, hand: Hand, signed: readonly Received[], look: OfficeAtWork['look']): Promise<void> {
  if (signed.length === 0) return
  await changePerson(page, hand, REGISTRAR)
  for (const { code } of signed) {
    await openDossier(page, hand, code)
    await takeStep(page, hand, stepNames.number, () => numberEach(page, hand))
    await look(page, 'dossier-numbered')
  }
}

/** A number for each result the form names. */
async function numberEach(page: Page, hand: Hand): Promise<void> {
  const labels = await page.locator('.act-form label', { hasText: stepText.numberOf('') }).allInnerTexts()
  for (const [i, label] of labels.entries()) await fillIn(page, hand, { [label.trim()]: `${String(i + 15)}/UBND` })
}

/** The one at the keyboard leaves, another signs in. */
async function changePerson(page: Page, hand: Hand, nth: NthOfStaff): Promise<void> {
  if (await page.locator('nav').count() > 0) await hand.press('Alt+0')
  await signInByKeyboard(page, hand, nth)
}

function countWays(dossiers: readonly Dossier[]): OfficeFigures {
  const inState = (state: Dossier['state']): number => dossiers.filter(dossier => dossier.state === state).length
  return {
    supplements: dossiers.filter(({ supplements }) => supplements.some(({ suppliedAt }) => suppliedAt !== undefined)).length,
    apologies: dossiers.filter(({ apology }) => apology !== undefined).length,
    withdrawn: inState('withdrawn'), stopped: inState('stopped'), returned: inState('returned'),
    signed: dossiers.filter(({ signature }) => signature !== undefined).length,
  }
}

async function dossierAt(app: RunningApp, subject: string): Promise<Dossier> {
  const dossier = fold(await app.call<readonly Act[]>('journal.actsOf', subject))
  if (dossier === undefined) throw new Error('A dossier is not here')
  return dossier
}

/** What one PC wrote has come to the other. */
async function untilAt(
  from: RunningApp, to: RunningApp, dossiers: readonly Received[], isSo: (dossier: Dossier) => boolean,
): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    await from.call('sync.sendNow')
    await to.call('sync.sendNow')
    const here = await Promise.all(dossiers.map(async ({ subject }) => fold(await to.call<readonly Act[]>('journal.actsOf', subject))))
    if (here.every(dossier => dossier !== undefined && isSo(dossier))) return
    await pause(500)
  }
  throw new Error('What one PC wrote did not come to the other')
}

const MOST_TRIES = 400
