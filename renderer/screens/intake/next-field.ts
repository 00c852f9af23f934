import type { Day } from '../../../shared/base/day.ts'
import type { IntakeDraft, PersonFieldName } from '../../state/intake-draft.ts'
import type { CaseView } from './case-view.ts'
import { mustHave } from './paper-state.ts'
import { feeOf, fullFee, limitOf } from './promise.ts'
import { openWarnings } from './warnings.ts'

export type PartNumber = 1 | 2 | 3 | 4

/** A place the cursor can stop at, in the order of the screen. */
export interface FieldStop {
  readonly id: string
  readonly part: PartNumber
  /** Already filled and right: Enter passes over it, Shift+Enter goes back to it. */
  readonly settled: boolean
}

export const MAIN_BUTTON = 'main'

/** Every stop of the screen as it is now. Without a procedure there are no papers and no promise yet. */
export function fieldStops(draft: IntakeDraft, view: CaseView | undefined, today: Day | undefined): readonly FieldStop[] {
  const begun = [...applicantStops(draft, today), ...procedureStops(draft, view)]
  return view === undefined ? begun : [...begun, ...paperStops(draft, view), ...promiseStops(draft, view)]
}

/** Where Enter goes from here: the next stop that is not settled, at last the main button. */
export function nextField(stops: readonly FieldStop[], from: string | undefined): string {
  const here = stops.findIndex(stop => stop.id === from)
  return stops.slice(here + 1).find(stop => !stop.settled)?.id ?? MAIN_BUTTON
}

/** Where Shift+Enter goes: the stop before, settled or not. */
export function previousField(stops: readonly FieldStop[], from: string | undefined): string | undefined {
  const here = from === MAIN_BUTTON ? stops.length : stops.findIndex(stop => stop.id === from)
  return stops[Math.max(0, here - 1)]?.id
}

/** Where Ctrl+1…4 goes: what is still to be filled in that part, else its first stop. */
export function partField(stops: readonly FieldStop[], part: PartNumber): string | undefined {
  const inPart = stops.filter(stop => stop.part === part)
  return (inPart.find(stop => !stop.settled) ?? inPart[0])?.id ?? (part === 4 ? MAIN_BUTTON : undefined)
}

export function isPartDone(stops: readonly FieldStop[], part: PartNumber): boolean {
  const inPart = stops.filter(stop => stop.part === part)
  return inPart.length > 0 && inPart.every(stop => stop.settled)
}

const APPLICANT: readonly PersonFieldName[] = ['name', 'personalNumber', 'bornOn', 'sex', 'phone', 'address']

function applicantStops(draft: IntakeDraft, today: Day | undefined): readonly FieldStop[] {
  const doubted = new Set(openWarnings(draft, today).flatMap(warning => warning.fields))
  const stop = (id: string, settled: boolean): FieldStop => ({ id, part: 1, settled })
  const { owner } = draft
  return [
    ...APPLICANT.map(name => stop(name, draft.applicant[name].trim() !== '' && !doubted.has(name))),
    stop('forWhom', true),
    ...(draft.onBehalf
      ? [stop('ownerKind', true), stop('ownerName', owner.name.trim() !== ''), stop('ownerNumber', owner.personalNumber.trim() !== ''),
          stop('authorisation', owner.authorisation.trim() !== '')]
      : []),
  ]
}

function procedureStops(draft: IntakeDraft, view: CaseView | undefined): readonly FieldStop[] {
  const stop = (id: string, settled: boolean): FieldStop => ({ id, part: 2, settled })
  const hasCases = view !== undefined && view.cases.length > 1
  return [stop('procedure', draft.procedureCode !== null && view?.stopped === null), ...(hasCases ? [stop('case', draft.caseId !== null)] : [])]
}

function paperStops(draft: IntakeDraft, view: CaseView): readonly FieldStop[] {
  const rows = draft.papers.map((row): FieldStop => {
    const asked = view.papers.find(paper => paper.id === row.paperId)
    const isAsked = asked !== undefined && mustHave(asked, draft.onBehalf)
    return { id: `paper:${row.key}`, part: 3, settled: row.received ? row.name.trim() !== '' : !isAsked }
  })
  return [...rows, { id: 'content', part: 3, settled: true }, { id: 'setCount', part: 3, settled: true }]
}

function promiseStops(draft: IntakeDraft, view: CaseView): readonly FieldStop[] {
  const stop = (id: string, settled: boolean): FieldStop => ({ id, part: 4, settled })
  if (draft.outcome !== 'receive') return [stop('reason', draft.reason.trim() !== '')]
  const hasLimit = limitOf(draft, view) !== undefined
  const isCountless = draft.limit.unit === 'same-day' || draft.limit.unit === 'none'
  return [
    ...(view.limit.kind === 'asked' ? [stop('limitCount', isCountless || draft.limit.count.trim() !== ''), stop('limitUnit', hasLimit)] : []),
    ...feeStops(draft, view).map(([id, settled]) => stop(id, settled)),
    stop('collectAt', true),
  ]
}

function feeStops(draft: IntakeDraft, view: CaseView): readonly (readonly [string, boolean])[] {
  const { fee } = draft
  const isFree = view.fee.kind === 'known' && view.fee.amount === 0
  return [
    ...(view.fee.kind === 'by-page' ? [['feePages', fee.exempt || fee.pages !== ''], ['feeCopies', fee.exempt || fee.copies !== '']] as const : []),
    ...(view.fee.kind === 'asked' ? [['feeAmount', fee.exempt || fullFee(draft, view) !== undefined]] as const : []),
    ...(isFree ? [] : [['exempt', true]] as const),
    ...(!isFree && fee.exempt ? [['exemptionGround', feeOf(draft, view) !== undefined]] as const : []),
  ]
}
