import { chooseCase, type ChosenCase } from '../dossiers/choose-case.ts'
import type { PaperInput } from '../dossiers/count-papers.ts'
import type { ReceiveInput } from '../dossiers/receive.ts'
import { checkOpen, type Catalogue } from '../procedures/catalogue.ts'
import type { Procedure } from '../procedures/procedure.ts'
import { between, chanceFrom, pick, type Chance } from './chance.ts'
import { makePerson } from './practice-people.ts'

/**
 * So many dossiers as clerks would receive them: mostly what counters receive most, people who come back, papers counted,
 * limit and fee named where the catalogue leaves them open. The same seed and catalogue give the same inputs.
 *
 * `on` is the day they are received, so that only open procedures are chosen.
 */
export function makeReceiveInputs(seed: number, count: number, catalogue: Catalogue, on: string): readonly ReceiveInput[] {
  const chance = chanceFrom(seed)
  const open = catalogue.procedures.filter(procedure => checkOpen(procedure, on).ok)
  const usual = open.filter(({ rank }) => rank !== undefined)
  const people = Array.from({ length: Math.max(1, Math.ceil(count * 0.7)) }, () => makePerson(chance))
  return Array.from({ length: count }, () =>
    toInput(chance, pick(chance, people), pick(chance, usual.length > 0 && chance() < 0.85 ? usual : open), catalogue))
}

function toInput(chance: Chance, applicant: ReceiveInput['applicant'], procedure: Procedure, catalogue: Catalogue): ReceiveInput {
  const choice = { procedure: procedure.code, caseId: pick(chance, procedure.cases).id, channel: 'direct' as const }
  const chosen = chooseCase(catalogue, choice)
  if (!chosen.ok) throw new Error(`The catalogue lost what it listed: ${chosen.problem.code}`)
  return {
    ...choice,
    applicant,
    ...(chance() < 0.1 ? { owner: makePerson(chance), authorisation: 'Giấy ủy quyền' } : {}),
    content: procedure.shortName,
    papers: chosen.value.papers.filter(({ conditional }) => !conditional || chance() < 0.3).map(({ id, originals, copies }): PaperInput =>
      ({ id, originals, copies, received: chance() < 0.97 })),
    forSupplement: true,
    setCount: 1,
    collectAt: chance() < 0.9 ? 'counter' : 'post',
    ...(chosen.value.limit === 'unclear' ? { limit: { count: between(chance, 1, 15), unit: 'working-days' as const } } : {}),
    ...feeOf(chance, chosen.value),
  }
}

function feeOf(chance: Chance, { fee }: ChosenCase): Pick<ReceiveInput, 'fee'> {
  if (fee === 'copy-pages') return { fee: { copies: [{ pageCount: between(chance, 1, 20), copyCount: between(chance, 1, 5) }] } }
  return fee === 'unclear' ? { fee: { amount: between(chance, 0, 20) * 1_000 } } : {}
}
