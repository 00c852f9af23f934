import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { JournalState } from '../../shared/bridge/main-api.ts'
import { seededRandom, type Random } from '../builders/random.ts'
import { launchApp, type RunningApp } from './app.ts'
import { countAcknowledged, firstStart, nothingAcknowledged, signIn, workOnce, type Acknowledged } from './clerk.ts'
import { countLost, countTwice, readJournalOnDisk } from './oracle.ts'
import type { Rig } from './rig.ts'
import { mountSmallDisk, type SmallDisk } from './small-disk.ts'

/** Room enough that a dossier can be begun (rule J7), small enough to fill in no time. */
const MEGABYTES = 640
const WORK_BEFORE = 6
const WORK_AFTER = 12

/**
 * The real program on a real small ext4 disk that is filled at random moments, the window's own storage included.
 *
 * After each run there is room again, the program starts, and its index must answer for every dossier of the journal.
 */
export const diskFull: Rig = async ({ runs, seed, say }) => {
  const random = seededRandom(seed)
  const disk = mountSmallDisk(MEGABYTES)
  const acknowledged = nothingAcknowledged()
  const data = join(disk.folder, 'data')
  let unhealed = 0
  let refusedForRoom = 0
  let lost = 0
  try {
    const opening = await launchApp(data)
    await firstStart(opening)
    await opening.close()
    for (let run = 1; run <= runs; run += 1) {
      refusedForRoom += await workOnFullDisk(disk, data, random, acknowledged)
      disk.empty()
      const onDisk = readJournalOnDisk(data)
      lost = countLost(acknowledged.byHand, onDisk) + countTwice(onDisk.codes) + onDisk.brokenLines
      if (!await answersForAll(data, acknowledged)) unhealed += 1
      if (run % 5 === 0 || lost + unhealed > 0) say(`${String(run)} runs, ${String(countAcknowledged(acknowledged))} acknowledged, ${String(refusedForRoom)} refused, ${String(lost)} lost, ${String(unhealed)} unhealed`)
    }
  } finally {
    disk.empty()
    rmSync(data, { recursive: true, force: true })
    disk.unmount()
  }
  return { runs, acknowledged: countAcknowledged(acknowledged), lost, unhealed, refused: refusedForRoom }
}

/** Works, fills the disk at a random point to a random rest, works on; ends by a close or a kill. Answers how often it was refused. */
async function workOnFullDisk(disk: SmallDisk, data: string, random: Random, acknowledged: Acknowledged): Promise<number> {
  const app = await launchApp(data)
  await signIn(app)
  const before = acknowledged.refused
  for (let i = random.between(1, WORK_BEFORE); i > 0; i -= 1) await workOnce(app, random, acknowledged)
  const hands = [workSome(app, random, acknowledged), draft(app, random)]
  disk.fill(random.pick([0, 0, 4096, 16_384, random.between(0, 400_000)]))
  await Promise.all(hands)
  await workSome(app, random, acknowledged)
  await (random.next() < 0.5 ? app.kill() : app.close())
  return acknowledged.refused - before
}

async function workSome(app: RunningApp, random: Random, acknowledged: Acknowledged): Promise<void> {
  for (let i = 0; i < WORK_AFTER; i += 1) await workOnce(app, random, acknowledged)
}

/** Half-typed work on the full disk: the window's own storage meets it too. */
async function draft(app: RunningApp, random: Random): Promise<void> {
  await app.page.keyboard.press('F2')
  await app.page.keyboard.type(random.pick(['Nguyen Thi Am', 'Le Van Duc']), { delay: 60 })
}

/** With room again: the journal takes work, and the window's search finds the newest dossier it was told is saved. */
async function answersForAll(data: string, acknowledged: Acknowledged): Promise<boolean> {
  const app = await launchApp(data)
  await signIn(app)
  const after = await workOnce(app, seededRandom(countAcknowledged(acknowledged)), acknowledged)
  const state = await app.call<JournalState>('journal.state')
  await app.page.keyboard.press('Alt+6')
  const healed = await app.page.waitForFunction(count => {
    const shown = document.querySelectorAll('.results tbody tr').length
    return shown >= Math.min(50, count)
  }, acknowledged.subjects.length, { timeout: 15_000 }).then(() => true, () => false)
  await app.close()
  return healed && after.ok && state.readOnly === null
}
