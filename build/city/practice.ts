import { join } from 'node:path'
import { mkdir, writeFile } from 'node:fs/promises'
import { issueCode, type IssueCodeInput } from '../../server/admin/issue-code.ts'
import { letterbox } from '../../server/admin/letterbox.ts'
import { readState, writeActs, type Decided } from '../../server/admin/city-log.ts'
import { THE_CITY } from '../../server/admin/city-role.ts'
import { proveSecret } from '../../server/admin/secret-proof.ts'
import type { City } from '../../server/city.ts'
import { bytesToHex } from '../../shared/base/id.ts'
import { success, type Result } from '../../shared/base/result.ts'
import { appoint, type AppointProblem } from '../../shared/users/appoint.ts'
import type { Role } from '../../shared/users/role.ts'

/** Somebody of a rehearsed unit, with a PIN that is no secret. */
export interface PracticePerson {
  readonly name: string
  readonly roles: readonly Role[]
  readonly pin: string
}

export const PRACTICE_PEOPLE: readonly PracticePerson[] = [
  { name: 'Huỳnh Văn Đức', roles: ['director', 'leader'], pin: '482915' },
  { name: 'Nguyễn Thị Ẩm', roles: ['clerk'], pin: '730264' },
  { name: 'Lê Văn Bình', roles: ['clerk'], pin: '516038' },
]

/** Appoints the people of a unit that has none yet. */
export async function appointPractice(city: City, unit: string, people: readonly PracticePerson[] = PRACTICE_PEOPLE): Promise<void> {
  const proved = await Promise.all(people.map(async person =>
    ({ ...person, proof: await proveSecret(person.pin, city.randomBytes), id: bytesToHex(city.randomBytes(8)) })))
  const written = await writeActs(city, letterbox(unit), 'city', ({ userActs }): Result<Decided<null>, AppointProblem> => {
    if (userActs.length > 0) return success({ acts: [], value: null })
    const acts = []
    for (const { name, roles, proof, id } of proved) {
      const appointed = appoint({ name, roles: [...roles], pin: proof }, { users: [], freshSubject: domain => `${domain}:${id}` })
      if (!appointed.ok) return appointed
      acts.push(...appointed.value)
    }
    return success({ acts, value: null })
  })
  if (!written.ok) throw new Error(written.problem.code)
}

/** An enrolment file for a desk. */
export async function writeEnrolFile(city: City, file: string, desk: IssueCodeInput): Promise<void> {
  const issued = await issueCode(city, THE_CITY, desk)
  if (!issued.ok) throw new Error(issued.problem.code)
  await mkdir(join(file, '..'), { recursive: true })
  await writeFile(file, issued.value.text, { mode: 0o600 })
}

/** Whether any PC was ever admitted to this unit. */
export async function hasDevices(city: City, unit: string): Promise<boolean> {
  return (await readState(city, letterbox(unit))).devices.size > 0
}
