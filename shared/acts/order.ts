import type { Act } from './act.ts'
import { compareClocks } from './clock.ts'

/** The acts in the one order in which they fold, whatever order they arrived in (rule D1). */
export function inFoldingOrder<A extends Act>(acts: readonly A[]): readonly A[] {
  return [...acts].sort(compareActs)
}

/** By clock, then device, then seq; negative when the first folds first. */
export function compareActs(one: Act, other: Act): number {
  return compareClocks(one.clock, other.clock) || compareTexts(one.device, other.device) || one.seq - other.seq
}

/** By code unit, the same on every machine. */
function compareTexts(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
