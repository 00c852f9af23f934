import { main } from '../main-api.ts'
import type { Position } from '../../shared/acts/act.ts'
import type { SubjectActs, SubjectsText } from '../../shared/bridge/main-api.ts'
import { foldCertification } from '../../shared/certification/fold.ts'
import { fold } from '../../shared/dossiers/fold.ts'
import { certificationToRows, type CertificationRow } from './certification-row.ts'
import { countedRow, NO_COUNTS, recount, type CountedRow, type Counts } from './counts.ts'
import { dossierToRow, type DossierRow } from './row.ts'
import { clearSearch, putSearch } from './search.ts'
import { counts as told, readRows, writeBookmark, writeCertifications, writeRows, type Shelf } from './shelf.ts'
import { tellStore } from './store-state.ts'

/** What stands on one shelf, held in memory: where it is in the journal and what is counted of every row. */
export interface Ledger {
  readonly shelf: Shelf
  readonly counted: Map<string, CountedRow>
  position: Position
  /** The position that is written on the shelf. */
  kept: Position | undefined
  counts: Counts
}

/** A page of rows at once while filling; fewer while somebody types. */
const PAGE_QUIET = 500
const PAGE_BUSY = 200
const BUSY_MS = 3_000
/** While filling, the place is written this often: each time is one more flush of the disk. */
const PAGES_A_BOOKMARK = 5
/** Folding goes on in slices of so many subjects, so that a key press waits for one slice at most. */
const SLICE = 50

/**
 * Reads every row of a shelf once: for search, and to count again.
 *
 * The counts of the bookmark are only the first answer: rows written just before a crash are not yet in them.
 */
export async function readLedger(shelf: Shelf, position: Position): Promise<Ledger> {
  clearSearch()
  const counted = new Map<string, CountedRow>()
  let counts = NO_COUNTS
  for (let after = '', rows = await readRows(shelf, after, PAGE_QUIET); rows.length > 0; rows = await readRows(shelf, after, PAGE_QUIET)) {
    counts = recount(counts, rows.map(row => ({ before: undefined, after: row })))
    for (const row of rows) counted.set(row.subject, countedRow(row))
    putSearch(rows)
    after = rows.at(-1)?.subject ?? after
  }
  told.next(counts)
  return { shelf, counted, position, kept: counted.size === 0 ? undefined : position, counts }
}

/**
 * Takes over what the journal has and the shelf lacks, page by page; the position is written after the page it belongs to.
 *
 * `silent` when the machine does not answer: then nothing is wrong with the shelf. Rejects when the shelf cannot be written.
 */
export async function followJournal(ledger: Ledger): Promise<'level' | 'silent'> {
  let asked = askPage(ledger.position)
  for (let pages = 1; ; pages += 1) {
    const page = await asked
    if (page === undefined) return 'silent'
    // The machine reads the next page while this one is folded and written.
    if (!page.done) asked = askPage(page.position)
    await takeOver(ledger, await foldAll(JSON.parse(page.subjects) as readonly SubjectActs[]), page.position)
    if (page.done || pages % PAGES_A_BOOKMARK === 1) await keepPlace(ledger)
    if (page.done) {
      tellStore({ phase: 'ready', searchReady: true })
      return 'level'
    }
    tellStore({ phase: 'filling', read: page.readCount, total: page.totalCount })
  }
}

function askPage(position: Position): Promise<SubjectsText | undefined> {
  return main.journal.subjectsAfter(position, isBusy() ? PAGE_BUSY : PAGE_QUIET).catch(() => undefined)
}

async function takeOver(ledger: Ledger, { rows, certified }: Folded, position: Position): Promise<void> {
  const { shelf, counted } = ledger
  await writeCertifications(shelf, certified)
  const changes = rows.map(row => ({ before: counted.get(row.subject), after: row }))
  await writeRows(shelf, rows, changes.every(({ before }) => before === undefined))
  for (const row of rows) counted.set(row.subject, countedRow(row))
  putSearch(rows)
  ledger.counts = recount(ledger.counts, changes)
  ledger.position = position
  told.next(ledger.counts)
}

/** Always after the rows it speaks of; rows further than the bookmark are simply written again. */
async function keepPlace(ledger: Ledger): Promise<void> {
  const { shelf, position, counts, kept } = ledger
  if (kept === position || JSON.stringify(kept) === JSON.stringify(position)) return
  await writeBookmark(shelf, { position, counts })
  ledger.kept = position
}

interface Folded {
  readonly rows: readonly DossierRow[]
  readonly certified: readonly CertificationRow[]
}

async function foldAll(subjects: readonly SubjectActs[]): Promise<Folded> {
  const rows: DossierRow[] = []
  const certified: CertificationRow[] = []
  for (let from = 0; from < subjects.length; from += SLICE) {
    if (from > 0) await letTyping()
    for (const { subject, acts } of subjects.slice(from, from + SLICE)) {
      if (subject.startsWith('certification:')) {
        const visit = foldCertification(acts)
        if (visit !== undefined) certified.push(...certificationToRows(visit))
      } else {
        const dossier = fold(acts)
        if (dossier !== undefined) rows.push(dossierToRow(dossier))
      }
    }
  }
  return { rows, certified }
}

function letTyping(): Promise<void> {
  return new Promise(resolve => { setTimeout(resolve) })
}

let lastKey = -BUSY_MS
window.addEventListener('keydown', () => { lastKey = performance.now() }, { capture: true, passive: true })

function isBusy(): boolean {
  return performance.now() - lastKey < BUSY_MS
}
