import { walkLife } from '../builders/life-walk.ts'
import type { Rig } from './rig.ts'

const STEPS_OF_AN_OFFICE = 400

/**
 * Offices of three counters live so many random steps in all, beside a small model of the rules that shares no code with the program:
 * states, due days, money, books and the months' reports must be the same.
 */
export const life: Rig = async ({ runs, seed, say }) => {
  const total = {
    steps: 0, differences: 0, allowed: 0, refused: 0, dossiers: 0, linked: 0, partsSigned: 0, numbers: 0, receipts: 0, spoilt: 0, strays: 0,
    counts: 0, months: 0,
  }
  for (let office = 0; total.steps < runs; office += 1) {
    const figures = walkLife(seed * 100_000 + office, Math.min(STEPS_OF_AN_OFFICE, runs - total.steps), say)
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += figures[key]
    if ((office + 1) % 10 === 0) say(`${String(total.steps)} of ${String(runs)} steps`)
  }
  return Promise.resolve(total)
}
