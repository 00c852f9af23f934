import type { Act, NewAct } from '../../shared/acts/act.ts'
import { dayOfInstant } from '../../shared/base/day.ts'
import { makeId } from '../../shared/base/id.ts'
import { failure, success, type Result } from '../../shared/base/result.ts'
import type { OfficeApi, OfficeView, OpenUnitInput } from '../../shared/bridge/main-api.ts'
import type { Calendar } from '../../shared/calendar/working-days.ts'
import type { Command } from '../../shared/desk/command.ts'
import type { OfficeState } from '../../shared/offices/fold-office.ts'
import { openUnit } from '../../shared/offices/open-unit.ts'
import type { SettingsInForce } from '../../shared/offices/published.ts'
import { findPlace, type Place } from '../../shared/offices/place.ts'
import type { Catalogue } from '../../shared/procedures/catalogue.ts'
import type { StocksWritten } from '../../shared/stocks/stocks.ts'
import type { Numbers } from '../desk/numbers.ts'
import { stocksKnown } from '../desk/stocks-known.ts'
import { provePins } from '../people/prove-pins.ts'
import { isFirstStart } from './first-start-input.ts'

export interface OfficeTools {
  readonly office: () => OfficeState | undefined
  readonly device: string
  /** Set on the training root: the only unit that can be opened there. */
  readonly trainingPlace: Place | undefined
  readonly calendar: Calendar
  readonly catalogue: Catalogue
  /** What the city has set for all its offices, and since when. */
  readonly inForce: () => SettingsInForce
  readonly numbers: Numbers
  readonly stocks: () => StocksWritten
  readonly now: () => string
  readonly randomBytes: (count: number) => Uint8Array
  readonly record: (acts: readonly NewAct[], author: string) => Promise<Result<readonly Act[]>>
  readonly perform: (command: Command) => Promise<Result<readonly Act[]>>
  readonly chooseFolder: () => Promise<string | null>
}

/** What this PC is: first start, and every setting afterwards by way of the desk. */
export function openOfficeDoor(tools: OfficeTools): OfficeApi {
  const view = (): OfficeView | null => {
    const state = tools.office()
    if (state === undefined) return null
    const numbersLeft = tools.numbers.left(dayOfInstant(tools.now()), state.office.numberRange)
    return { ...state, calendar: tools.calendar, numbersLeft, city: tools.inForce() }
  }

  async function open(input: OpenUnitInput): Promise<Result<OfficeView>> {
    if (tools.office() !== undefined) return failure({ code: 'office/already-open' })
    if (!isFirstStart(input)) return failure({ code: 'program/input-invalid', fields: [] })
    const people = await provePins(input.people)
    if (!people.ok) return people
    const decided = openUnit({ desk: input.desk, deskNumber: input.deskNumber, people: people.value }, {
      place: tools.trainingPlace ?? findPlace(input.unit),
      device: tools.device,
      training: tools.trainingPlace !== undefined,
      freshSubject: domain => makeId(`${domain}:`, tools.randomBytes(8)),
    })
    if (!decided.ok) return decided
    const director = decided.value.find(act => act.kind === 'user/appointed' && rolesOf(act).includes('director'))
    const author = director?.body['id']
    const recorded = await tools.record(decided.value, typeof author === 'string' ? author : tools.device)
    if (!recorded.ok) return recorded
    const opened = view()
    return opened === null ? failure({ code: 'office/not-open' }) : success(opened)
  }

  return {
    view: () => Promise.resolve(view()),
    openUnit: open,
    catalogue: () => Promise.resolve(tools.catalogue),
    changeHeader: header => tools.perform({ verb: 'office/change-header', input: header }),
    changeHours: hours => tools.perform({ verb: 'office/change-hours', input: hours }),
    changeKeeper: keeper => tools.perform({ verb: 'office/change-keeper', input: keeper }),
    changeDevice: settings => tools.perform({ verb: 'device/change-settings', input: settings }),
    stocks: () => Promise.resolve(stocksKnown(tools.stocks(), tools.device, tools.office()?.gone ?? [])),
    chooseFolder: tools.chooseFolder,
  }
}

function rolesOf(act: NewAct): readonly unknown[] {
  const roles = act.body['roles']
  return Array.isArray(roles) ? roles : []
}
