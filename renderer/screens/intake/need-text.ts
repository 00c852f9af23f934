import { intakeText } from '../../text/intake.ts'
import type { Need } from '../../state/intake.ts'

/** The sentence under a field that must still be filled; undefined for any other field. */
export function needText(need: Need | null, field: string): string | undefined {
  return need?.field === field ? needSentence(need) : undefined
}

export function needSentence({ what }: Need): string {
  return intakeText.need[what]
}
