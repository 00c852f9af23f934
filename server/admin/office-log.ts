import { Value } from 'typebox/value'
import type { Act } from '../../shared/acts/act.ts'
import type { PinProof } from '../../shared/users/user.ts'
import { ADMIN_BODIES, type AdminActKind, type AdminBodies } from './admin-acts.ts'
import type { CityLog } from './city-log.ts'
import type { CityActor } from './city-role.ts'

/** Someone who works with the city's pages. */
export interface CityPerson extends CityActor {
  readonly name: string
  readonly signInName: string
  /** UTC ms: what was signed in before must sign in again. */
  readonly passwordSetAt: string
}

export interface KnownCityPerson extends CityPerson {
  readonly password: PinProof
  readonly withdrawnAt: string | null
}

export interface EnrolCode extends Omit<AdminBodies['enrol-code/issued'], 'deskNumber'> {
  readonly deskNumber: number | null
  readonly usedBy: AdminBodies['enrol-code/used'] | null
  readonly withdrawnAt: string | null
}

/** What decisions of the city's own office stand on. */
export interface OfficeLogState {
  readonly people: ReadonlyMap<string, KnownCityPerson>
  readonly codes: ReadonlyMap<string, EnrolCode>
  readonly codeIdBySha256: ReadonlyMap<string, string>
  readonly restored: Restored
}

/** When this record last came out of a backup (UTC ms; null when never), and which units have settled since. */
export interface Restored {
  readonly at: string | null
  readonly settled: ReadonlySet<string>
}

/** The city's own log; no device follows it. */
export const OFFICE_LOG: CityLog<OfficeLogState> = {
  log: 'city-office', fold: { start: () => ({ people: new Map(), codes: new Map(), codeIdBySha256: new Map(), restored: { at: null, settled: new Set() } }), admit: admit as CityLogAdmit },
}

/** Looks at persons (rule U3): only ever appended to. */
export const LOOKS_LOG: CityLog<null> = { log: 'city-looks', fold: null }

/** The body of one of the city's own acts, or undefined when it is another kind or does not fit. */
export function adminBody<Kind extends AdminActKind>(act: Act, kind: Kind): AdminBodies[Kind] | undefined {
  return act.kind === kind && Value.Check(ADMIN_BODIES[kind], act.body) ? act.body as unknown as AdminBodies[Kind] : undefined
}

type CityLogAdmit = (state: OfficeLogState, act: Act) => void

interface Growing {
  readonly people: Map<string, KnownCityPerson>
  readonly codes: Map<string, EnrolCode>
  readonly codeIdBySha256: Map<string, string>
  readonly restored: { at: string | null, readonly settled: Set<string> }
}

function admit({ people, codes, codeIdBySha256, restored }: Growing, act: Act): void {
  const id = act.subject.slice(act.subject.indexOf(':') + 1)
  const person = people.get(id)
  const code = codes.get(id)
  switch (act.kind) {
    case 'city-user/appointed': {
      const body = adminBody(act, 'city-user/appointed')
      if (body !== undefined) people.set(id, { ...body, passwordSetAt: act.at, withdrawnAt: null })
      return
    }
    case 'city-user/password-set': {
      const body = adminBody(act, 'city-user/password-set')
      if (body !== undefined && person !== undefined) people.set(id, { ...person, password: body.password, passwordSetAt: act.at })
      return
    }
    case 'city-user/withdrawn':
      if (person !== undefined) people.set(id, { ...person, withdrawnAt: act.at })
      return
    case 'enrol-code/issued': {
      const body = adminBody(act, 'enrol-code/issued')
      if (body === undefined) return
      codeIdBySha256.set(body.sha256, id)
      codes.set(id, { ...body, deskNumber: body.deskNumber ?? null, usedBy: null, withdrawnAt: null })
      return
    }
    case 'enrol-code/used': {
      const body = adminBody(act, 'enrol-code/used')
      if (body !== undefined && code !== undefined) codes.set(id, { ...code, usedBy: body })
      return
    }
    case 'enrol-code/withdrawn':
      if (code !== undefined) codes.set(id, { ...code, withdrawnAt: act.at })
      return
    case 'record/restored':
      restored.at = act.at
      restored.settled.clear()
      // Any of them may have been used after the backup.
      for (const [open, known] of codes) if (known.usedBy === null) codes.set(open, { ...known, withdrawnAt: known.withdrawnAt ?? act.at })
      return
    case 'unit/settled': {
      const body = adminBody(act, 'unit/settled')
      if (body !== undefined) restored.settled.add(body.unit)
    }
  }
}
