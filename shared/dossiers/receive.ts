import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { dayOfInstant, type Day } from '../base/day.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { isClockBehind } from '../calendar/clock-behind.ts'
import { Limit } from '../calendar/due.ts'
import { checkOpen, type ProcedureProblem } from '../procedures/catalogue.ts'
import { dossierCode } from '../units/dossier-code.ts'
import type { NoRange, RangeFull } from '../units/number-range.ts'
import type { DossierBodies } from './act-bodies.ts'
import { chooseCase, type ChoiceProblem } from './choose-case.ts'
import { countPapers, PaperInput, type CountedPaper, type PapersProblem } from './count-papers.ts'
import { decideFee, FeeInput, type FeeProblem } from './decide-fee.ts'
import type { Moment } from './moment.ts'
import type { PartBody } from './part-bodies.ts'
import { promiseParts } from './promise-parts.ts'
import { promise, type LimitProblem } from './promise.ts'
import { keepVisit, VISIT_INPUT, type VisitProblem } from './visit.ts'

export const ReceiveInput = Type.Object({
  ...VISIT_INPUT,
  papers: Type.Array(PaperInput, { maxItems: 100 }),
  /** A paper to submit is not there, and the clerk receives all the same. */
  forSupplement: Type.Optional(Type.Boolean()),
  setCount: Type.Integer({ minimum: 1, maximum: 99 }),
  collectAt: Type.Union([Type.Literal('counter'), Type.Literal('post')]),
  /** The clerk's choice where the catalogue leaves the limit unclear; where it is clear, the catalogue's holds. */
  limit: Type.Optional(Limit),
  fee: Type.Optional(FeeInput),
  /** The clerk has looked: today is today, though the journal holds later days (rule T16). */
  clockConfirmed: Type.Optional(Type.Boolean()),
  /** The draft it was typed in: it is saved then, and scanned pages of it may still follow. */
  draft: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
})
export type ReceiveInput = Static<typeof ReceiveInput>

export type ReceiveProblem = ChoiceProblem | ProcedureProblem | VisitProblem | PapersProblem | LimitProblem | FeeProblem
  | NoRange | RangeFull
  | Problem & { readonly code: 'dossier/clock-behind'; readonly today: Day; readonly newestDay: Day }

/**
 * Receives a dossier (tiếp nhận, rule L1): one act `dossier/received` with the number drawn for it (N3).
 *
 * Problems: `procedure/…` when it cannot be received on this day, `dossier/clock-behind` (T16), `dossier/name-missing`,
 * `dossier/input-invalid`, `dossier/paper-missing`, `dossier/limit-needed`, `dossier/fee-needed`,
 * `dossier/exemption-ground-missing`, and last `number/range-full`, so that no number is drawn in vain.
 */
export function receive(input: ReceiveInput, moment: Moment): Result<readonly NewAct[], ReceiveProblem> {
  const today = dayOfInstant(moment.at)
  const chosen = chooseCase(moment.catalogue, input)
  if (!chosen.ok) return chosen
  const open = checkOpen(chosen.value.procedure, today)
  if (!open.ok) return open
  const visit = keepVisit(input, chosen.value.frozen, moment)
  if (!visit.ok) return visit
  const papers = countPapers(chosen.value.papers, input.papers, input.forSupplement === true)
  if (!papers.ok) return papers
  const due = promise(chosen.value.limit, input.limit, moment)
  if (!due.ok) return due
  const fee = decideFee(input.fee, chosen.value.fee)
  if (!fee.ok) return fee
  if (isClockBehind(moment) && input.clockConfirmed !== true) {
    return failure({ code: 'dossier/clock-behind', today, newestDay: dayOfInstant(moment.newestActAt ?? moment.at) })
  }
  const number = moment.nextNumber(today)
  if (!number.ok) return number

  const body: DossierBodies['dossier/received'] = {
    ...visit.value,
    code: dossierCode(moment.office.codePattern, today, number.value),
    papers: papers.value.map(({ paper }) => paper),
    setCount: input.setCount,
    due: { ...due.value, steps: [...due.value.steps] },
    fee: fee.value,
    collectAt: input.collectAt,
    ...partsIn(promiseParts(chosen.value.frozen.code, input.channel, due.value, moment)),
    ...(input.draft === undefined ? {} : { draft: { id: input.draft, rows: rowsOf(papers.value) } }),
  }
  return success([{ subject: moment.freshSubject('dossier'), kind: 'dossier/received', body }])
}

function partsIn(parts: readonly PartBody[]): Pick<DossierBodies['dossier/received'], 'parts'> {
  return parts.length === 0 ? {} : { parts: [...parts] }
}

function rowsOf(papers: readonly CountedPaper[]): { row: string, paper: string }[] {
  return papers.flatMap(({ paper, row }) => row === undefined ? [] : [{ row, paper: paper.id }])
}
