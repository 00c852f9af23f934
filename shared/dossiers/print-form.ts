import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { DOSSIER_BODIES, type DossierBodies } from './act-bodies.ts'
import { admit, type AdmissionProblem } from './admission.ts'
import type { Dossier, DossierState } from './dossier.ts'
import type { Moment } from './moment.ts'
import type { DossierEnd } from './progress.ts'

const { form, to } = DOSSIER_BODIES['dossier/form-printed'].properties

export const PrintFormInput = Type.Object({ subject: Type.String({ maxLength: 80 }), form, to })
export type PrintFormInput = Static<typeof PrintFormInput>
export type DossierForm = PrintFormInput['form']

export type PrintFormProblem = AdmissionProblem
  | Problem & { readonly code: 'dossier/form-not-due'; readonly form: DossierForm; readonly state: DossierState }

/**
 * Remembers that a form has left the printer, and the how-manieth copy it was (rule N7).
 *
 * Problems: `dossier/form-not-due` when the dossier has no such paper, and those of admission (L20).
 */
export function printForm(input: PrintFormInput, moment: Pick<Moment, 'acts' | 'users'>): Result<readonly NewAct[], PrintFormProblem> {
  const admitted = admit('dossier/print-form', 'dossier/form-printed', moment)
  if (!admitted.ok) return admitted
  const dossier = admitted.value
  if (!formsOf(dossier).includes(input.form)) return failure({ code: 'dossier/form-not-due', form: input.form, state: dossier.state })
  const body: DossierBodies['dossier/form-printed'] = { form: input.form, copy: nextCopy(dossier, input.form), to: input.to }
  return success([{ subject: input.subject, kind: 'dossier/form-printed', body }])
}

/**
 * The papers a dossier can print now: form 01, 02 or 03 by its first act, form 02 also when papers are still missing (rules L1–L3),
 * then what its life has brought: forms 02, 04, 05, 06, the slip of a returned result, the receipt for the fee taken last
 * (rules L4–L15, M1).
 */
export function formsOf(dossier: Dossier): readonly DossierForm[] {
  if (dossier.code === undefined) return dossier.state === 'guided' ? ['guidance'] : ['refusal']
  const { missingPapers, supplements, apology, ended, collection, handovers, money } = dossier
  const forms: readonly (DossierForm | false)[] = [
    'receipt',
    missingPapers !== undefined && 'guidance',
    supplements.length > 0 && 'supplement-request',
    apology !== undefined && 'apology',
    ended !== undefined && STOPPING.has(ended.how) && 'stop-notice',
    handovers.length > 0 && 'control-sheet',
    collection !== undefined && 'return-slip',
    money.some(({ kind }) => kind === 'collected') && 'fee-receipt',
  ]
  return forms.filter(form => form !== false)
}

/** Ends of which the person is told by form 05. */
const STOPPING: ReadonlySet<DossierEnd['how']> = new Set(['stopped', 'refused-after-appraisal', 'withdrawn'])

/** Which copy the next print would be; above 1 it is a reprint (rule N7). */
export function nextCopy(dossier: Dossier, form: DossierForm): number {
  return (dossier.printed[form] ?? 0) + 1
}
