import { success } from '../../../../shared/base/result.ts'
import type { Dossier } from '../../../../shared/dossiers/dossier.ts'
import { stepText as t } from '../../../text/steps.ts'
import { dueSaid } from './due-said.ts'
import type { Step, StepField } from './step.ts'
import { countTyped } from './typed-values.ts'

/** What the person brought of what was asked, and a new due day (rules L7, T10). */
export const supplement: Step = {
  verb: 'dossier/supplement',
  right: 'dossier/supplement',
  act: 'dossier/supplemented',
  begin: ({ dossier }) => Object.fromEntries([
    ...askedOf(dossier).flatMap((_, i) => [[`originals ${String(i)}`, '1'], [`copies ${String(i)}`, '0']]), ['note', ''],
  ]) as Readonly<Record<string, string>>,
  fields: ({ dossier, clock }) => [
    ...askedOf(dossier).flatMap(({ name }, i): readonly StepField[] => [
      { name: `originals ${String(i)}`, kind: 'count', label: t.broughtOriginals(name), max: 4 },
      { name: `copies ${String(i)}`, kind: 'count', label: t.copies, max: 4 },
    ]),
    { name: 'note', kind: 'line', label: t.supplementNote, hint: t.supplementNoteHint, max: 1000 },
    ...dueSaid(dossier, clock?.supplementPolicy ?? 'restart', clock),
  ],
  input: ({ dossier, typed }) => success({
    papers: askedOf(dossier).flatMap((asked, i) => {
      const [originals, copies] = [countTyped(typed[`originals ${String(i)}`]), countTyped(typed[`copies ${String(i)}`])]
      return originals === 0 && copies === 0 ? [] : [{ ...asked, originals, copies }]
    }),
    note: typed['note'] ?? '',
  }),
  places: { 'dossier/supplement-empty': 'note', 'dossier/paper-uncounted': 'originals 0', 'program/input-invalid': 'originals 0' },
}

/** What the last request named: a paper the dossier lists where it has that name, another one where it has not. */
function askedOf({ supplements, papers }: Dossier): readonly ({ readonly id?: string; readonly name: string })[] {
  return (supplements.at(-1)?.papers ?? []).map(name => {
    const listed = papers.find(paper => !paper.received && paper.name === name)
    return listed === undefined ? { name } : { id: listed.id, name }
  })
}
