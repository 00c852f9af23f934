import { fold } from '../base/text.ts'
import type { Person } from './person.ts'

/**
 * Whether two entries speak of one person: the same personal number, or, where one has none,
 * the same name (without marks and case) and birth day.
 *
 * Two different numbers are two people, whatever they are called.
 */
export function isSamePerson(one: Person, other: Person): boolean {
  if (one.personalNumber !== undefined && other.personalNumber !== undefined) return one.personalNumber === other.personalNumber
  return one.bornOn !== undefined && one.bornOn === other.bornOn && fold(one.name) === fold(other.name)
}
