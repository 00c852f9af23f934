import type { Day } from '../../shared/base/day.ts'
import type { Channel, Dossier, DossierState } from '../../shared/dossiers/dossier.ts'
import { queueOf, type Queue } from '../../shared/dossiers/queue.ts'
import { readySince, taskOf, workerOf, type Task } from '../../shared/dossiers/task.ts'
import { searchTextOf } from '../../shared/dossiers/search-text.ts'

/** Counted up when a row is folded differently, so that the index is made anew. */
export const ROW_VERSION = 6

/** How a dossier entered the office, for the lists of one day. */
export type Entry = 'received' | 'guided' | 'refused' | 'voided'

/**
 * What lists, counts and search need of a dossier; the rest is folded from the journal when it is opened.
 *
 * Texts that are not known are empty, because an index over a missing field finds nothing.
 */
export interface DossierRow {
  readonly subject: string
  /** Empty for guidance and refusal, which draw no number. */
  readonly code: string
  readonly state: DossierState
  readonly queue: Queue
  readonly entry: Entry
  readonly dueOn: Day | null
  /** UTC, ms. */
  readonly dueAt: string | null
  /** Due day, then instant, most urgent first; dossiers without a due day come last. */
  readonly dueKey: string
  /** What it waits for next: the queue of whoever does it. */
  readonly task: Task
  /** Whose work it is now, a user id; empty for nobody here. */
  readonly worker: string
  readonly holderName: string
  /** Since when the result lies ready, UTC ms; empty while there is none to collect. */
  readonly readySince: string
  /** `papers` while an open dossier lacks some that were asked for, or the person was asked for more. */
  readonly waits: 'papers' | 'nothing'
  /** An open dossier whose due day lies beyond the calendar (rule T15). */
  readonly provisional: 'yes' | 'no'
  readonly disputed: 'yes' | 'no'
  readonly name: string
  readonly ownerName: string
  readonly personalNumber: string
  readonly bornOn: string
  readonly procedureCode: string
  readonly procedureName: string
  readonly field: string
  readonly channel: Channel
  /** UTC, ms. */
  readonly receivedAt: string
  readonly clerk: string
  readonly desk: string
  readonly missingCount: number
  readonly disputeCount: number
  readonly receiptPrinted: boolean
  readonly searchText: string
}

/** The row of a dossier as it stands now. */
export function dossierToRow(dossier: Dossier): DossierRow {
  const queue = queueOf(dossier)
  const { applicant, due, procedure } = dossier
  const missingCount = queue === 'open' ? dossier.missingPapers?.length ?? 0 : 0
  return {
    subject: dossier.subject,
    code: dossier.code ?? '',
    state: dossier.state,
    queue,
    entry: entryOf(dossier),
    dueOn: due?.dueOn ?? null,
    dueAt: due?.dueAt ?? null,
    dueKey: `${due?.dueOn ?? NO_DUE_DAY} ${due?.dueAt ?? ''}`,
    task: taskOf(dossier),
    worker: workerOf(dossier),
    holderName: dossier.holder?.name ?? '',
    readySince: readySince(dossier),
    waits: missingCount > 0 || dossier.state === 'awaitingSupplement' ? 'papers' : 'nothing',
    provisional: queue === 'open' && due?.provisional === true ? 'yes' : 'no',
    disputed: dossier.disputes.length > 0 ? 'yes' : 'no',
    name: applicant.name,
    ownerName: dossier.owner?.name ?? '',
    personalNumber: applicant.personalNumber ?? '',
    bornOn: applicant.bornOn ?? '',
    procedureCode: procedure.code,
    procedureName: procedure.name,
    field: procedure.field,
    channel: dossier.channel,
    receivedAt: dossier.receivedAt,
    clerk: dossier.clerk,
    desk: dossier.desk,
    missingCount,
    disputeCount: dossier.disputes.length,
    receiptPrinted: (dossier.printed['receipt'] ?? 0) > 0,
    searchText: searchTextOf(dossier),
  }
}

/** Sorts after every day. */
const NO_DUE_DAY = '9999-12-31'

function entryOf({ state, ended }: Dossier): Entry {
  if (state === 'guided' || state === 'refused') return state
  return state === 'withdrawn' && ended?.how !== 'withdrawn' ? 'voided' : 'received'
}
