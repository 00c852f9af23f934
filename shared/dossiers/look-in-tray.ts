import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { normalise } from '../base/text.ts'
import { PageOf } from '../papers/paper.ts'
import type { Moment } from './moment.ts'

export const LookInTrayInput = Type.Object({
  sha256: PageOf.properties.sha256,
  reason: Type.String({ maxLength: 1000 }),
})
export type LookInTrayInput = Static<typeof LookInTrayInput>

export interface LookInTrayProblem extends Problem {
  readonly code: 'dossier/reason-missing'
}

/**
 * Remembers that somebody uncovers the image of an ID card that still lies in the scan tray, and why, before it is shown (rules U3, U5).
 *
 * No dossier has it yet, so the act stands under the tray of this PC; the page's name ties it to the dossier that gets the page.
 */
export function lookInTray({ sha256, reason }: LookInTrayInput, { office }: Moment): Result<readonly NewAct[], LookInTrayProblem> {
  const words = normalise(reason)
  if (words === '') return failure({ code: 'dossier/reason-missing' })
  return success([{ subject: `tray:${office.device}`, kind: 'tray/page-looked-at', body: { sha256, reason: words } }])
}
