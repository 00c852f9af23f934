import { dayOfInstant, isInstant, type Day } from '../../shared/base/day.ts'
import type { Dossier } from '../../shared/dossiers/dossier.ts'
import { fold } from '../../shared/dossiers/fold.ts'
import { searchTextOf } from '../../shared/dossiers/search-text.ts'
import { countChanges, type Counted } from './dossier-counts.ts'
import { sqlText, subjectsOf, type ArrivedAct, type Projection, type Tables } from './projection.ts'

/** Dossiers as lists and search show them, and how many stand where. Days are those of the events, never of their sending (rule S11). */
export const dossiersProjection: Projection = {
  tables: ['dossiers', 'dossier_counts'],
  domains: ['dossier'],
  fold: async (db, batch) => {
    const rows = subjectsOf(batch, 'dossier').flatMap(([subject, acts]) => {
      const dossier = fold(acts.map(({ act }) => act))
      return dossier === undefined ? [] : [toRow(subject, dossier, acts)]
    })
    if (rows.length === 0) return
    const before = await db.query<Counted & { readonly subject: string }>(
      'SELECT subject, state, received_on, due_on, dispute_count FROM dossiers WHERE unit = $1 AND subject = ANY($2)',
      [batch.unit, rows.map(({ subject }) => subject)])
    const beforeBySubject = new Map(before.map(row => [row.subject, row]))
    await upsert(db, batch.unit, rows)
    await countChanges(db, batch.unit, rows.map(after => ({ before: beforeBySubject.get(after.subject), after })))
  },
}

const COLUMNS = [
  'subject', 'code', 'state', 'procedure_code', 'procedure_name', 'person_name', 'personal_number', 'phone', 'received_at', 'received_on',
  'due_on', 'ended_on', 'desk', 'clerk', 'dispute_count', 'act_count', 'arrived_at', 'changed_at', 'search',
] as const
const INTEGERS: readonly string[] = ['dispute_count', 'act_count']

type Column = (typeof COLUMNS)[number]
type Row = Counted & { readonly [Name in Column]: Name extends 'subject' ? string : string | number | null }

function toRow(subject: string, dossier: Dossier, acts: readonly ArrivedAct[]): Row {
  const { applicant, procedure, state } = dossier
  const arrivals = acts.map(({ receivedAt }) => receivedAt).sort()
  return {
    subject, state,
    code: dossier.code === undefined ? null : sqlText(dossier.code, 100),
    procedure_code: sqlText(procedure.code, 100), procedure_name: sqlText(procedure.name),
    person_name: sqlText(applicant.name, 300),
    personal_number: applicant.personalNumber === undefined ? null : sqlText(applicant.personalNumber, 40),
    phone: applicant.phone === undefined ? null : sqlText(applicant.phone, 40),
    received_at: dossier.receivedAt, received_on: dayOf(dossier.receivedAt),
    due_on: dossier.due?.dueOn ?? null,
    ended_on: endedOn(dossier),
    desk: sqlText(dossier.desk, 100), clerk: sqlText(dossier.clerk, 200),
    dispute_count: dossier.disputes.length, act_count: dossier.acts.length,
    arrived_at: arrivals[0] ?? '', changed_at: arrivals.at(-1) ?? '',
    // Begins with a blank, so that every word of it does.
    search: ` ${sqlText(searchTextOf(dossier), 8000)}`,
  }
}

/** When the clock ended (rule T13); what was never received ended as it came. */
function endedOn({ state, ended, acts }: Dossier): Day | null {
  if (ended !== undefined) return dayOf(ended.at)
  const last = acts.at(-1)
  return (state === 'guided' || state === 'refused') && last !== undefined ? dayOf(last.at) : null
}

/** An envelope may name an instant no calendar has; the act is kept all the same. */
function dayOf(at: string): Day {
  const isReal: boolean = isInstant(at)
  return isReal ? dayOfInstant(at) : at.slice(0, 10)
}

async function upsert(db: Tables, unit: string, rows: readonly Row[]): Promise<void> {
  const arrays = COLUMNS.map((name, i) => `$${String(i + 2)}::${INTEGERS.includes(name) ? 'integer' : 'text'}[]`)
  await db.query(`
    INSERT INTO dossiers (unit, ${COLUMNS.join(', ')}) SELECT $1, * FROM unnest(${arrays.join(', ')})
    ON CONFLICT (unit, subject) DO UPDATE SET ${COLUMNS.filter(name => name !== 'subject').map(name => `${name} = excluded.${name}`).join(', ')}`,
    [unit, ...COLUMNS.map(name => rows.map(row => row[name]))])
}
