import { join } from 'node:path'
import type { Act, Position } from '../../shared/acts/act.ts'
import { upcast } from '../../shared/acts/upcast.ts'
import { isInstant } from '../../shared/base/day.ts'
import { bookOfNumber } from '../../shared/certification/book.ts'
import type { Certification } from '../../shared/certification/certification.ts'
import { foldCertification } from '../../shared/certification/fold.ts'
import { foldBook, type Book } from '../../shared/certification/fold-book.ts'
import { bookedOf, type BookedDossier, type BookedProcedure } from '../../shared/dossiers/booked-dossier.ts'
import { fold } from '../../shared/dossiers/fold.ts'
import type { Life } from '../../shared/reports/life.ts'
import { lifeOf } from '../../shared/reports/life-of.ts'
import { receiptsDrawn } from '../../shared/registers/receipts-drawn.ts'
import { foldStock, type Stock } from '../../shared/stocks/fold-stock.ts'
import { foldUsers } from '../../shared/users/fold-users.ts'
import { standsThere } from '../journal/checkpoint.ts'
import { readActs } from '../journal/read-acts.ts'
import { freeBytesOf } from '../journal/reserve.ts'
import type { LogPlace } from '../journal/walk-log.ts'
import { keptOf } from './kept-dossier.ts'
import { readSnapshot, writeSnapshot, type KeptVisit, type LineFile } from './snapshot.ts'
import { walkLogs } from './walk-logs.ts'

/** Everything books and figures are read from, folded and held in memory without its acts, which are most of the weight. */
export interface Library {
  /** Reads on to these heads, from what was kept of an earlier run if it still holds; tells how many lines of how many are read. */
  readonly readTo: (heads: Position, tell: (read: number, total: number) => void) => Promise<void>
  /** Writes a snapshot when much was read since the last; a journal with a fault leaves none. */
  readonly keep: () => Promise<void>
  /** Counts up with every act that books or figures may change by, and jumps when all is read anew. */
  readonly revision: () => number
  /** Reads some more of the kept dossiers, in a few milliseconds; false once all are read. */
  readonly readAhead: () => boolean
  readonly dossiers: () => readonly BookedDossier[]
  readonly dossier: (subject: string) => BookedDossier | undefined
  /** What figures know of one of its dossiers. */
  readonly lifeOf: (dossier: BookedDossier) => Life | undefined
  readonly visits: () => readonly Certification[]
  readonly visit: (subject: string) => Certification | undefined
  readonly books: () => readonly Book[]
  readonly stocks: () => readonly Stock[]
  readonly nameOf: (userId: string) => string
}

export interface LibraryOptions {
  /** The data folder. */
  readonly root: string
  /** Names the program's own code: another build may fold otherwise. */
  readonly build: string
  /** So many lines behind a snapshot are read sooner than a new one is written. */
  readonly keepAfter?: number
  /** Acts of so many lines are held at once; what came before them is fetched where it is needed. */
  readonly stepOf?: number
}

const KEEP_AFTER = 2_000
const A_STEP = 20_000
const AHEAD = 200
const A_JUMP = 1_000_000_000
/** Below this the room is the journal's (rule J7). */
const ROOM = 500_000_000

export function openLibrary({ root, build, keepAfter = KEEP_AFTER, stepOf = A_STEP }: LibraryOptions): Library {
  const folder = join(root, 'journal')
  const places = new Map<string, LogPlace>()
  const files: LineFile[] = []
  const lines = new Map<string, number[]>()
  const dossiers = new Map<string, BookedDossier>()
  const visits = new Map<string, Certification>()
  const lives = new WeakMap<BookedDossier, { readonly life: Life | undefined }>()
  const otherActs = new Map<string, readonly Act[]>()
  const procedures = new Map<string, BookedProcedure>()
  let isOpened = false
  let isHurt = false
  let ahead: Iterator<BookedDossier> | undefined
  let unreadVisits: (() => readonly KeptVisit[]) | undefined
  let unkept = 0
  let lineCount = 0
  let clearedCount = 0
  let revision = 0
  let made: {
    dossiers?: readonly BookedDossier[], books?: readonly Book[], stocks?: readonly Stock[], names?: ReadonlyMap<string, string>
  } = {}

  async function readTo(heads: Position, tell: (read: number, total: number) => void): Promise<void> {
    try {
      if (!isOpened) await open()
      if (!await isOf(heads)) clear()
      await readOn(heads, tell)
    } catch (error) {
      clear()
      throw error
    }
  }

  async function open(): Promise<void> {
    isOpened = true
    const kept = await readSnapshot(root, build)
    if (kept === undefined) return
    for (const [device, place] of kept.places) places.set(device, place)
    files.push(...kept.files)
    for (const [subject, refs] of kept.lines) lines.set(subject, refs)
    for (const procedure of kept.procedures) procedures.set(nameOfProcedure(procedure), procedure)
    for (const [subject, dossier] of kept.dossiers) dossiers.set(subject, dossier)
    lineCount = kept.lineCount
    unreadVisits = kept.visits
    const others = [...lines.keys()].filter(subject => !isFolded(subject))
    for (const act of await readLines(others.flatMap(linesOf))) otherActs.set(act.subject, [...otherActs.get(act.subject) ?? [], act])
    count()
  }

  /** Whether what was read so far is the beginning of these logs. Logs may be healed, cut, or replaced by a copy. */
  async function isOf(heads: Position): Promise<boolean> {
    for (const [device, place] of places) {
      const head = heads[device]
      if (head === undefined || head.seq < place.seq || (head.seq === place.seq && head.name !== place.name)) return false
      if (head.seq > place.seq && !await standsThere(join(folder, device, place.file), place)) return false
    }
    return true
  }

  async function readOn(heads: Position, tell: (read: number, total: number) => void): Promise<void> {
    const total = Object.values(heads).reduce((sum, { seq }) => sum + seq, 0)
    let read = [...places.values()].reduce((sum, { seq }) => sum + seq, 0)
    let [inHand, held] = [new Map<string, Act[]>(), 0]
    for await (const walked of walkLogs(folder, places, heads)) {
      isHurt ||= walked.isHurt
      for (const { act, place } of walked.acts) {
        places.set(walked.device, place)
        if (!isOfLibrary(act)) continue
        note(act, place)
        push(inHand, upcast(act))
      }
      read += walked.acts.length
      held += walked.acts.length
      unkept += walked.acts.length
      tell(read, total)
      if (held < stepOf) continue
      await foldAnew(inHand);
      [inHand, held] = [new Map<string, Act[]>(), 0]
    }
    await foldAnew(inHand)
  }

  /** Those of a snapshot are read with the first question that needs them. */
  function readVisits(): Map<string, Certification> {
    const unread = unreadVisits?.() ?? []
    unreadVisits = undefined
    for (const { lines: refs, visit } of unread) {
      lines.set(visit.subject, refs)
      visits.set(visit.subject, visit)
    }
    return visits
  }

  /** Remembers where a line lies; a log's newest file is among the last. */
  function note({ device, subject }: Act, { file, offset, length }: LogPlace): void {
    let at = files.findLastIndex(known => known.device === device && known.file === file)
    if (at < 0) at = files.push({ device, file }) - 1
    if (subject.startsWith('certification:')) readVisits()
    const refs = lines.get(subject) ?? [...refsOf(subject)]
    refs.push(at, offset - length, length)
    lines.set(subject, refs)
    lineCount += 1
  }

  /** Folds subjects anew from all their acts: those in hand, and those that lie further back. */
  async function foldAnew(inHand: Map<string, Act[]>): Promise<void> {
    const older = [...inHand].flatMap(([subject, acts]) => linesOf(subject).slice(0, -acts.length))
    for (const act of await readLines(older)) push(inHand, act)
    for (const [subject, acts] of inHand) {
      if (subject.startsWith('dossier:')) {
        const dossier = fold(acts)
        if (dossier !== undefined) dossiers.set(subject, withOneProcedure(bookedOf(dossier)))
      } else if (subject.startsWith('certification:')) {
        const visit = foldCertification(acts)
        if (visit !== undefined) visits.set(subject, { ...visit, acts: visit.acts.filter(({ at }) => !isInstant(at)) })
      } else otherActs.set(subject, acts)
    }
    if (inHand.size > 0) count()
  }

  function linesOf(subject: string): readonly number[][] {
    const refs = refsOf(subject)
    return Array.from({ length: refs.length / 3 }, (_, i) => refs.slice(i * 3, i * 3 + 3))
  }

  /** Where the lines of a subject lie. */
  function refsOf(subject: string): readonly number[] {
    return lines.get(subject) ?? keptOf(dossiers.get(subject))?.lines ?? []
  }

  async function readLines(wanted: readonly number[][]): Promise<readonly Act[]> {
    const acts = await readActs(folder, wanted.flatMap(([at = 0, offset = 0, length = 0]) => {
      const file = files[at]
      return file === undefined ? [] : [{ ...file, offset, length }]
    }))
    isHurt ||= acts.length < wanted.length
    return acts
  }

  /** A few hundred procedures serve tens of thousands of dossiers. */
  function withOneProcedure(dossier: BookedDossier): BookedDossier {
    const key = nameOfProcedure(dossier.procedure)
    const known = procedures.get(key)
    if (known === undefined) procedures.set(key, dossier.procedure)
    return known === undefined || known === dossier.procedure ? dossier : { ...dossier, procedure: known }
  }

  /** It holds until the dossier is another. */
  function knownLifeOf(dossier: BookedDossier): Life | undefined {
    const kept = keptOf(dossier)
    if (kept !== undefined) return kept.life
    const known = lives.get(dossier) ?? { life: lifeOf(dossier) }
    lives.set(dossier, known)
    return known.life
  }

  function readAhead(): boolean {
    ahead ??= dossiers.values()
    for (let read = 0; read < AHEAD; read += 1) {
      const next = ahead.next()
      if (next.done === true) return false
      keptOf(next.value)?.read()
    }
    return true
  }

  function count(): void {
    revision = clearedCount * A_JUMP + lineCount
    made = {}
  }

  function clear(): void {
    clearedCount += 1
    for (const map of [places, lines, dossiers, visits, otherActs, procedures]) map.clear()
    files.length = 0
    isHurt = false
    unreadVisits = undefined
    ahead = undefined
    unkept = 0
    lineCount = 0
    made = {}
  }

  async function keep(): Promise<void> {
    if (isHurt || unkept < keepAfter || await freeBytesOf(root) < ROOM) return
    const isKept = await writeSnapshot(root, build, {
      places, files, lineCount, lines, procedures: [...procedures.values()], dossiers, visits: readVisits(), lifeOf: knownLifeOf,
    })
    if (isKept) unkept = 0
  }

  return {
    readTo, keep, readAhead,
    revision: () => revision,
    dossiers: () => made.dossiers ??= [...dossiers.values()],
    dossier: subject => dossiers.get(subject),
    lifeOf: knownLifeOf,
    visits: () => [...readVisits().values()],
    visit: subject => readVisits().get(subject),
    books: () => made.books ??= booksOf([...readVisits().values()], otherActs),
    stocks: () => made.stocks ??= stocksOf(dossiers.values(), readVisits().values(), otherActs),
    nameOf: userId => (made.names ??= namesOf(otherActs)).get(userId) ?? userId,
  }
}

/** Whether books or figures may change by an act; sign-ins are many and change none. */
function isOfLibrary({ subject, kind }: Act): boolean {
  return isFolded(subject) || /^(book|stock):/.test(subject) || subject.startsWith('user:') && !TRIES_OF_PIN.includes(kind)
}

const TRIES_OF_PIN: readonly string[] = ['user/signed-in', 'user/pin-failed']

function nameOfProcedure({ code, name, field }: BookedProcedure): string {
  return [code, name, field].join('\n')
}

function isFolded(subject: string): boolean {
  return subject.startsWith('dossier:') || subject.startsWith('certification:')
}

function booksOf(visits: readonly Certification[], acts: ReadonlyMap<string, readonly Act[]>): readonly Book[] {
  const written = visits.flatMap(({ device, papers }) => papers.map(({ book }) => bookOfNumber(book, device)))
  const opened = [...acts.keys()].filter(subject => subject.startsWith('book:'))
  return [...new Set([...opened, ...written])].sort().flatMap(subject => foldBook(subject, acts.get(subject) ?? [], visits) ?? [])
}

function stocksOf(
  dossiers: Iterable<BookedDossier>, visits: Iterable<Certification>, acts: ReadonlyMap<string, readonly Act[]>,
): readonly Stock[] {
  const drawn = receiptsDrawn(dossiers, visits)
  return [...acts.keys()].filter(subject => subject.startsWith('stock:')).sort()
    .flatMap(subject => foldStock(subject, acts.get(subject) ?? [], drawn) ?? [])
}

function namesOf(acts: ReadonlyMap<string, readonly Act[]>): ReadonlyMap<string, string> {
  return new Map(foldUsers([...acts.values()].flat(), '').map(({ user }) => [user.id, user.name]))
}

function push(actsBySubject: Map<string, Act[]>, act: Act): void {
  const acts = actsBySubject.get(act.subject)
  if (acts === undefined) actsBySubject.set(act.subject, [act])
  else acts.push(act)
}
