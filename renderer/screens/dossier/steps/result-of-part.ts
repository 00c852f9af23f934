import { partsOf } from '../../../../shared/procedures/linked.ts'
import type { StepFacts } from './step.ts'

/** What a part of a linked procedure leads to, as the catalogue calls it; the part's own name where it does not say. */
export function resultOfPart({ dossier, results }: Pick<StepFacts, 'dossier' | 'results'>, id: string): string {
  const part = partsOf(dossier.procedure.code).find(each => each.id === id)
  return results.find(({ code }) => code !== undefined && part?.results.includes(code) === true)?.name ?? part?.name ?? ''
}
