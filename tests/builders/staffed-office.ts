import type { Page } from 'playwright-core'
import type { Hand } from '../../build/day/hand.ts'
import type { Result } from '../../shared/base/result.ts'
import type { RunningApp } from '../faults/app.ts'

/** Everybody of a small office; each works by keyboard under a PIN of their own. */
export const STAFF = {
  counter: { name: 'Trần Thị Bình', roles: ['clerk', 'director'], pin: '482915' },
  officer: { name: 'Võ Thị Hòa', roles: ['officer', 'registrar'], pin: '730264' },
  leader: { name: 'Trần Văn Dũng', roles: ['leader'], pin: '516038' },
} as const

/** Opens the office on this PC, with nobody signed in. */
export async function openOffice({ call, page }: RunningApp): Promise<void> {
  const opened = await call<Result<unknown>>('office.openUnit', { unit: '31120', desk: 'Quầy 1', deskNumber: 1, people: Object.values(STAFF) })
  if (!opened.ok) throw new Error(opened.problem.code)
  await page.reload()
}

/** Somebody takes the place of whoever sits here. */
export async function sitDown(page: Page, hand: Hand, who: keyof typeof STAFF): Promise<void> {
  if (await page.locator('nav').count() > 0) await hand.press('Alt+0')
  await page.waitForSelector('[role="radio"]')
  const names = await page.locator('[role="radio"]').allInnerTexts()
  await hand.press(`Alt+${String(names.findIndex(name => name.includes(STAFF[who].name)) + 1)}`)
  await hand.type(STAFF[who].pin)
  await page.waitForSelector('.tiles')
}
