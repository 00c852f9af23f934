import { rm } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { fold as withoutMarks } from '../../shared/base/text.ts'
import { searchTextOf } from '../../shared/dossiers/search-text.ts'
import type { Dossier } from '../../shared/dossiers/dossier.ts'
import { dossiersIn } from '../builders/dossiers-in.ts'
import { seededRandom } from '../builders/random.ts'
import { launchApp, type RunningApp } from '../faults/app.ts'
import type { Rig } from '../faults/rig.ts'
import { percentile, rounded } from './figures.ts'
import { indexedFolderWith } from './indexed-folder.ts'
import { pressAndTime, typeAndTime } from './next-paint.ts'
import { openPeer, type PeerRow } from './search-peer.ts'
import { signInToFolder } from './signed-in.ts'

const DOSSIERS = 50_000
const LONGEST = 8
const FIELD = '.filter-row .field:nth-child(2) select'
const DUE = '.filter-row .field:nth-child(7) select'

/**
 * Questions without marks: from the last key press of each to its painted rows, in the real program among 50,000 dossiers
 * and, by turns, in a page that does nothing but MiniSearch over the same texts; the same with filters beside the words, and
 * from the arrow key that chooses another field of procedures to its painted rows and counts.
 */
export const search: Rig = async ({ runs, seed, say }) => {
  const begun = performance.now()
  const folder = await indexedFolderWith(DOSSIERS, say)
  const dossiers = await dossiersIn(folder)
  const app = await launchApp(folder)
  await signInToFolder(app.page)
  await app.page.waitForSelector('.tiles', { timeout: 0 })
  await app.page.keyboard.press('Alt+6')
  await untilSearchAnswers(app)
  const peer = await openPeer(dossiers.map(toPeerRow))
  const prepareSeconds = (performance.now() - begun) / 1000
  say(`${String(dossiers.length)} dossiers stand in both after ${prepareSeconds.toFixed(0)} s; load ${load()}`)

  const random = seededRandom(seed)
  const ours: number[] = []
  const theirs: number[] = []
  const filtered: number[] = []
  const chosen: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const whole = questionAbout(random.pick(dossiers), run)
    // Somebody stops typing as soon as the rows are few.
    const question = whole.slice(0, random.between(2, Math.max(2, Math.min(whole.length, LONGEST))))
    ours.push(...await typeAndTime(app.page, '#find', question))
    theirs.push(...await typeAndTime(peer.page, '#peer-find', question))
    await app.page.selectOption(DUE, 'overdue')
    filtered.push(...await typeAndTime(app.page, '#find', question))
    await typeAndTime(app.page, '#find', question.slice(0, 2))
    const ms = await pressAndTime(app.page, FIELD, 'ArrowDown')
    if (ms !== null) chosen.push(ms)
    await app.page.keyboard.press('Control+Delete')
    if (run % 20 === 19) {
      const [own, peers, narrowed] = [ours, theirs, filtered].map(times => percentile(times, 95).toFixed(0))
      say(`${String(run + 1)} questions: p95 ${own ?? ''} ms, with filters ${narrowed ?? ''} ms, peer ${peers ?? ''} ms; load ${load()}`)
    }
  }
  await peer.close()
  await app.close()
  await rm(folder, { recursive: true, force: true })
  return {
    p95Ms: rounded(percentile(ours, 95)),
    peerP95Ms: rounded(percentile(theirs, 95)),
    p50Ms: rounded(percentile(ours, 50)),
    keys: ours.length,
    filteredP95Ms: rounded(percentile(filtered, 95)),
    filteredP50Ms: rounded(percentile(filtered, 50)),
    filteredKeys: filtered.length,
    choiceP95Ms: rounded(percentile(chosen, 95)),
    choiceP50Ms: rounded(percentile(chosen, 50)),
    choices: chosen.length,
    prepareSeconds: rounded(prepareSeconds, 0),
    load: Number(load()),
  }
}

/** A question is answered from everything, no longer from the part that is read so far. */
async function untilSearchAnswers({ page }: RunningApp): Promise<void> {
  await page.fill('#find', 'nguyen')
  await page.waitForFunction(() => document.querySelector('.results tbody tr') !== null && document.querySelector('.results .pad.small') === null, null, { timeout: 0 })
}

function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1)
}

function toPeerRow(dossier: Dossier): PeerRow {
  const { subject, code = '', applicant, procedure, due, state } = dossier
  return { id: subject, text: searchTextOf(dossier), cells: [code, applicant.name, procedure.name, state, due?.dueOn ?? ''] }
}

/** The ways people look for a dossier, in turn. */
function questionAbout({ code = '', applicant, procedure }: Dossier, turn: number): string {
  const words = withoutMarks(applicant.name).split(' ')
  const ways = [
    words.join(' '),
    words.toReversed().slice(0, 2).join(' '),
    code.slice(-11).replace('-', ''),
    code.slice(-4),
    applicant.phone ?? '',
    applicant.personalNumber ?? '',
    `${words.at(-1) ?? ''} ${withoutMarks(procedure.name).split(' ').slice(0, 3).join(' ')}`,
  ]
  return ways[turn % ways.length] ?? ''
}
