import type { Act } from '../acts/act.ts'
import type { DisputeTitle } from './dossier.ts'
import type { KnownAct } from './known-act.ts'

/** Something that is done once: of two who did it unseen of each other, one did it in vain (rule D5). */
export interface Repeat {
  readonly act: Act
  readonly title: Extract<DisputeTitle, `${string}-twice`>
  /** What it was done to. */
  readonly about: string
  /** What came of it; where both did the same, nobody need decide. Undefined where twice is one too many. */
  readonly outcome: string | undefined
}

/** What an admitted act did that nobody else should have done as well. */
export function repeatsOf(known: KnownAct, act: Act): readonly Repeat[] {
  switch (known.kind) {
    case 'dossier/paper-attached':
      return [{ act, title: 'paper-twice', about: known.body.paper.id, outcome: undefined }]
    case 'dossier/forwarded':
      return [{ act, title: 'forwarded-twice', about: '', outcome: `${known.body.to.userId ?? ''} ${known.body.to.name}` }]
    case 'dossier/results-numbered':
      return known.body.numbers.map(({ id, number }) => ({ act, title: 'numbered-twice', about: id, outcome: number }))
    case 'dossier/fee-collected':
      return [{ act, title: 'fee-twice', about: '', outcome: undefined }]
    case 'dossier/result-returned':
      return known.body.fee === undefined ? [] : [{ act, title: 'fee-twice', about: '', outcome: undefined }]
    default:
      return []
  }
}

/** By which name an act that came too late was done twice; undefined for what may be done again. */
export function titleOfSecond(kind: string): DisputeTitle | undefined {
  return SECONDS.get(kind)
}

/** Acts that lead to one outcome under one name: a result may be signed at one desk and entered at another. */
export function outcomeOf(kind: string): string {
  if (kind === 'dossier/parts-signed') return 'dossier/part-resolved'
  return kind === 'dossier/resolved' ? 'dossier/signed' : kind
}

const SECONDS: ReadonlyMap<string, DisputeTitle> = new Map([
  ['dossier/apologised', 'apologised-twice'],
  ['dossier/part-resolved', 'resolved-twice'],
  ['dossier/parts-signed', 'resolved-twice'],
  ['dossier/payment-recorded', 'paid-twice'],
  ['dossier/payment-requested', 'requested-twice'],
  ['dossier/received', 'received-twice'],
  ['dossier/resolved', 'resolved-twice'],
  ['dossier/result-returned', 'returned-twice'],
  ['dossier/sent-back', 'sent-back-twice'],
  ['dossier/signed', 'resolved-twice'],
  ['dossier/stopped', 'stopped-twice'],
  ['dossier/submitted-for-signature', 'submitted-twice'],
  ['dossier/supplement-requested', 'requested-twice'],
  ['dossier/supplemented', 'supplemented-twice'],
  ['dossier/voided', 'voided-twice'],
  ['dossier/withdrawn', 'withdrawn-twice'],
])
