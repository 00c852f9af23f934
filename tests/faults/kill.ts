import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import type { JournalState } from '../../shared/bridge/main-api.ts'
import { seededRandom, type Random } from '../builders/random.ts'
import { launchApp, type RunningApp } from './app.ts'
import { countAcknowledged, firstStart, nothingAcknowledged, signIn, workOnce, type Acknowledged } from './clerk.ts'
import { countLost, countTwice, readJournalOnDisk } from './oracle.ts'
import type { Rig } from './rig.ts'

/**
 * SIGKILL to the real program at random moments while it receives, corrects, drafts and rebuilds.
 *
 * After each kill the bytes on disk are judged by an oracle that shares no code with the product.
 */
export const kill: Rig = async ({ runs, seed, say }) => {
  const random = seededRandom(seed)
  const folder = mkdtempSync(join(tmpdir(), 'kill-'))
  const acknowledged = nothingAcknowledged()
  const opening = await launchApp(folder)
  await firstStart(opening)
  await opening.close()

  let lost = 0
  let numbersTwice = 0
  let brokenLines = 0
  for (let run = 1; run <= runs; run += 1) {
    const isRebuild = random.next() < 0.15
    if (isRebuild) rmSync(join(folder, 'window', 'IndexedDB'), { recursive: true, force: true })
    await workUntilKilled(await launchApp(folder), random, acknowledged, isRebuild)
    const onDisk = readJournalOnDisk(folder)
    lost = countLost(acknowledged.byHand, onDisk)
    numbersTwice = countTwice(onDisk.codes)
    brokenLines = onDisk.brokenLines
    if (run % 10 === 0 || lost + numbersTwice + brokenLines > 0) {
      say(`${String(run)} kills, ${String(countAcknowledged(acknowledged))} acknowledged, ${String(lost)} lost, ${String(numbersTwice)} twice, ${String(brokenLines)} broken`)
    }
  }
  const unverified = await countUnverified(folder)
  if (existsSync(folder)) rmSync(folder, { recursive: true })
  const { refused } = acknowledged
  return { kills: runs, acknowledged: countAcknowledged(acknowledged), lost, numbersTwice, brokenLines, unverified, refused }
}

/** Works with one to three hands at once until the kill comes; what was on its way then was never acknowledged. */
async function workUntilKilled(app: RunningApp, random: Random, acknowledged: Acknowledged, isRebuild: boolean): Promise<void> {
  const hands = random.between(1, 3)
  const isDrafting = random.next() < 0.3
  const killAfterMs = isRebuild ? random.between(0, 400) : random.between(0, 900)
  let isGone = false
  const tolerate = (error: unknown): void => { if (!isGone) throw error }
  const untilGone = async (step: () => Promise<unknown>): Promise<void> => {
    while (!isGone) await step().catch(tolerate)
  }
  // While the index is made anew the kill may come before anybody has signed in.
  if (!isRebuild) await signIn(app)
  const dying = after(killAfterMs).then(() => {
    isGone = true
    return app.kill()
  })
  if (isRebuild) await signIn(app).catch(tolerate)
  await Promise.all([
    ...Array.from({ length: hands }, (_, hand) => untilGone(() => workOnce(app, random, acknowledged, hand))),
    ...(isDrafting ? [untilGone(() => draft(app, random))] : []),
    dying,
  ])
}

/** Types into the intake as a person would; the draft is kept by the window's own storage. */
async function draft(app: RunningApp, random: Random): Promise<void> {
  await app.page.keyboard.press('F2')
  await app.page.keyboard.type(random.pick(['Nguyễn Thị Ẩm', 'Lê Văn Đức', 'Phạm Thị Ễn']), { delay: 5 })
}

/** Starts once more and lets the program check its whole history: 0 when it says whole, 1 otherwise. */
async function countUnverified(folder: string): Promise<number> {
  const app = await launchApp(folder)
  let state = await app.call<JournalState>('journal.state')
  while (state.verification.state === 'running') {
    await after(50)
    state = await app.call<JournalState>('journal.state')
  }
  await app.close()
  return state.verification.state === 'done' && state.readOnly === null ? 0 : 1
}
