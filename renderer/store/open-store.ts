import { report } from '../ask.ts'
import { main, onMain } from '../main-api.ts'
import type { Position } from '../../shared/acts/act.ts'
import { DOSSIERS } from './collections.ts'
import { isOfJournal } from './is-of-journal.ts'
import { NO_COUNTS } from './counts.ts'
import { followJournal, readLedger, type Ledger } from './ledger.ts'
import { brokenReads, closeShelf, counts, openShelf, readBookmark, shelf as current, type Shelf } from './shelf.ts'
import { dropOthers, findPlace, type Place } from './storage.ts'
import { tellStore } from './store-state.ts'

/**
 * Opens the index over the journal and keeps it in step from then on; asked again it does nothing.
 *
 * Answers at once: nobody who receives waits for the index. It can always be deleted, and makes
 * itself anew when it is missing, damaged, or not of this journal (rule J6). While the disk refuses
 * it altogether it lives in memory.
 */
export function openStore(): void {
  if (isAsked) return
  isAsked = true
  onMain('journal.grew', () => { void keepUp() })
  onMain('program.changed', () => { void keepUp() })
  brokenReads.subscribe(reason => { void onBrokenRead(reason) })
  void keepUp()
}

/** So little behind, as a sign-in leaves it, an index answers at once and catches up in a moment. */
const FEW_ACTS = 500

let isAsked = false
let isRunning = false
let isWanted = false
let ledger: Ledger | undefined
/** Generations below this one are damaged or of another journal. */
let leastGeneration = 1
let isMemoryForFullDisk = false

/** One run at a time; a call during a run makes it look once more. What fails is tried again when the machine next tells something. */
async function keepUp(): Promise<void> {
  isWanted = true
  if (isRunning) return
  isRunning = true
  tellStore({ catchingUp: true })
  try {
    while (isWanted) {
      isWanted = false
      await catchUp()
    }
  } catch (reason) {
    await report(reason)
  } finally {
    isRunning = false
    tellStore({ catchingUp: false })
  }
}

async function catchUp(): Promise<void> {
  if (ledger !== undefined && await isWorthDisk(ledger.shelf.place)) putAway()
  for (const place of placesFrom(ledger?.shelf.place ?? await firstPlace())) {
    try {
      const begun = ledger ?? await begin(place)
      if (begun === 'silent') return
      if (begun !== 'foreign') {
        ledger = begun
        await followJournal(ledger)
        return
      }
    } catch (reason) {
      if (place.kind === 'memory') throw reason
      await report(reason)
      isMemoryForFullDisk = !(await hasRoom())
    }
    giveUp(place)
  }
}

/** Where it stands, anew beside it, in memory: a disk that refuses two will refuse a third. */
function placesFrom(first: Place): readonly Place[] {
  return first.kind === 'memory' ? [first] : [first, { kind: 'disk', generation: first.generation + 1 }, { kind: 'memory' }]
}

async function firstPlace(): Promise<Place> {
  try {
    const { generation } = await findPlace(DOSSIERS)
    return { kind: 'disk', generation: Math.max(generation, leastGeneration) }
  } catch (reason) {
    await report(reason)
    return { kind: 'memory' }
  }
}

/** Opens what stands at a place and reads it; `foreign` when it is of another journal, `silent` when the machine does not answer. */
async function begin(place: Place): Promise<Ledger | 'foreign' | 'silent'> {
  tellStore({ phase: 'opening', read: 0, total: 0, place: place.kind, searchReady: false })
  const shelf = await openShelf(place)
  try {
    const position = await trustedPosition(shelf)
    if (position === 'foreign' || position === 'silent') {
      closeShelf(shelf)
      return position
    }
    current.next(shelf)
    if (place.kind === 'disk') void dropOthers(DOSSIERS, place).catch(report)
    return await readLedger(shelf, position)
  } catch (reason) {
    closeShelf(shelf)
    throw reason
  }
}

/** Where an index goes on from. An index with rows and no bookmark cannot be trusted. */
async function trustedPosition(shelf: Shelf): Promise<Position | 'foreign' | 'silent'> {
  const bookmark = await readBookmark(shelf)
  if (bookmark === undefined) {
    if (await shelf.dossiers.findOne().exec() !== null) return 'foreign'
    counts.next(NO_COUNTS)
    tellStore({ phase: 'filling' })
    return {}
  }
  const recognised = await main.journal.subjectsAfter(bookmark.position, 0).catch(() => undefined)
  if (recognised === undefined) return 'silent'
  if (!isOfJournal(bookmark.position, recognised.position)) return 'foreign'
  counts.next(bookmark.counts)
  if (recognised.totalCount - recognised.readCount < FEW_ACTS) tellStore({ phase: 'ready' })
  return bookmark.position
}

/** What is damaged or of another journal is not opened again. */
function giveUp(place: Place): void {
  if (place.kind === 'disk') leastGeneration = place.generation + 1
  putAway()
}

function putAway(): void {
  current.next(null)
  if (ledger !== undefined) closeShelf(ledger.shelf)
  ledger = undefined
}

/** What cannot be read is as good as gone. */
async function onBrokenRead(reason: unknown): Promise<void> {
  await report(reason)
  if (ledger !== undefined && !isRunning) giveUp(ledger.shelf.place)
  await keepUp()
}

/** An index that fled into memory from a full disk goes back once there is room. */
async function isWorthDisk(place: Place): Promise<boolean> {
  return place.kind === 'memory' && isMemoryForFullDisk && hasRoom()
}

async function hasRoom(): Promise<boolean> {
  const { disk } = await main.program.state()
  return disk.state === 'ok' || disk.state === 'low'
}
