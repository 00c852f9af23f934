import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Act } from '../../shared/acts/act.ts'
import { inFoldingOrder } from '../../shared/acts/order.ts'
import { dayOfInstant } from '../../shared/base/day.ts'
import type { Fold } from '../../main/journal/folds.ts'
import { DEVICE, openAt } from '../builders/journal-world.ts'
import { seededRandom } from '../builders/random.ts'
import { countLost, countTwice, readJournalOnDisk } from './oracle.ts'
import type { Rig } from './rig.ts'

/** The newest number of each day, kept as the desk keeps it. */
const drawn: Fold<Readonly<Record<string, number>>> = {
  name: 'drawn',
  version: 1,
  initial: {},
  apply: (state, act) => ({ ...state, [dayOfInstant(act.at)]: Number(act.body['number']) }),
}

const DAY = 86_400_000

/** Moves the PC's clock, days forth and back, `runs` times between acts; starts the journal again now and then. */
export const clock: Rig = async ({ runs, seed, say }) => {
  const random = seededRandom(seed)
  const root = mkdtempSync(join(tmpdir(), 'clock-'))
  let wall = Date.parse('2026-11-25T01:00:00.000Z')
  const open = () => openAt(root, { now: () => wall, folds: [drawn] })
  let journal = await open()
  const acknowledged: Act[] = []
  for (let jump = 1; jump <= runs; jump += 1) {
    wall += random.pick([random.between(-40, 40) * DAY, random.between(-DAY, DAY), random.between(-5, 5)])
    for (let act = random.between(1, 4); act > 0; act -= 1) {
      wall += random.between(0, 60_000)
      const at = new Date(wall).toISOString()
      const number = (journal.fold(drawn)[dayOfInstant(at)] ?? 0) + 1
      const code = `${dayOfInstant(at)}-${String(number)}`
      const saved = await journal.append([{ subject: `dossier:${code}`, kind: 'dossier/received', body: { code, number } }], { author: 'clerk', at })
      if (saved.ok) acknowledged.push(...saved.value)
    }
    if (random.next() < 0.1) {
      await journal.close()
      journal = await open()
    }
    if (jump % 100 === 0) say(`${jump} of ${runs}`)
  }
  await journal.close()
  const onDisk = readJournalOnDisk(root)
  const folded = inFoldingOrder(acknowledged)
  const last = await open()
  const { readOnly } = await last.verified()
  await last.close()
  rmSync(root, { recursive: true })
  return {
    jumps: runs,
    acts: acknowledged.length,
    lost: countLost(new Map([[0, acknowledged.map(({ name }) => name)]]), onDisk) + (readOnly === null ? 0 : 1),
    numbersTwice: countTwice(onDisk.codes),
    outOfOrder: acknowledged.filter((act, place) => folded[place] !== act).length + onDisk.brokenLines +
      (onDisk.namesByDevice.has(DEVICE) ? 0 : 1),
  }
}
