import type { Result } from '../../shared/base/result.ts'

/** A question with one answer for each element of the input. */
export interface EachQuestion {
  readonly name: string
  readonly each: (element: unknown) => Result<unknown>
}

/** A question about what its words name, such as a data folder; it reads no input. */
export interface WholeQuestion {
  readonly name: string
  readonly whole: (words: readonly string[]) => Promise<Result<readonly unknown[]>>
}

export type Question = EachQuestion | WholeQuestion

/** Whether an element of the input has named parts at all. */
export function hasParts(element: unknown): element is Readonly<Record<string, unknown>> {
  return typeof element === 'object' && element !== null && !Array.isArray(element)
}
