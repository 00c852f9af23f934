import type { Result } from '../../shared/base/result.ts'
import { questions } from './questions.ts'

/** What is written to the shell: answers on standard output, or one sentence on standard error. */
export type Answer = { readonly answers: readonly unknown[] } | { readonly sentence: string }

/** Answers a question named by its words; the input is read only when the question needs it. */
export async function answer(words: readonly string[], readInput: () => Promise<string>): Promise<Answer> {
  const [name = '', ...rest] = words.filter(word => word !== '--')
  const question = questions.find(known => known.name === name)
  if (question === undefined) return { sentence: `There is no question "${name}". Ask one of: ${questions.map(known => known.name).join(', ')}.` }
  if ('whole' in question) return answerWhole(question.name, await question.whole(rest))
  return answerEach(question.each, await readInput())
}

function answerWhole(name: string, result: Result<readonly unknown[]>): Answer {
  return result.ok ? { answers: result.value } : { sentence: `"${name}" has no answer: ${result.problem.code}.` }
}

function answerEach(each: (element: unknown) => Result<unknown>, input: string): Answer {
  const elements = readArray(input)
  if (elements === undefined) return { sentence: 'The input is not a JSON array.' }
  return {
    answers: elements.map(element => {
      const result = each(element)
      return result.ok ? result.value : { problem: result.problem.code }
    }),
  }
}

function readArray(input: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(input.replace(/^\ufeff/, ''))
    return Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}
