import { Compile } from 'typebox/compile'
import { CASH_BODIES } from '../../shared/cash/act-bodies.ts'
import { CERTIFICATION_BODIES } from '../../shared/certification/act-bodies.ts'
import { DOSSIER_BODIES } from '../../shared/dossiers/act-bodies.ts'
import { LOOK_BODIES } from '../../shared/dossiers/look-at-person.ts'
import { CITY_BODIES } from '../../shared/offices/city-acts.ts'
import { OFFICE_BODIES } from '../../shared/offices/office-acts.ts'
import { STOCK_BODIES } from '../../shared/stocks/act-bodies.ts'
import { USER_BODIES } from '../../shared/users/user-acts.ts'
import { ADMIN_BODIES } from '../admin/admin-acts.ts'
import type { UnfoldableRow } from '../db/queries/unfoldable.ts'
import type { Projection } from './projection.ts'

/** What is kept and cannot be folded by this version, for the administrator to see (rule S4). */
export const unfoldableProjection: Projection = {
  tables: ['unfoldable'],
  domains: [],
  fold: async (db, { unit, arrived, unreadable }) => {
    const rows = [
      ...arrived.flatMap(({ act, receivedAt }) => {
        const reason = reasonOf(act.kind, act.body)
        return reason === undefined ? [] : [{ device: act.device, seq: act.seq, kind: act.kind, subject: act.subject, reason, receivedAt }]
      }),
      ...unreadable.map(({ device, seq, code, receivedAt }) => ({ device, seq, kind: '', subject: '', reason: lineReason(code), receivedAt })),
    ]
    if (rows.length === 0) return
    await db.query(`
      INSERT INTO unfoldable (unit, device, seq, kind, subject, reason, received_at)
      SELECT $1, * FROM unnest($2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[])`,
      [unit, ...(['device', 'seq', 'kind', 'subject', 'reason', 'receivedAt'] as const).map(column => rows.map(row => row[column]))])
  },
}

type Reason = UnfoldableRow['reason']

const CHECKS: ReadonlyMap<string, (body: unknown) => boolean> = new Map(
  Object.entries({
    ...CASH_BODIES, ...CERTIFICATION_BODIES, ...DOSSIER_BODIES, ...LOOK_BODIES, ...OFFICE_BODIES, ...STOCK_BODIES, ...USER_BODIES,
  }).map(([kind, schema]) => {
    const shape = Compile(schema)
    return [kind, body => shape.Check(body)]
  }))

/** Kinds that are read elsewhere, or on the desk alone. */
const READ_ELSEWHERE: ReadonlySet<string> = new Set([
  ...Object.keys(CITY_BODIES), ...Object.keys(ADMIN_BODIES), 'day/closed', 'refusal/settled', 'register/taken-out', 'report/signed',
  'tray/page-looked-at',
])

function reasonOf(kind: string, body: unknown): Reason | undefined {
  if (READ_ELSEWHERE.has(kind)) return undefined
  const check = CHECKS.get(kind)
  if (check === undefined) return 'kind-unknown'
  return check(body) ? undefined : 'body-unreadable'
}

function lineReason(code: string): Reason {
  return code === 'line/newer-version' ? 'newer-version' : 'line-unreadable'
}
