import type { Page } from 'playwright-core'
import type { Person } from '../../shared/people/person.ts'
import type { Hand } from './hand.ts'

/** One person before the desk and what they want. */
export interface Visit {
  readonly person: Person
  /** First letters or words a clerk types for the procedure, without marks. */
  readonly letters: string
  readonly outcome: 'receive' | 'refuse' | 'guidance'
  readonly reason?: string
  /** What is typed where the fee is asked; nothing is taken without it. */
  readonly fee?: string
}

/** The stop of the intake where the cursor is: `name`, `procedure`, `paper:p1`, `main`, …; empty elsewhere. */
async function stopOf(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? '')
}

/** Fills the intake by keyboard, answering whatever the cursor comes to, until it stands on the main button. */
export async function fillIntake(page: Page, hand: Hand, visit: Visit, isRestored = false): Promise<void> {
  if (!isRestored) await beginIntake(page, hand, visit)
  await page.waitForFunction(() => (document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? '') !== '')
  for (let step = 0; step < MOST_STOPS; step += 1) {
    const stop = await stopOf(page)
    if (stop === 'main') return
    if (stop === 'reason') {
      await hand.type(visit.reason ?? '')
      return
    }
    await answer(page, hand, visit, stop)
    await page.waitForFunction(before => (document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? '') !== before, stop)
  }
  throw new Error('The cursor never came to the main button')
}

/** The card goes into the reader; the draft with it is kept before the clerk goes on. */
export async function beginIntake(page: Page, hand: Hand, visit: Visit): Promise<void> {
  await page.waitForSelector('[data-field="name"]')
  await hand.beep(cardText(visit.person))
  await page.waitForFunction(() => !['', 'name'].includes(document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? ''))
  await page.getByText('Đã giữ bản nhập dở').waitFor()
}

const MOST_STOPS = 60

async function answer(page: Page, hand: Hand, visit: Visit, stop: string): Promise<void> {
  if (stop === 'procedure') {
    await hand.type(visit.letters)
    await page.waitForSelector('[role="option"]')
  } else if (stop === 'phone') {
    await hand.type(visit.person.phone ?? '0900000123')
  } else if (stop === 'limitCount') {
    await hand.type('3')
  } else if (stop === 'limitUnit') {
    await hand.press('ArrowDown', 2)
  } else if (stop === 'feeAmount') {
    await hand.type(visit.fee ?? '0')
  } else if (stop === 'feePages' || stop === 'feeCopies') {
    await hand.type('2')
  } else if (stop.startsWith('paper:') && visit.outcome !== 'receive') {
    await leaveOut(page, hand, visit.outcome)
    return
  }
  await hand.press('Enter')
}

/** The paper is not here: the clerk goes to the three ways out and takes the one meant. */
async function leaveOut(page: Page, hand: Hand, outcome: 'refuse' | 'guidance'): Promise<void> {
  const wanted = outcome === 'refuse' ? /^Từ chối$/ : /^Hướng dẫn hoàn thiện$/
  for (let tab = 0; tab < 80; tab += 1) {
    await hand.press('Tab')
    const text = await page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? '')
    if (/^Không nhận được hồ sơ này/.test(text)) await hand.press('Enter')
    if (!wanted.test(text)) continue
    await hand.press('Enter')
    return
  }
  throw new Error(`No way to ${outcome} by keyboard`)
}

/** What is printed in the QR of an ID card. */
export function cardText({ personalNumber, oldNumber, name, bornOn, sex, address, cardIssuedOn }: Person): string {
  const day = (on: string | undefined): string => (on === undefined ? '' : `${on.slice(8)}${on.slice(5, 7)}${on.slice(0, 4)}`)
  return [personalNumber ?? '', oldNumber ?? '', name, day(bornOn), sex === 'female' ? 'Nữ' : 'Nam', address ?? '', day(cardIssuedOn ?? '2022-05-10')].join('|')
}
