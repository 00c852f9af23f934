import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import type { Act } from '../../shared/acts/act.ts'
import type { Result } from '../../shared/base/result.ts'
import type { SyncState } from '../../shared/bridge/main-api.ts'
import type { RunningApp } from '../../tests/faults/app.ts'
import { addPages, makeImages } from '../../tests/builders/enrolled-desks.ts'
import { openDossier } from './dossier-page.ts'
import type { Hand } from './hand.ts'

/** Pages from image files come to a dossier, through the program's own door. */
export async function attachPages(app: RunningApp, folder: string, subject: string, seed: number): Promise<void> {
  const kept = await addPages(app, makeImages(join(folder, 'images'), 3, 40_000, seed))
  if (!kept.ok) throw new Error(`No pages: ${kept.problem.code}`)
  await perform(app, 'dossier/attach-paper', {
    subject, name: 'Giấy tờ quét tại quầy', originals: 1, copies: 0, reason: 'Quét tại quầy', pages: kept.value,
  })
}

/** Corrects the applicant's phone number. */
export function correctPhone(app: RunningApp, subject: string, to: string): Promise<void> {
  return perform(app, 'dossier/correct', { subject, field: 'applicant.phone', to, reason: 'Người nộp báo đổi số' })
}

/** Resolves once this desk holds acts of the dossier written at so many desks. */
export async function untilDesksKnown(app: RunningApp, subject: string, desks: number): Promise<void> {
  await until(async () => {
    await app.call('sync.sendNow')
    const acts = await app.call<readonly Act[]>('journal.actsOf', subject)
    return new Set(acts.map(({ device }) => device)).size >= desks
  })
}

/** Resolves once nothing of this desk waits for the city's confirmation. */
export async function untilConfirmed(app: RunningApp): Promise<void> {
  await until(async () => {
    await app.call('sync.sendNow')
    const { waiting } = await app.call<SyncState>('sync.state')
    return waiting.dossiers + waiting.acts + waiting.pages === 0
  })
}

/** The dispute is on the screen with both values; the clerk takes the first by keyboard. How many were seen. */
export async function settleOnScreen(page: Page, hand: Hand, code: string, look: (name: string) => Promise<void>): Promise<number> {
  await openDossier(page, hand, code)
  await page.waitForSelector('.dispute')
  await look('dispute')
  const seen = await page.locator('.dispute').count()
  for (let tab = 0; tab < 60; tab += 1) {
    if (await page.evaluate(() => document.activeElement?.matches('.dispute input[type="radio"]') ?? false)) break
    await hand.press('Tab')
  }
  await hand.press('Space')
  await hand.press('Enter')
  await page.waitForFunction(before => document.querySelectorAll('.dispute input').length < before, 2 * seen)
  await look('dispute-settled')
  return seen
}

async function perform(app: RunningApp, verb: string, input: object): Promise<void> {
  const done = await app.call<Result<readonly Act[]>>('desk.do', { verb, input })
  if (!done.ok) throw new Error(`${verb}: ${done.problem.code}`)
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    if (await isSo()) return
    await pause(500)
  }
  throw new Error('The line brought nothing for minutes')
}

const MOST_TRIES = 400
