import { success } from '../../../../shared/base/result.ts'
import { mayDo } from '../../../../shared/users/role.ts'
import { stepText as t } from '../../../text/steps.ts'
import type { Step, StepFacts } from './step.ts'
import { linesOf } from './typed-values.ts'

/** The draft results before a leader (rule L9). */
export const submit: Step = {
  verb: 'dossier/submit-for-signature',
  right: 'dossier/process',
  act: 'dossier/submitted-for-signature',
  isDue: ({ parts }) => parts === undefined,
  begin: facts => ({ to: leadersOf(facts)[0]?.id ?? '', results: facts.results.map(({ name }) => name).join('\n') }),
  fields: facts => [
    { name: 'to', kind: 'choice', label: t.submitTo, choices: leadersOf(facts).map(({ id, name }) => ({ value: id, label: name })) },
    { name: 'results', kind: 'lines', label: t.results, hint: t.oneALine, max: 5000 },
  ],
  input: ({ typed, results }) => success({ to: typed['to'] ?? '', results: linesOf(typed['results']).map(name => withCode(name, results)) }),
  places: { 'dossier/results-missing': 'results', 'dossier/recipient-unknown': 'to' },
}

/** A result with the national code of its kind, where the catalogue names it. */
export function withCode(name: string, results: StepFacts['results']): { readonly name: string; readonly code?: string } {
  const code = results.find(result => result.name === name)?.code
  return code === undefined ? { name } : { name, code }
}

function leadersOf({ staff }: Pick<StepFacts, 'staff'>) {
  return staff.filter(({ roles }) => mayDo(roles, 'dossier/sign'))
}
