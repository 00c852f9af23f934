import type { Result } from '../../shared/base/result.ts'
import type { OfficeView, OpenUnitInput } from '../../shared/bridge/main-api.ts'
import { main } from '../main-api.ts'
import { setOffice } from './office.ts'
import { loadSession } from './session.ts'

/** Opens the unit on this PC; from then on the sign-in screen stands here. */
export async function openUnit(input: OpenUnitInput): Promise<Result<OfficeView>> {
  const answer = await main.office.openUnit(input)
  if (answer.ok) {
    await loadSession()
    setOffice(answer.value)
  }
  return answer
}
