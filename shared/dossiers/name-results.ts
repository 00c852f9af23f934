import { Type, type Static } from 'typebox'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import type { Dossier } from './dossier.ts'
import { checkPastDay, type EnteredDayProblem } from './entered-day.ts'
import { keptField, keptWords } from './kept-words.ts'
import type { DraftResult, ResultNumber } from './progress-parts.ts'

/** A result as it is typed: one of those the procedure leads to, or another by its name. */
export const ResultInput = Type.Object({
  code: Type.Optional(Type.String({ maxLength: 40 })),
  name: Type.String({ maxLength: 500 }),
})
export type ResultInput = Static<typeof ResultInput>

export const ResultNumberInput = Type.Object({
  number: Type.String({ maxLength: 100 }),
  /** Today when empty. */
  issuedOn: Type.Optional(Type.String({ maxLength: 10 })),
})
export type ResultNumberInput = Static<typeof ResultNumberInput>

export interface ResultsProblem extends Problem {
  readonly code: 'dossier/results-missing'
}

export interface ResultNumberProblem extends Problem {
  readonly code: 'dossier/result-unnumbered'
  /** By name. */
  readonly results: readonly string[]
}

/** One dossier may lead to several results; each has an id of its own. Problem: `dossier/results-missing`. */
export function nameResults(input: readonly ResultInput[]): Result<DraftResult[], ResultsProblem> {
  const named = input.map(({ code, name }, i) => ({ id: `r${String(i + 1)}`, ...keptField('code', code, 40), name: keptWords(name, 500) }))
  return named.length === 0 || named.some(({ name }) => name === '') ? failure({ code: 'dossier/results-missing' }) : success(named)
}

/** The number and day of one result. Problems: `dossier/result-unnumbered`, `dossier/day-impossible`. */
export function numberResult(
  { id, name }: DraftResult, input: ResultNumberInput | undefined, dossier: Dossier, at: string,
): Result<ResultNumber, ResultNumberProblem | EnteredDayProblem> {
  const number = keptWords(input?.number, 100)
  if (number === '') return failure({ code: 'dossier/result-unnumbered', results: [name] })
  const issuedOn = checkPastDay('issuedOn', input?.issuedOn, dossier, at)
  return issuedOn.ok ? success({ id, number, issuedOn: issuedOn.value }) : issuedOn
}
