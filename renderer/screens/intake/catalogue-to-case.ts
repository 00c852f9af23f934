import type { Day } from '../../../shared/base/day.ts'
import { fold } from '../../../shared/base/text.ts'
import type { Limit } from '../../../shared/calendar/due.ts'
import { checkOpen, findProcedure, type Catalogue } from '../../../shared/procedures/catalogue.ts'
import {
  feesFor, findCase, limitsFor, notesOf, papersToBring,
  type Procedure, type ProcedureFee, type ProcedureLimit, type RequiredPaper,
} from '../../../shared/procedures/procedure.ts'
import type { AskedPaper, CaseView, Demand, FeeView, LimitView } from './case-view.ts'

/** People at the counter hand their papers in themselves. */
const CHANNEL = 'direct'

/** The procedure as the screen shows it, in its first case where none is chosen; undefined for a code nobody knows. */
export function toCaseView(catalogue: Catalogue, code: string, caseId: string | null, today: Day | undefined): CaseView | undefined {
  const procedure = findProcedure(catalogue, code)
  const chosen = procedure === undefined ? undefined : findCase(procedure, caseId ?? '') ?? procedure.cases[0]
  if (procedure === undefined || chosen === undefined) return undefined
  const open = today === undefined ? undefined : checkOpen(procedure, today)
  return {
    procedureCode: procedure.code,
    procedureName: procedure.name,
    field: procedure.field,
    decision: procedure.decision,
    version: procedure.version,
    caseId: chosen.id,
    caseName: chosen.name,
    cases: procedure.cases.map(({ id, name }) => ({ id, name })),
    papers: papersToBring(chosen, CHANNEL).map(toAsked),
    notes: notesOf(chosen).map(note => note.name),
    limit: toLimit(limitsFor(procedure, CHANNEL)),
    fee: toFee(procedure),
    stopped: open === undefined || open.ok ? null : open.problem,
  }
}

function toAsked(paper: RequiredPaper): AskedPaper {
  return { id: paper.id, title: paper.title, name: paper.name, demand: demandOf(paper), originals: paper.originals, copies: paper.copies }
}

/** An authorisation is asked of whoever comes for somebody else; the source writes it among the conditional papers. */
function demandOf(paper: RequiredPaper): Demand {
  if (paper.kind === 'present') return 'present'
  if (!paper.conditional) return 'always'
  return /\b(van ban|giay) uy quyen\b/.test(fold(paper.title)) ? 'proxy' : 'sometimes'
}

/** Known when the source gives one clear figure; otherwise its words, and the clerk is asked. */
function toLimit(limits: readonly ProcedureLimit[]): LimitView {
  const clear = limits.flatMap(({ limit, unclear }) => limit === null || unclear !== undefined ? [] : [limit])
  const [first, ...others] = clear
  if (first !== undefined && others.every(limit => isSame(limit, first))) return { kind: 'known', limit: first }
  return { kind: 'asked', words: wordsOf(limits) }
}

function isSame(one: Limit, other: Limit): boolean {
  return one.unit === other.unit && one.count === other.count
}

function toFee(procedure: Procedure): FeeView {
  const fees = feesFor(procedure, CHANNEL)
  if (fees.some(fee => fee.tariff === 'copy-pages')) return { kind: 'by-page' }
  const clear = fees.filter(isClear)
  const amounts = new Set(clear.map(fee => fee.amount))
  const [amount] = amounts
  if (amount !== undefined && amounts.size === 1) return { kind: 'known', amount, basis: wordsOf(clear) || procedure.decision }
  return { kind: 'asked', words: wordsOf(fees) }
}

/** An amount by the piece needs somebody who counts the pieces. */
function isClear(fee: ProcedureFee): fee is ProcedureFee & { readonly amount: number } {
  return fee.amount !== null && fee.unclear === undefined && (fee.per === undefined || fee.amount === 0)
}

function wordsOf(entries: readonly { readonly stated?: string; readonly note?: string }[]): string {
  const words = entries.flatMap(({ stated, note }) => [stated ?? '', note ?? '']).map(text => text.trim()).filter(text => text !== '')
  return [...new Set(words)].join(' · ')
}
