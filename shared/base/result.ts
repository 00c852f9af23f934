/**
 * What a person can put right, as a plain value: a code and the facts of the moment.
 *
 * Plain, because a message between processes keeps only JSON.
 */
export interface Problem {
  readonly code: string
}

/** Either a value, or a problem a person can put right. Bugs are thrown instead. */
export type Result<T, P extends Problem = Problem> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: P }

export function success<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function failure<const P extends Problem>(problem: P): { readonly ok: false; readonly problem: P } {
  return { ok: false, problem }
}

/** Marks a branch the types say cannot be reached; reaching it is a bug. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
