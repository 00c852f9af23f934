import { cardQuestion } from './card.ts'
import { dossiersQuestion } from './dossiers.ts'
import { dueQuestion } from './due.ts'
import type { Question } from './question.ts'

/** Every question that can be asked from the shell. */
export const questions: readonly Question[] = [
  cardQuestion,
  dossiersQuestion,
  dueQuestion,
]
