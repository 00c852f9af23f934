import { expect, test } from '@playwright/test'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JournalState } from '../../shared/bridge/main-api.ts'
import type { Result } from '../../shared/base/result.ts'
import { seededRandom } from '../builders/random.ts'
import { launchApp } from '../faults/app.ts'
import { firstStart, nothingAcknowledged, signIn, workOnce } from '../faults/clerk.ts'
import { countLost, readJournalOnDisk } from '../faults/oracle.ts'

test('J3 a line that rotted is healed at the next start from the second copy chosen in the settings', async () => {
  const world = mkdtempSync(join(tmpdir(), 'second-copy-'))
  const [data, copy] = [join(world, 'data'), join(world, 'other drive')]
  mkdirSync(copy)
  const app = await launchApp(data)
  await firstStart(app)
  await signIn(app)
  const chosen = await app.call<Result<unknown>>('office.changeDevice', { printer: null, paperSize: 'A5', secondCopy: copy })
  expect(chosen.ok).toBe(true)
  const acknowledged = nothingAcknowledged()
  for (let i = 0; i < 5; i += 1) await workOnce(app, seededRandom(i + 1), acknowledged)
  await expect.poll(async () => (await app.call<JournalState>('journal.state')).secondCopy).toEqual({ state: 'whole', folder: copy })
  await app.kill()

  const [device = ''] = readdirSync(join(data, 'journal'))
  const folder = join(data, 'journal', device)
  const file = join(folder, readdirSync(folder)[0] ?? '')
  const lines = readFileSync(file, 'utf8').split('\n')
  writeFileSync(file, lines.map((line, at) => (at === 2 ? line.replace('"at":"2', '"at":"3') : line)).join('\n'))

  const again = await launchApp(data)
  await expect.poll(async () => (await again.call<JournalState>('journal.state')).verification.state).toBe('done')
  const { readOnly, healedLines } = await again.call<JournalState>('journal.state')
  expect({ readOnly, isHealed: healedLines > 0, lost: countLost(acknowledged.byHand, readJournalOnDisk(data)) })
    .toEqual({ readOnly: null, isHealed: true, lost: 0 })
  await again.close()
  rmSync(world, { recursive: true })
})
