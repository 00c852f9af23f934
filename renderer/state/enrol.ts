import type { Result } from '../../shared/base/result.ts'
import type { OfficeView } from '../../shared/bridge/main-api.ts'
import { main } from '../main-api.ts'
import { setOffice } from './office.ts'
import { loadSession } from './session.ts'
import { loadSync } from './sync.ts'

/** Enrols this PC by a code, the text of a QR, or the content of a file; from then on the unit's people stand on the sign-in screen. */
export async function enrol(code: string): Promise<Result<OfficeView>> {
  const answer = await main.sync.enrol(code)
  if (answer.ok) {
    await Promise.all([loadSession(), loadSync()])
    setOffice(answer.value)
  }
  return answer
}

/** The content of a chosen enrolment file; null when cancelled. */
export function chooseEnrolFile(): Promise<string | null> {
  return main.sync.chooseEnrolFile()
}
