import { fold, initials } from '../../../shared/base/text.ts'
import type { SignInName } from '../../../shared/bridge/main-api.ts'

/** How many names Alt and a digit can reach. */
export const REACHABLE = 9

/**
 * The names to show: all of them up to nine; beyond that the nine who used this desk last, unless `all`.
 *
 * Letters narrow all names, by parts of words or initials; marks the keyboard added are ignored.
 */
export function shownPeople(names: readonly SignInName[], recent: readonly string[], letters: string, all: boolean): readonly SignInName[] {
  const wanted = fold(letters)
  if (wanted !== '') {
    return names.filter(({ name }) => wanted.split(' ').every(word => fold(name).includes(word)) || initials(name).startsWith(wanted))
  }
  if (all || names.length <= REACHABLE) return names
  const rank = ({ id }: SignInName): number => recent.includes(id) ? recent.indexOf(id) : recent.length
  return [...names].sort((a, b) => rank(a) - rank(b)).slice(0, REACHABLE)
}
