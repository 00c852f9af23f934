import { dayOfInstant, isInstant } from '../../shared/base/day.ts'
import { bookOfNumber, parseBookSubject } from '../../shared/certification/book.ts'
import { foldCertification } from '../../shared/certification/fold.ts'
import { readAct } from '../../shared/certification/read-act.ts'
import { sqlText, subjectsOf, type ArrivedAct, type Batch, type Projection, type Tables } from './projection.ts'

/** How many numbers each book gained in each month, and when it was closed: what a unit's books come to (rules N5, S11). */
export const certificationsProjection: Projection = {
  tables: ['certification_counts', 'certification_books'],
  domains: ['certification'],
  fold: async (db, batch) => {
    await countCertified(db, batch)
    await noteClosings(db, batch)
  },
}

/** What one book gained in one month; of a void number the copies and the fee count no more. */
interface Gain {
  label: string
  numbers: number
  voided: number
  copies: number
  fee: number
}

/** Moves the counts by what the new acts made of each visit, so that any order of arrival comes to the same. */
async function countCertified(db: Tables, batch: Batch): Promise<void> {
  const arrived = new Set(batch.arrived.map(({ act }) => act.name))
  const gains = new Map<string, Gain>()
  for (const [, acts] of subjectsOf(batch, 'certification')) {
    add(gains, acts.filter(({ act }) => !arrived.has(act.name)), -1)
    add(gains, acts, 1)
  }
  const moved = [...gains].filter(([, { numbers, voided, copies, fee }]) => numbers !== 0 || voided !== 0 || copies !== 0 || fee !== 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  if (moved.length === 0) return
  const column = (name: keyof Gain): readonly (string | number)[] => moved.map(([, gain]) => gain[name])
  await db.query(`
    INSERT INTO certification_counts (unit, book, month, label, number_count, voided_count, copy_count, fee)
    SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::integer[], $6::integer[], $7::integer[], $8::bigint[])
    ON CONFLICT (unit, book, month) DO UPDATE SET number_count = certification_counts.number_count + excluded.number_count,
      voided_count = certification_counts.voided_count + excluded.voided_count,
      copy_count = certification_counts.copy_count + excluded.copy_count, fee = certification_counts.fee + excluded.fee`,
    [batch.unit, moved.map(([key]) => key.split(' ')[0] ?? ''), moved.map(([key]) => key.split(' ')[1] ?? ''),
      column('label'), column('numbers'), column('voided'), column('copies'), column('fee')])
}

function add(gains: Map<string, Gain>, acts: readonly ArrivedAct[], by: 1 | -1): void {
  const visit = foldCertification(acts.map(({ act }) => act))
  if (visit === undefined || !isInstant(visit.at)) return
  const month = dayOfInstant(visit.at).slice(0, 7)
  for (const { book, copyCount, fee, voided } of visit.papers) {
    const key = `${bookOfNumber(book, visit.device)} ${month}`
    const gain = gains.get(key) ?? { label: sqlText(book.label, 60), numbers: 0, voided: 0, copies: 0, fee: 0 }
    gains.set(key, gain)
    gain.numbers += by
    if (voided !== undefined) gain.voided += by
    if (voided !== undefined) continue
    gain.copies += by * copyCount
    gain.fee += by * fee.amount
  }
}

/** The first closing of a book holds, whichever arrived first. */
async function noteClosings(db: Tables, { unit, arrived }: Batch): Promise<void> {
  for (const { act } of arrived) {
    const known = act.subject.startsWith('book:') ? readAct(act) : undefined
    if (known?.kind !== 'book/closed' || parseBookSubject(act.subject) === undefined) continue
    await db.query(`
      INSERT INTO certification_books (unit, book, closed_at, last) VALUES ($1, $2, $3, $4)
      ON CONFLICT (unit, book) DO UPDATE SET closed_at = excluded.closed_at, last = excluded.last
      WHERE excluded.closed_at < certification_books.closed_at`,
      [unit, act.subject, act.at, known.body.last])
  }
}
