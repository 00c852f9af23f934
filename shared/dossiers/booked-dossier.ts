import type { Act } from '../acts/act.ts'
import { isInstant } from '../base/day.ts'
import type { Organisation, Person } from '../people/person.ts'
import type { Dossier, FrozenProcedure } from './dossier.ts'
import type { DuePromise } from './due-promise.ts'
import type { DossierResult, Promised } from './progress.ts'

type BookedPerson = Pick<Person, 'name' | 'address' | 'phone'>
type BookedDue = Pick<DuePromise, 'dueOn'>
export type BookedProcedure = Pick<FrozenProcedure, 'code' | 'name' | 'field'>

/**
 * A dossier as books and figures read it; any dossier is one.
 *
 * Its papers, the explanations of its due days and its acts, which are most of its weight, are in no book.
 */
export interface BookedDossier extends Pick<Dossier,
  'subject' | 'code' | 'state' | 'content' | 'setCount' | 'channel' | 'collectAt' | 'receivedBy' | 'resolvedBy' | 'receivedAt' | 'clerk' |
  'reason' | 'missingPapers' | 'parts' | 'handovers' | 'pauses' | 'supplements' | 'money' | 'strayReceipts' | 'apology' | 'delay' | 'collection' |
  'ended'
> {
  readonly procedure: BookedProcedure
  readonly applicant: BookedPerson
  readonly owner?: BookedPerson | Pick<Organisation, 'name' | 'address' | 'phone'>
  readonly due?: BookedDue
  /** Missing while there is none. */
  readonly results?: readonly DossierResult[]
  readonly promises: readonly { readonly due: BookedDue, readonly at: Promised['at'] }[]
  /** Those that say they happened at a time there is may be left out. */
  readonly acts: readonly Pick<Act, 'at'>[]
}

/** What books and figures need of a dossier, and nothing else: tens of thousands are held at once. */
export function bookedOf(dossier: Dossier): BookedDossier {
  const {
    subject, code, state, content, setCount, channel, collectAt, receivedBy, resolvedBy, receivedAt, clerk, reason, missingPapers, parts,
    handovers, pauses, supplements, money, strayReceipts, apology, delay, collection, ended,
    procedure, applicant, owner, due, promises, results, acts,
  } = dossier
  return {
    subject, state, content, setCount, channel, collectAt, receivedBy, resolvedBy, receivedAt, clerk,
    handovers, pauses, supplements, money,
    ...present({ code, reason, missingPapers, parts, strayReceipts, apology, delay, collection, ended }),
    procedure: { code: procedure.code, name: procedure.name, field: procedure.field },
    applicant: bookedPerson(applicant),
    ...(owner === undefined ? {} : { owner: bookedPerson(owner) }),
    ...(results.length === 0 ? {} : { results }),
    ...(due === undefined ? {} : { due: { dueOn: due.dueOn } }),
    promises: promises.map(promised => ({ due: { dueOn: promised.due.dueOn }, at: promised.at })),
    acts: acts.filter(({ at }) => !isInstant(at)).map(({ at }) => ({ at })),
  }
}

function bookedPerson({ name, address, phone }: BookedPerson): BookedPerson {
  return { name, ...present({ address, phone }) }
}

type Present<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> }

/** Without what is not there, so that what is written down and read back is the same. */
function present<T extends object>(parts: T): Present<T> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Present<T>
}
