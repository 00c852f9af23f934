import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { handOn } from '../../build/day/hand.ts'
import { cardText } from '../../build/day/intake.ts'
import { practicePeople } from '../../shared/training/practice-people.ts'
import { launchApp, type RunningApp } from '../faults/app.ts'
import { firstStart, signIn } from '../faults/clerk.ts'

const folder = mkdtempSync(join(tmpdir(), 'card-reader-'))
let app: RunningApp

test.beforeAll(async () => {
  app = await launchApp(folder)
  await firstStart(app)
  await signIn(app)
})
test.afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

/** How long the window stands still at most, again and again. */
const STANDSTILL_MS = 400

test('every card is read as it says on a PC that stands still half of the time', async () => {
  const { page } = app
  const hand = handOn(page)
  await hand.press('F2')
  await page.waitForSelector('[data-field="name"]')
  await page.evaluate(longest => {
    setInterval(() => {
      const end = performance.now() + Math.random() * longest
      while (performance.now() < end);
    }, longest)
  }, STANDSTILL_MS)

  const people = practicePeople(8, 5)
  const read: string[] = []
  for (const person of people) {
    await page.locator('input[data-field="name"]').focus()
    await hand.beep(cardText(person))
    await page.waitForFunction(() => document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field'] !== 'name')
    read.push(await page.locator('input[data-field="name"]').inputValue())
  }
  expect(read).toEqual(people.map(person => person.name))
})
