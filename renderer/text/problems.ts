import type { Problem } from '../../shared/base/result.ts'
import type { ProblemCode } from '../../shared/bridge/problems.ts'
import { cashProblems } from './problems-cash.ts'
import { certificationProblems } from './problems-certification.ts'
import { dossierProblems } from './problems-dossier.ts'
import { machineProblems } from './problems-machine.ts'
import { peopleProblems } from './problems-people.ts'
import { scanningProblems } from './problems-scanning.ts'
import { stockProblems } from './problems-stock.ts'
import { syncProblems } from './problems-sync.ts'
import type { Sentences } from './sentences.ts'

/** One sentence for every problem there is: a code without one does not compile. */
export const sentences: Sentences<ProblemCode> = {
  ...cashProblems, ...certificationProblems, ...dossierProblems, ...machineProblems, ...peopleProblems, ...scanningProblems,
  ...stockProblems, ...syncProblems,
}

/** What happened, what is safe, what to do next. */
export function problemText(problem: Problem): string {
  const sentence = Object.hasOwn(sentences, problem.code) ? sentences[problem.code as ProblemCode] as (facts: Problem) => string : undefined
  return sentence === undefined ? unknownProblem(problem.code) : sentence(problem)
}

/** A code from a newer program than this window, read out on the phone. */
function unknownProblem(code: string): string {
  return `Chưa làm được việc này. Những gì đã lưu vẫn còn đủ. Thử lại; vẫn không được thì gọi quản trị, đọc mã ${code}.`
}
