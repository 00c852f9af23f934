import type { Result } from '../../shared/base/result.ts'
import type { appointCityUser } from './appoint-city-user.ts'
import type { appointUser } from './appoint-user.ts'
import type { appointUsers } from './appoint-users.ts'
import type { decideQuarantine } from './decide-quarantine.ts'
import type { issueCode } from './issue-code.ts'
import type { publishCalendar } from './publish-calendar.ts'
import type { publishCatalogue } from './publish-catalogue.ts'
import type { publishSettings } from './publish-settings.ts'
import type { resetPin } from './reset-pin.ts'
import type { revokeDevice } from './revoke-device.ts'
import type { setCityPassword } from './set-city-password.ts'
import type { WrongRow } from './user-list.ts'
import type { withdrawCityUser } from './withdraw-city-user.ts'
import type { withdrawCode } from './withdraw-code.ts'
import type { withdrawUser } from './withdraw-user.ts'

type Verb = (...args: never[]) => Promise<Result<unknown>>
type ProblemOf<V extends Verb> = Extract<Awaited<ReturnType<V>>, { readonly ok: false }>['problem']

/** Everything a decision of the city can be refused with, each with its facts: the pages have a sentence for every one. */
export type AdminProblem = ProblemOf<typeof appointCityUser> | ProblemOf<typeof appointUser> | ProblemOf<typeof appointUsers>
  | ProblemOf<typeof decideQuarantine> | ProblemOf<typeof issueCode> | ProblemOf<typeof publishCalendar>
  | ProblemOf<typeof publishCatalogue>
  | ProblemOf<typeof publishSettings> | ProblemOf<typeof resetPin> | ProblemOf<typeof revokeDevice> | ProblemOf<typeof setCityPassword>
  | ProblemOf<typeof withdrawCityUser> | ProblemOf<typeof withdrawCode> | ProblemOf<typeof withdrawUser>

export type AdminProblemCode = AdminProblem['code'] | WrongRow['code']
