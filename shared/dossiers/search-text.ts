import { fold } from '../base/text.ts'
import { codeSearchForms } from '../units/dossier-code.ts'
import type { Dossier } from './dossier.ts'

/**
 * Everything a dossier can be found by, folded and in one line: names, code in all its forms, phone,
 * personal and organisation number, procedure (rule N1).
 */
export function searchTextOf(dossier: Dossier): string {
  const { applicant, owner, procedure, code } = dossier
  const numbers = [applicant.personalNumber, applicant.oldNumber, ...(owner === undefined ? [] : ownerNumbers(owner))]
  const phones = [applicant.phone, owner?.phone].map(phone => phone?.replace(/[^\d+]/g, ''))
  const codes = code === undefined ? [] : codeSearchForms(code)
  const parts = [applicant.name, owner?.name, ...codes, ...phones, ...numbers, procedure.name, procedure.code]
  return fold(parts.filter(part => part !== undefined).join(' '))
}

/**
 * A question as words to look for, asked once and matched against every text.
 *
 * Folded; digits said in groups, as `092 085 000 123`, are one word, and a procedure's code keeps its dot.
 */
export function queryWords(query: string): readonly string[] {
  const folded = fold(query)
  const isNumber = /^\+?[\d .-]{6,}$/.test(folded) && !/^\d\.\d+$/.test(folded)
  return (isNumber ? folded.replace(/[ .]/g, '') : folded).split(' ').filter(word => word !== '')
}

/** Whether every word stands somewhere in the text, in any order, also as a part of a word. */
export function matches(text: string, words: readonly string[]): boolean {
  return words.every(word => text.includes(word))
}

function ownerNumbers(owner: NonNullable<Dossier['owner']>): readonly (string | undefined)[] {
  return 'kind' in owner ? [owner.number] : [owner.personalNumber, owner.oldNumber]
}
