import type { Day } from '../../../shared/base/day.ts'
import { checkOpen, findProcedure, type Catalogue } from '../../../shared/procedures/catalogue.ts'
import { chooseCase, type ChosenCase } from '../../../shared/dossiers/choose-case.ts'
import {
  feesFor, findCase, limitsFor, notesOf, type Procedure, type ProcedureFee, type ProcedureLimit, type RequiredPaper,
} from '../../../shared/procedures/procedure.ts'
import type { AskedPaper, CaseView, Demand, FeeView, LimitView } from './case-view.ts'

/** People at the counter hand their papers in themselves. */
const CHANNEL = 'direct'
const LONG = 120

/** The procedure as the screen shows it, in its first case where none is chosen; undefined for a code nobody knows. */
export function toCaseView(catalogue: Catalogue, code: string, caseId: string | null, today: Day | undefined): CaseView | undefined {
  const known = findProcedure(catalogue, code)
  const firstCase = known?.cases[0]
  if (known === undefined || firstCase === undefined) return undefined
  const chosen = chooseCase(catalogue, { procedure: code, caseId: findCase(known, caseId ?? '')?.id ?? firstCase.id, channel: CHANNEL })
  if (!chosen.ok) return undefined
  const { procedure, frozen, papers, limit, fee } = chosen.value
  const open = today === undefined ? undefined : checkOpen(procedure, today)
  return {
    procedureCode: procedure.code,
    procedureName: procedure.name,
    procedureTitle: procedure.name.length > LONG ? procedure.shortName : procedure.name,
    field: procedure.field,
    decision: procedure.decision,
    version: procedure.version,
    caseId: frozen.caseId,
    caseName: frozen.caseName,
    cases: procedure.cases.map(({ id, name }) => ({ id, name })),
    papers: papers.map(toAsked),
    notes: notesIn(procedure, frozen.caseId),
    limit: toLimit(limit, limitsFor(procedure, CHANNEL)),
    fee: toFee(fee, feesFor(procedure, CHANNEL)),
    stopped: open === undefined || open.ok ? null : open.problem,
  }
}

function notesIn(procedure: Procedure, caseId: string): readonly string[] {
  const chosen = findCase(procedure, caseId)
  return chosen === undefined ? [] : notesOf(chosen).map(note => note.name)
}

function toAsked(paper: RequiredPaper): AskedPaper {
  return { id: paper.id, title: paper.title, name: paper.name, demand: demandOf(paper), originals: paper.originals, copies: paper.copies }
}

function demandOf({ kind, conditional, forProxy }: RequiredPaper): Demand {
  if (kind === 'present') return 'present'
  if (forProxy === true) return 'proxy'
  return conditional ? 'sometimes' : 'always'
}

/** Where the catalogue settles nothing, its words stand beside the question. */
function toLimit(limit: ChosenCase['limit'], limits: readonly ProcedureLimit[]): LimitView {
  if (limit !== 'unclear') return { kind: 'known', limit }
  const words = wordsOf(limits)
  return { kind: 'asked', words, figure: /^\d{1,3}$/.exec(words)?.[0] ?? '' }
}

function toFee(fee: ChosenCase['fee'], fees: readonly ProcedureFee[]): FeeView {
  if (fee === 'unclear') return { kind: 'asked', words: wordsOf(fees) }
  return fee === 'copy-pages' ? { kind: 'by-page' } : { kind: 'known', ...fee }
}

function wordsOf(entries: readonly { readonly stated?: string; readonly note?: string }[]): string {
  const words = entries.flatMap(({ stated, note }) => [stated ?? '', note ?? '']).map(text => text.trim()).filter(text => text !== '')
  return [...new Set(words)].join(' · ')
}
