import type { NewAct } from '../../shared/acts/act.ts'
import { receive } from '../../shared/dossiers/receive.ts'
import type { Person } from '../../shared/people/person.ts'
import { momentOf } from './moment.ts'

/** The acts of a dossier received at a desk at this instant; `nth` makes its subject and number its own. */
export function receivedActs(nth: number, at: string, applicant: Person = { name: 'Trần Thị Ẩm', phone: '0900000123' }): readonly NewAct[] {
  const here = { originals: 1, copies: 0, received: true }
  const decided = receive({
    procedure: '1.000001', caseId: 'default', channel: 'direct', collectAt: 'counter', setCount: 1, applicant,
    papers: [{ id: 'p1', ...here }, { id: 'p2', ...here }],
  }, momentOf({ at, freshSubject: domain => `${domain}:${String(nth).padStart(16, '0')}`, nextNumber: () => ({ ok: true, value: nth }) }))
  if (!decided.ok) throw new Error(decided.problem.code)
  return decided.value
}

export function subjectOf(nth: number): string {
  return `dossier:${String(nth).padStart(16, '0')}`
}
