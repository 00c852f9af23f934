import { dayOfInstant } from '../../shared/base/day.ts'
import { success, type Result } from '../../shared/base/result.ts'
import { makeReceiveInputs } from '../../shared/training/practice-dossiers.ts'
import { PRACTICE_PIN, PRACTICE_STAFF } from '../../shared/training/practice-staff.ts'
import { trainingPlace } from '../../shared/training/training-place.ts'
import { main } from '../main-api.ts'
import { loadOffice } from './office.ts'
import { loadSession } from './session.ts'

/** Starts the program again on the practice unit; nothing there touches the real register. */
export async function enterTraining(): Promise<void> {
  await main.program.enterTraining()
}

/** Back to the real unit. */
export async function leaveTraining(): Promise<void> {
  await main.program.leaveTraining()
}

const DOSSIERS = 24
const SEED = 1

/**
 * Makes the practice unit where there is none yet: its staff, and invented dossiers received one by one.
 *
 * `onProgress` hears how many of how many are there. The desk is locked again before the sign-in screen stands.
 */
export async function openPracticeUnit(desk: string, onProgress: (count: number, total: number) => void): Promise<Result<null>> {
  const people = PRACTICE_STAFF.map(person => ({ ...person, pin: PRACTICE_PIN }))
  const opened = await main.office.openUnit({ unit: trainingPlace.unit, desk, deskNumber: 1, people })
  if (!opened.ok) return opened
  const received = await receiveInvented(onProgress)
  await main.session.lock()
  await Promise.all([loadSession(), loadOffice()])
  return received
}

async function receiveInvented(onProgress: (count: number, total: number) => void): Promise<Result<null>> {
  const [clerk] = await main.session.names()
  if (clerk === undefined) throw new Error('The practice unit opened without people')
  const entered = await main.session.signIn(clerk.id, PRACTICE_PIN)
  if (!entered.ok) return entered
  const today = dayOfInstant((await main.program.state()).at)
  const inputs = makeReceiveInputs(SEED, DOSSIERS, await main.office.catalogue(), today)
  for (const [i, input] of inputs.entries()) {
    onProgress(i, inputs.length)
    const received = await main.desk.do({ verb: 'dossier/receive', input })
    if (!received.ok) return received
  }
  return success(null)
}
