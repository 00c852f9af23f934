import { success } from '../../../../shared/base/result.ts'
import { mustBeSigned } from '../../../../shared/dossiers/check-signature.ts'
import type { Dossier } from '../../../../shared/dossiers/dossier.ts'
import { awaitedParts } from '../../../../shared/dossiers/parts.ts'
import { stepText as t } from '../../../text/steps.ts'
import { numberName, numbering } from './resolve.ts'
import { resultOfPart } from './result-of-part.ts'
import type { Step, StepFacts } from './step.ts'
import { withCode } from './submit.ts'

/** The result of one part of a linked dossier has come to the counter (rule L11). */
export const resolvePart: Step = {
  verb: 'dossier/resolve-part',
  right: 'dossier/follow-parts',
  act: 'dossier/part-resolved',
  isDue: (dossier, known) => unsignedParts(dossier, known).length > 0,
  begin: ({ dossier, ...known }) => ({ part: unsignedParts(dossier, known)[0]?.id ?? '', result: '', issuedOn: '' }),
  fields: facts => [
    { name: 'part', kind: 'choice', label: t.part, choices: unsignedParts(facts.dossier, facts).map(({ id, name }) => ({ value: id, label: name })) },
    { name: 'result', kind: 'line', label: t.result, hint: t.resultIfEmpty(resultOf(facts)), max: 500 },
    { name: numberName(0), kind: 'line', label: t.resultNumber, max: 100 },
    { name: 'issuedOn', kind: 'day', label: t.issuedOn, hint: t.todayIfEmpty, max: 10 },
  ],
  input: facts => {
    const { typed, results } = facts
    const name = (typed['result'] ?? '').trim() === '' ? resultOf(facts) : typed['result'] ?? ''
    return success({ part: typed['part'] ?? '', results: [{ ...withCode(name, results), ...numbering(0, typed) }] })
  },
  places: {
    'dossier/part-unknown': 'part', 'dossier/part-resolved': 'part', 'dossier/part-before-leader': 'part', 'dossier/signature-needed': 'part',
    'dossier/result-unnumbered': numberName(0), 'dossier/results-missing': 'result',
  },
}

function resultOf(facts: StepFacts): string {
  return resultOfPart(facts, facts.typed['part'] ?? '')
}

/** The parts whose result may come without a leader here (rule L11). */
function unsignedParts(dossier: Dossier, { signedProcedures }: Pick<StepFacts, 'signedProcedures'>): ReturnType<typeof awaitedParts> {
  return awaitedParts(dossier).filter(({ procedure }) => !mustBeSigned(procedure, signedProcedures))
}
