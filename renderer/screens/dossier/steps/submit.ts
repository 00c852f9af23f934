import { success } from '../../../../shared/base/result.ts'
import { openParts } from '../../../../shared/dossiers/parts.ts'
import { mayDo } from '../../../../shared/users/role.ts'
import { stepText as t } from '../../../text/steps.ts'
import { resultOfPart } from './result-of-part.ts'
import type { Step, StepFacts, StepField, Typed } from './step.ts'
import { linesOf } from './typed-values.ts'

/** The draft results before a leader; of a linked dossier those of one part or several, what stands empty is not laid there (rule L9). */
export const submit: Step = {
  verb: 'dossier/submit-for-signature',
  right: 'dossier/process',
  act: 'dossier/submitted-for-signature',
  isDue: dossier => dossier.parts === undefined || openParts(dossier).length > 0,
  begin: facts => ({ to: leadersOf(facts)[0]?.id ?? '', ...draftsAtFirst(facts) }),
  fields: facts => [
    { name: 'to', kind: 'choice', label: t.submitTo, choices: leadersOf(facts).map(({ id, name }) => ({ value: id, label: name })) },
    ...draftFields(facts),
  ],
  input: ({ dossier, typed, results }) => success({
    to: typed['to'] ?? '',
    results: dossier.parts === undefined
      ? linesOf(typed['results']).map(name => withCode(name, results))
      : openParts(dossier).flatMap(({ id }) => linesOf(typed[draftsName(id)]).map(name => ({ ...withCode(name, results), part: id }))),
  }),
  places: { 'dossier/results-missing': 'results', 'dossier/recipient-unknown': 'to' },
}

function draftsName(part: string): string {
  return `results ${part}`
}

/** Of a linked dossier the part at work is the one that is ready. */
function draftsAtFirst(facts: Omit<StepFacts, 'typed'>): Typed {
  const { dossier, results } = facts
  if (dossier.parts === undefined) return { results: results.map(({ name }) => name).join('\n') }
  return Object.fromEntries(openParts(dossier).slice(0, 1).map(({ id }) => [draftsName(id), resultOfPart(facts, id)]))
}

function draftFields({ dossier }: StepFacts): readonly StepField[] {
  if (dossier.parts === undefined) return [{ name: 'results', kind: 'lines', label: t.results, hint: t.oneALine, max: 5000 }]
  return openParts(dossier).map(({ id, name }): StepField => ({
    name: draftsName(id), kind: 'lines', label: t.resultsOf(name), hint: t.emptyIsNotReady, max: 5000,
  }))
}

/** A result with the national code of its kind, where the catalogue names it. */
export function withCode(name: string, results: StepFacts['results']): { readonly name: string; readonly code?: string } {
  const code = results.find(result => result.name === name)?.code
  return code === undefined ? { name } : { name, code }
}

function leadersOf({ staff }: Pick<StepFacts, 'staff'>) {
  return staff.filter(({ roles }) => mayDo(roles, 'dossier/sign'))
}
