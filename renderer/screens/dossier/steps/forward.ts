import { success } from '../../../../shared/base/result.ts'
import { mayDo } from '../../../../shared/users/role.ts'
import { stepText as t } from '../../../text/steps.ts'
import type { Step, StepFacts } from './step.ts'

/** To an officer of this office, or to another agency by its name (rules L4, L5). */
export const forward: Step = {
  verb: 'dossier/forward',
  right: 'dossier/forward',
  act: 'dossier/forwarded',
  begin: facts => ({ to: officersOf(facts)[0]?.id ?? AGENCY, agency: '', note: '' }),
  fields: facts => [
    {
      name: 'to', kind: 'choice', label: t.forwardTo,
      choices: [...officersOf(facts).map(({ id, name }) => ({ value: id, label: name })), { value: AGENCY, label: t.otherAgency }],
    },
    ...(facts.typed['to'] === AGENCY ? [{ name: 'agency', kind: 'line', label: t.agency, max: 200 } as const] : []),
    { name: 'note', kind: 'line', label: t.forwardNote, max: 500 },
  ],
  input: ({ typed }) => success({
    to: typed['to'] === AGENCY ? { agency: typed['agency'] ?? '' } : { userId: typed['to'] ?? '' },
    note: typed['note'] ?? '',
  }),
  places: {
    'dossier/agency-missing': 'agency', 'dossier/recipient-unknown': 'to', 'dossier/recipient-same': 'to',
  },
}

const AGENCY = ''

function officersOf({ dossier, staff }: Pick<StepFacts, 'dossier' | 'staff'>) {
  const holds = dossier.state === 'received' ? null : dossier.holder?.userId
  return staff.filter(({ id, roles }) => mayDo(roles, 'dossier/process') && id !== holds)
}
