import { randomBytes } from 'node:crypto'
import { openDesk } from '../../main/desk/desk.ts'
import { openNumbers } from '../../main/desk/numbers.ts'
import { EMPTY_DRAWER } from '../../shared/cash/drawer.ts'
import { standingOf } from '../../main/desk/standing.ts'
import { openJournal } from '../../main/journal/journal.ts'
import type { Act } from '../../shared/acts/act.ts'
import { NATIONAL_CALENDAR } from '../../shared/calendar/national-calendar.ts'
import { parseBookSubject } from '../../shared/certification/book.ts'
import { foldOffice } from '../../shared/offices/fold-office.ts'
import { openUnit } from '../../shared/offices/open-unit.ts'
import { findPlace } from '../../shared/offices/place.ts'
import { DEFAULT_SETTINGS } from '../../shared/units/city-settings.ts'
import { COPIES, SIGNATURE, toCertify, TRANSACTION } from './certifying-desk.ts'
import { catalogue, directorBinh } from './moment.ts'
import { seededRandom } from './random.ts'

// A process of its own, to be killed: real desk, real journal. Certifies without an end at the hour it is given, several people at
// once, voids a number now and then, closes last year's books first, and says what it was answered, one JSON a line.
const [root = '', startedAt = '', seed = '1', hands = '8'] = process.argv.slice(2)
const DEVICE = 'quay-01'
const random = seededRandom(Number(seed))
let ms = Date.parse(startedAt)
const now = (): number => (ms += 1)
const standing = standingOf(DEVICE)
const journal = await openJournal({ root, device: DEVICE, now, randomBytes, folds: [standing] })
const office = () => foldOffice(journal.fold(standing).acts, DEVICE)
const leader = { ...directorBinh, roles: ['director', 'clerk', 'leader'] as const }

if (office() === undefined) {
  const opened = openUnit(
    { desk: 'Quầy 1', deskNumber: 1, people: [{ name: leader.name, roles: [...leader.roles], pin: leader.pin }] },
    { place: findPlace('31135'), device: DEVICE, training: false, freshSubject: domain => `${domain}:binh` },
  )
  if (!opened.ok) throw new Error(opened.problem.code)
  const saved = await journal.append(opened.value, { author: leader.id, at: new Date(now()).toISOString() })
  if (!saved.ok) throw new Error(saved.problem.code)
}

const desk = openDesk({
  append: journal.append, actsOf: journal.actsOf, newestActAt: () => journal.newestAt() ?? undefined, office,
  users: () => [{ ...leader, roles: [...leader.roles] }], calendar: NATIONAL_CALENDAR, catalogue, settings: DEFAULT_SETTINGS,
  numbers: openNumbers(() => journal.fold(standing).drawn), bookState: subject => journal.fold(standing).books[subject],
  stocks: () => journal.fold(standing).stocks, drawerOf: () => EMPTY_DRAWER,
  diskState: () => 'ok', now: () => new Date(now()).toISOString(), randomBytes,
})

async function perform(verb: string, input: unknown): Promise<readonly Act[]> {
  const answer = await desk.perform({ verb, input }, { ...leader, roles: [...leader.roles] })
  if (answer.ok) {
    const numbers = answer.value.flatMap(({ kind, body }) => kind === 'certification/certified' ? numbersIn(body) : [])
    process.stdout.write(`${JSON.stringify({ kinds: answer.value.map(({ kind }) => kind), numbers })}\n`)
    return answer.value
  }
  process.stdout.write(`${JSON.stringify({ refused: answer.problem.code })}\n`)
  return []
}

function numbersIn(body: Act['body']): readonly string[] {
  const papers = body['papers'] as readonly { readonly book: { readonly kind: string, readonly year: number }, readonly number: number }[]
  return papers.map(({ book, number }) => `${DEVICE}.${book.kind}.${String(book.year)} ${String(number)}`)
}

async function serve(): Promise<void> {
  const papers = Array.from({ length: random.between(1, 50) }, () => ({
    procedure: random.pick([COPIES, COPIES, COPIES, SIGNATURE, TRANSACTION]), name: random.pick(['Bằng', 'Học bạ', 'Căn cước', 'Giấy ủy quyền']),
    pageCount: random.between(1, 20), copyCount: random.between(1, 5),
  }))
  const acts = await perform('certification/certify', toCertify({ papers, clockConfirmed: true }))
  const certified = acts.find(({ kind }) => kind === 'certification/certified')
  if (certified === undefined || random.next() > 0.1) return
  const [first] = certified.body['papers'] as readonly { readonly book: { readonly kind: string, readonly year: number }, readonly number: number }[]
  if (first === undefined) return
  const { book: { kind, year }, number } = first
  await perform('certification/void', { subject: certified.subject, book: { kind, year }, number, reason: 'Gõ nhầm' })
}

for (const [subject, { closedAt }] of Object.entries(journal.fold(standing).books)) {
  const year = parseBookSubject(subject)?.year ?? 9999
  if (closedAt === null && year < Number(startedAt.slice(0, 4))) await perform('book/close', { subject })
}
for (;;) await Promise.all(Array.from({ length: Number(hands) }, serve))
