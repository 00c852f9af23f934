import type { Act } from '../../shared/acts/act.ts'
import { CLOCK_START, compareClocks } from '../../shared/acts/clock.ts'
import { foldUsers, type UserState } from '../../shared/users/fold-users.ts'
import type { LetterboxState } from './letterbox.ts'

/** Everyone of the unit, from what the city wrote and what its devices did. */
export function foldUnitUsers(state: LetterboxState, ofDevices: readonly Act[]): readonly UserState[] {
  return foldUsers([...new Map([...ofDevices, ...state.userActs].map(act => [act.name, act])).values()], '')
}

/** The newest clock among these acts: what the city writes about them folds after them, however a desk's clock stood. */
export function newestClock(acts: readonly Act[]): string {
  return acts.reduce((newest, { clock }) => (compareClocks(clock, newest) > 0 ? clock : newest), CLOCK_START)
}
