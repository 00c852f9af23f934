import { fold, initials } from '../base/text.ts'
import rows from './usual-papers.json' with { type: 'json' }

/** A kind of paper people bring to be certified: its name, what is done with it, and how many pages it usually has. */
export interface UsualPaper {
  readonly name: string
  readonly procedure: string
  readonly pages: number
}

/** What the express lane meets most, in that order; an aid for typing, anything else can be written. */
export const USUAL_PAPERS = rows as readonly UsualPaper[]

/** Initials first, then beginnings of the name, of words in their order, of words in any order; 0 is no answer. */
const SCORES = { initials: 5, nameBegins: 4, initialsBegin: 3, words: 2 } as const

/**
 * Papers for what a clerk types without marks: first letters (`gk`) or beginnings of words.
 *
 * `papers` come the most used first; among equals that order stays.
 */
export function searchPapers(papers: readonly UsualPaper[], query: string, limit: number): readonly UsualPaper[] {
  const words = fold(query.slice(0, 100)).split(' ').filter(word => word !== '')
  if (words.length === 0) return papers.slice(0, limit)
  return papers
    .map((paper, place) => ({ paper, place, score: scoreOf(fold(paper.name), words) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || one.place - other.place)
    .slice(0, limit)
    .map(({ paper }) => paper)
}

function scoreOf(name: string, words: readonly string[]): number {
  const phrase = words.join(' ')
  const letters = initials(name)
  const isInitials = words.length === 1 && phrase.length >= 2
  if (isInitials && letters === phrase) return SCORES.initials
  if (name.startsWith(phrase)) return SCORES.nameBegins
  if (isInitials && letters.startsWith(phrase)) return SCORES.initialsBegin
  return words.every(word => ` ${name}`.includes(` ${word}`)) ? SCORES.words : 0
}
