import type { MainApi, OfficeView, ProgramState, JournalState, SignInName } from '../../shared/bridge/main-api.ts'
import { success, failure } from '../../shared/base/result.ts'
import { DEFAULT_HOURS } from '../../shared/calendar/working-hours.ts'
import { NATIONAL_CALENDAR } from '../../shared/calendar/national-calendar.ts'

/** What a screen is shown against: changes to the usual answers. */
export interface Scenario {
  readonly firstStart?: boolean
  /** Signed in as the person with this id. */
  readonly who?: string
  readonly program?: Partial<ProgramState>
  readonly journal?: Partial<JournalState>
  readonly names?: readonly SignInName[]
}

/** A machine in memory, for looking at the window without one: answers at once, keeps what it is told. */
export function fakeMain(scenario: Scenario): MainApi {
  let view: OfficeView | null = scenario.firstStart === true ? null : officeView
  let names = scenario.names ?? people
  let who = names.find(({ id }) => id === scenario.who) ?? null
  return {
    desk: { do: async () => failure({ code: 'desk/unknown-verb' }) },
    session: {
      names: async () => names,
      current: async () => who,
      lock: async () => { who = null },
      signIn: async (userId, pin) => {
        const person = names.find(({ id }) => id === userId)
        if (person === undefined) return failure({ code: 'session/unknown-user' })
        if (pin !== '135790') {
          const triesLeft = Math.max(0, person.triesLeft - 1)
          const lockedUntil = triesLeft === 0 ? '2026-11-20T00:20:00.000Z' : null
          names = names.map(name => name.id === userId ? { ...name, triesLeft, lockedUntil } : name)
          return lockedUntil === null ? failure({ code: 'session/pin-wrong', triesLeft }) : failure({ code: 'session/locked', until: lockedUntil })
        }
        who = person
        return success(person)
      },
    },
    office: {
      view: async () => view,
      openUnit: async input => {
        view = { ...officeView, office: { ...officeView.office, unit: input.unit, desk: input.desk } }
        names = input.people.map(({ name, roles }, i) => ({ id: `person-${i}`, name, roles, lockedUntil: null, triesLeft: 5 }))
        return success(view)
      },
      catalogue: async () => { throw new Error('No catalogue here') },
      appoint: async person => {
        names = [...names, { id: `person-${names.length}`, name: person.name, roles: person.roles, lockedUntil: null, triesLeft: 5 }]
        return success([])
      },
      setPin: async () => success([]),
      changeHeader: async header => {
        if (view !== null) view = { ...view, office: { ...view.office, header } }
        return success([])
      },
      changeHours: async hours => {
        if (view !== null) view = { ...view, hours }
        return success([])
      },
      changeDevice: async device => {
        if (view !== null) view = { ...view, device }
        return success([])
      },
      chooseFolder: async () => '/media/usb/mot-cua',
    },
    journal: {
      state: async () => ({ ...journal, ...scenario.journal }),
      subjectsAfter: async position => ({ subjects: '[]', position, done: true, readCount: 0, totalCount: 0 }),
      actsOf: async () => [],
    },
    printing: {
      printers: async () => [
        { name: 'quay-2', label: 'Máy in quầy 2', isDefault: true },
        { name: 'van-phong', label: 'Máy in văn phòng', isDefault: false },
      ],
      print: async () => failure({ code: 'printing/no-printer' }),
      preview: async () => success({ html: '<p>Giấy hẹn</p>' }),
      printerState: async () => ({ name: 'quay-2', problem: null }),
    },
    program: {
      state: async () => ({ ...program, ...scenario.program }),
      enterTraining: async () => undefined,
      leaveTraining: async () => undefined,
      report: async () => ({ number: 4417 }),
      setZoom: async () => undefined,
    },
  }
}

const person = (id: string, name: string, roles: SignInName['roles']): SignInName => ({ id, name, roles, lockedUntil: null, triesLeft: 5 })

const people: readonly SignInName[] = [
  person('a', 'Nguyễn Văn A', ['clerk']),
  person('b', 'Trần Thị B', ['clerk']),
  person('c', 'Lê Văn C', ['clerk']),
  person('e', 'Võ Thị E', ['clerk', 'fee-clerk']),
  person('d', 'Phạm Thị D', ['officer']),
  person('g', 'Danh G', ['officer']),
  person('h', 'Thạch Thị H', ['registrar']),
  person('dd', 'Huỳnh Văn Đ', ['director']),
  person('l', 'Đặng Thị L', ['leader']),
]

const officeView: OfficeView = {
  office: {
    unit: '31186', unitName: 'Phường Cái Răng', device: 'pc-quay-2', desk: 'Quầy 2',
    codePattern: { prefix: 'H13', unitPart: '064', width: 4 }, numberRange: { from: 500, to: 999 }, training: false,
    header: {
      parentAgency: 'UBND PHƯỜNG CÁI RĂNG', agency: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG', place: 'Cái Răng',
      address: '45 đường Phạm Hùng, phường Cái Răng', phone: '0292 3 846 000', lookupLink: 'https://dichvucong.gov.vn',
    },
  },
  hours: DEFAULT_HOURS,
  calendar: NATIONAL_CALENDAR,
  device: { printer: 'quay-2', paperSize: 'A5', secondCopy: null },
  numbersLeft: 480,
}

const program: ProgramState = {
  at: '2026-11-20T00:02:00.000Z', disk: { state: 'ok', freeBytes: 38_900_000_000, drive: 'C:' },
  clockBehind: null, training: false, version: '0.1.0', problems: [],
}

const journal: JournalState = {
  heads: {}, actCount: 812, verification: { state: 'done', checked: 812, total: 812 }, readOnly: null,
  tornLines: 0, healedLines: 0, secondCopy: { state: 'whole', folder: 'D:\\mot-cua' }, endedAbruptly: false,
}
