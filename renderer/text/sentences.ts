import type { ProblemCode, ProblemOf } from '../../shared/bridge/problems.ts'

/** For each of these codes one sentence made of its facts: what happened, what is safe, what to do next. */
export type Sentences<Code extends ProblemCode> = { readonly [C in Code]: (facts: ProblemOf<C>) => string }

/** The codes whose first half is this. */
export type CodesOf<Domain extends string> = Extract<ProblemCode, `${Domain}/${string}`>

/** The end of a sentence about a bug: whom to call, and the short number to read out. */
export function callWith(number: number | null): string {
  return number === null ? 'Thử lại; vẫn không được thì gọi quản trị.' : `Thử lại; vẫn không được thì gọi quản trị, đọc số ${String(number)}.`
}
