import { Type, type Static } from 'typebox'
import type { Day } from '../base/day.ts'
import type { Life } from './life.ts'
import { getGrouping } from './groupings.ts'
import { progress } from './progress.ts'
import { tabulate } from './tabulate.ts'

const Day = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })
const Figures = Type.Array(Type.Integer({ minimum: 0 }), { minItems: 1, maxItems: 40 })

/**
 * The body of `report/signed`: Biểu II.06a of a period as a director signed it, by procedure and in sum.
 *
 * `columns` names what the figures are of, so that a later version can tell which it knows.
 */
export const SignedFigures = Type.Object({
  report: Type.Literal('progress'),
  from: Day,
  until: Day,
  /** The day it was signed, by which open dossiers were overdue or not. */
  on: Day,
  columns: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 40 }),
  procedures: Type.Record(Type.String({ maxLength: 100 }), Figures),
  total: Figures,
  signedByName: Type.String({ maxLength: 200 }),
})
export type SignedFigures = Static<typeof SignedFigures>

/** What is counted of these dossiers, as it is signed; the city counts with the same. */
export function figuresToSign(lives: Iterable<Life>, { from, until, on }: Pick<SignedFigures, 'from' | 'until' | 'on'>): Counted {
  const { rows, total } = tabulate(progress, getGrouping('procedure'), lives, { from, until }, on)
  const figuresOf = ({ cells }: typeof total): readonly number[] => progress.columns.map(({ key }) => cells[key].length)
  return {
    columns: progress.columns.map(({ key }) => key),
    procedures: Object.fromEntries(rows.map(row => [row.key, figuresOf(row)])),
    total: figuresOf(total),
  }
}

export interface Counted {
  readonly columns: readonly string[]
  readonly procedures: Readonly<Record<string, readonly number[]>>
  readonly total: readonly number[]
}

/** A figure that is not the same here and there; `procedure` null in the sums. */
export interface DifferentCell {
  readonly procedure: string | null
  readonly column: string
  readonly signed: number
  readonly counted: number
}

/** Cell for cell what was signed against what is counted now; none where they agree. */
export function differingCells(signed: Counted, counted: Counted): readonly DifferentCell[] {
  const procedures = [...new Set([...Object.keys(signed.procedures), ...Object.keys(counted.procedures)])].sort()
  const rows = [null, ...procedures].map(procedure => ({
    procedure,
    one: procedure === null ? signed.total : signed.procedures[procedure] ?? [],
    other: procedure === null ? counted.total : counted.procedures[procedure] ?? [],
  }))
  return rows.flatMap(({ procedure, one, other }) => signed.columns.flatMap((column, i) => {
    const [was, is] = [one[i] ?? 0, other[counted.columns.indexOf(column)] ?? 0]
    return was === is ? [] : [{ procedure, column, signed: was, counted: is }]
  }))
}

/** `report:31120.progress.2026-11-01.2026-11-30` */
export function signedSubject(unit: string, { from, until }: { readonly from: Day, readonly until: Day }): string {
  return `report:${unit}.progress.${from}.${until}`
}
