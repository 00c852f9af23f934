import type { Day } from '../../../shared/base/day.ts'
import type { DossierState } from '../../../shared/dossiers/dossier.ts'
import { isClockRunning } from '../../../shared/dossiers/lifecycle.ts'

/** A dossier in a list of the city; lists show no personal number. */
export interface DossierRow {
  readonly unit: string
  readonly subject: string
  readonly code: string | null
  readonly state: DossierState
  readonly procedureCode: string
  readonly procedureName: string
  readonly personName: string
  /** UTC ms, by the desk's own time (rule S11). */
  readonly receivedAt: string
  readonly dueOn: Day | null
  readonly isOverdue: boolean
  readonly disputeCount: number
  readonly desk: string
  readonly clerk: string
  /** When its first line reached the city: how late it was sent, never how late the work is (rule S11). */
  readonly arrivedAt: string
}

export interface DossierSql {
  readonly unit: string
  readonly subject: string
  readonly code: string | null
  readonly state: string
  readonly procedure_code: string
  readonly procedure_name: string
  readonly person_name: string
  readonly received_at: string
  readonly due_on: string | null
  readonly dispute_count: number
  readonly desk: string
  readonly clerk: string
  readonly arrived_at: string
}

export const DOSSIER_COLUMNS =
  'unit, subject, code, state, procedure_code, procedure_name, person_name, received_at, due_on, dispute_count, desk, clerk, arrived_at'

export function toDossierRow(today: Day): (row: DossierSql) => DossierRow {
  return row => ({
    unit: row.unit, subject: row.subject, code: row.code, state: row.state as DossierState,
    procedureCode: row.procedure_code, procedureName: row.procedure_name, personName: row.person_name,
    receivedAt: row.received_at, dueOn: row.due_on,
    isOverdue: isClockRunning(row.state as DossierState) && row.due_on !== null && row.due_on < today,
    disputeCount: row.dispute_count, desk: row.desk, clerk: row.clerk, arrivedAt: row.arrived_at,
  })
}
