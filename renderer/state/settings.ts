import type { Result } from '../../shared/base/result.ts'
import type { DeviceSettings, PrinterChoice } from '../../shared/bridge/main-api.ts'
import type { Hours } from '../../shared/calendar/working-hours.ts'
import type { Keeper } from '../../shared/offices/office-acts.ts'
import type { OfficeHeader } from '../../shared/units/office.ts'
import { main } from '../main-api.ts'
import { loadOffice } from './office.ts'
import { loadProgram } from './program.ts'

/** Each asks the machine to write one change, then shows what stands afterwards. */
export const settings = {
  changeDevice: (device: DeviceSettings) => andThen(main.office.changeDevice(device), loadOffice, loadProgram),
  changeHours: (hours: Hours) => andThen(main.office.changeHours(hours), loadOffice),
  changeKeeper: (keeper: Keeper) => andThen(main.office.changeKeeper(keeper), loadOffice),
  changeHeader: (header: OfficeHeader) => andThen(main.office.changeHeader(header), loadOffice),
  chooseFolder: (): Promise<string | null> => main.office.chooseFolder(),
  printers: (): Promise<readonly PrinterChoice[]> => main.printing.printers(),
}

async function andThen<T>(question: Promise<Result<T>>, ...reload: readonly (() => Promise<void>)[]): Promise<Result<T>> {
  const answer = await question
  if (answer.ok) for (const load of reload) await load()
  return answer
}
