import { success } from '../../../../shared/base/result.ts'
import { stepText as t } from '../../../text/steps.ts'
import type { Step } from './step.ts'
import { linesOf } from './typed-values.ts'

/** What must be brought or made complete, and why; the clock stops (rules L6, T10). */
export const requestSupplement: Step = {
  verb: 'dossier/request-supplement',
  right: 'dossier/request-supplement',
  act: 'dossier/supplement-requested',
  paper: 'supplement-request',
  begin: ({ dossier }) => ({ papers: (dossier.missingPapers ?? []).join('\n'), reason: '', legalGround: '' }),
  fields: ({ dossier }) => [
    { name: 'papers', kind: 'lines', label: t.toBring, hint: t.oneALine, max: 5000 },
    { name: 'reason', kind: 'line', label: t.reason, max: 1000 },
    { name: 'legalGround', kind: 'line', label: t.legalGround, max: 1000 },
    { name: 'clock', kind: 'say', label: dossier.supplements.length > 0 ? t.secondRequest(dossier.supplements.length + 1) : t.clockStops },
  ],
  input: ({ typed }) => success({ papers: [...linesOf(typed['papers'])], reason: typed['reason'] ?? '', legalGround: typed['legalGround'] ?? '' }),
  places: { 'dossier/missing-papers-unnamed': 'papers', 'dossier/reason-missing': 'reason' },
}
