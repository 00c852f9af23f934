import type { Problem } from '../../shared/base/result.ts'

/** One sentence for a problem: what happened, what is safe, what to do next. */
export function problemText(problem: Problem): string {
  const sentence: ((facts: never) => string) | undefined = Object.hasOwn(sentences, problem.code) ? sentences[problem.code as Known] : undefined
  return sentence === undefined ? unknownProblem(problem.code) : (sentence as (facts: Problem) => string)(problem)
}

function unknownProblem(code: string): string {
  return `Chưa làm được việc này. Những gì đã lưu vẫn còn đủ. Thử lại; vẫn không được thì gọi quản trị, đọc mã ${code}.`
}

export const sentences = {
  'program/failed': ({ number }: { readonly number: number | null }) =>
    `Chương trình gặp trục trặc. Những gì đã lưu vẫn còn đủ, những gì đã nhập vẫn còn trên màn. ${callWith(number)}`,
} as const

type Known = keyof typeof sentences

function callWith(number: number | null): string {
  return number === null ? 'Thử lại; vẫn không được thì gọi quản trị.' : `Thử lại; vẫn không được thì gọi quản trị, đọc số ${String(number)}.`
}
