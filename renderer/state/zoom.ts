import { main } from '../main-api.ts'

/** Text sizes Ctrl with + and − walk through. */
const STEPS = [1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const

/** Larger (1), smaller (−1) or as before (0); remembered for this person on this PC. */
export async function changeZoom(userId: string, by: 1 | -1 | 0): Promise<void> {
  const here = STEPS.findIndex(step => step >= zoomOf(userId))
  const next = by === 0 ? 1 : STEPS[Math.max(0, Math.min(STEPS.length - 1, (here < 0 ? STEPS.length - 1 : here) + by))] ?? 1
  localStorage.setItem(keyOf(userId), String(next))
  await main.program.setZoom(next)
}

/** The size this person last chose. */
export async function applyZoom(userId: string): Promise<void> {
  await main.program.setZoom(zoomOf(userId))
}

function zoomOf(userId: string): number {
  const kept = Number(localStorage.getItem(keyOf(userId)))
  return kept >= 1 && kept <= 3 ? kept : 1
}

function keyOf(userId: string): string {
  return `zoom/${userId}`
}
