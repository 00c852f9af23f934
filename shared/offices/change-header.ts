import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { normalise } from '../base/text.ts'
import type { Office, OfficeHeader } from '../units/office.ts'
import { officeSubject } from './office-acts.ts'

export interface ChangeHeaderProblem extends Problem {
  readonly code: 'office/header-empty'
  readonly field: 'agency' | 'place'
}

/** Sets the texts that stand on every paper of the office. Problem: `office/header-empty` for a paper without an agency or a place. */
export function changeHeader(
  input: OfficeHeader, moment: { readonly office: Pick<Office, 'unit'> },
): Result<readonly NewAct[], ChangeHeaderProblem> {
  const body = {
    parentAgency: normalise(input.parentAgency), agency: normalise(input.agency), place: normalise(input.place),
    address: normalise(input.address), phone: normalise(input.phone), lookupLink: normalise(input.lookupLink),
  }
  if (body.agency === '') return failure({ code: 'office/header-empty', field: 'agency' })
  if (body.place === '') return failure({ code: 'office/header-empty', field: 'place' })
  return success([{ subject: officeSubject(moment.office.unit), kind: 'office/header-set', body }])
}
