import { randomBytes } from 'node:crypto'
import { openDesk, type Desk } from '../../main/desk/desk.ts'
import { openNumbers } from '../../main/desk/numbers.ts'
import { standingOf, type Standing } from '../../main/desk/standing.ts'
import { openJournal, type Journal } from '../../main/journal/journal.ts'
import { openKeeping, type Keeping, type Tuning } from '../../main/keeping/keeping.ts'
import { peersOf } from '../../main/lan/peers.ts'
import { openDeviceKey, type DeviceKey } from '../../main/sealing/device-key.ts'
import { findAdmission, openingBy } from '../../main/sync/enrol.ts'
import type { Act, NewAct } from '../../shared/acts/act.ts'
import type { Result } from '../../shared/base/result.ts'
import { NATIONAL_CALENDAR } from '../../shared/calendar/national-calendar.ts'
import { EMPTY_DRAWER } from '../../shared/cash/drawer.ts'
import { letterboxOf } from '../../shared/offices/city-acts.ts'
import { foldOffice, type OfficeState } from '../../shared/offices/fold-office.ts'
import { findPlace } from '../../shared/offices/place.ts'
import { DEFAULT_SETTINGS } from '../../shared/units/city-settings.ts'
import { activeUsers, foldUsers } from '../../shared/users/fold-users.ts'
import type { User } from '../../shared/users/user.ts'
import { catalogue, clerkAn, directorBinh } from './moment.ts'
import { pretendPc, type PretendPc } from './pretend-pc.ts'

export const KEEPING_UNIT = '31135'
const AT = '2026-11-25T01:00:00.000Z'

/** A unit's letterbox as the city writes it: who works there, and whose keys belong to it. */
export function letterbox(
  keys: readonly DeviceKey[], people: readonly User[] = [clerkAn, directorBinh],
): PretendPc & { readonly lines: readonly string[] } {
  const city = pretendPc(letterboxOf(KEEPING_UNIT))
  const { unit = '', unitName = '', codePattern } = findPlace(KEEPING_UNIT) ?? {}
  const written = city.write([
    ...people.map((user): NewAct => ({ subject: `user:${user.id}`, kind: 'user/appointed', body: { ...user } })),
    ...keys.map(({ device, publicKey }, i): NewAct => ({
      subject: `device:${device}`, kind: 'device/admitted',
      body: {
        unit, unitName, device, desk: `Quầy ${String(i + 1)}`, deskNumber: i + 1, codePattern, publicKey, training: false,
        numberRange: { from: i * 500 + 1, to: i * 500 + 500 },
      },
    })),
  ], AT)
  return { ...city, lines: written.map(({ line }) => line) }
}

/** A PC of a unit as it runs, without a window: real journal, real desk, real line to the others. */
export interface KeepingDesk {
  readonly key: DeviceKey
  readonly journal: Journal
  readonly standing: () => Standing
  readonly office: () => OfficeState | undefined
  readonly desk: Desk
  readonly keeping: Keeping
  readonly bugs: readonly unknown[]
  /** As the person signed in asks it. */
  readonly ask: (verb: string, input: unknown, author?: User) => Promise<Result<readonly Act[]>>
  /** What sync would bring: another log, as far as it is written there. */
  readonly hear: (other: Pick<KeepingDesk, 'key' | 'journal'>) => Promise<void>
  readonly stop: () => Promise<void>
}

export interface KeepingDeskOptions {
  readonly root: string
  readonly device: string
  /** Lines of the letterbox that are not there yet. */
  readonly letters?: readonly string[]
  readonly tuning?: Partial<Tuning>
  /** As the keeper: what it wrote is on disk, and nothing of it was told. */
  readonly beforeTelling?: (lastLine: string) => void
}

export async function openKeepingDesk({ root, device, letters = [], tuning, beforeTelling }: KeepingDeskOptions): Promise<KeepingDesk> {
  let ms = Date.parse('2026-11-25T02:00:00.000Z')
  const now = (): number => (ms += 1)
  const key = await openDeviceKey(root, device)
  const fold = standingOf(device)
  const journal = await openJournal({ root, device, now, randomBytes, folds: [fold] })
  const standing = (): Standing => journal.fold(fold)
  const office = (): OfficeState | undefined => foldOffice(standing().acts, device)
  const users = (): readonly User[] => activeUsers(foldUsers(standing().acts, device))
  const bugs: unknown[] = []
  await journal.receive(letterboxOf(KEEPING_UNIT), letters)
  const admitted = findAdmission(await journal.actsOf(`device:${device}`), device, KEEPING_UNIT)
  const opening = admitted && openingBy(admitted, standing().acts)
  if (opening !== undefined) await journal.append([opening], { author: device, at: new Date(now()).toISOString() })

  const desk = openDesk({
    append: journal.append, actsOf: journal.actsOf, newestActAt: () => journal.newestAt() ?? undefined, office, users,
    calendar: NATIONAL_CALENDAR, catalogue, settings: DEFAULT_SETTINGS, numbers: openNumbers(() => standing().drawn),
    bookState: subject => standing().books[subject], stocks: () => standing().stocks,
    drawerOf: user => standing().drawers[user] ?? EMPTY_DRAWER,
    diskState: () => 'ok', now: () => new Date(now()).toISOString(), randomBytes,
  })
  const keeping = await openKeeping({
    root, key, desk, office, users, randomBytes, onChanged: () => undefined, report: error => { bugs.push(error) },
    peers: () => peersOf(standing().acts, { unit: KEEPING_UNIT, device, training: false }),
    journal: {
      heads: journal.heads, receive: journal.receive, onGrew: journal.onGrew,
      linesAfter: async (of, seq, bytes) => {
        const lines = await journal.linesAfter(of, seq, bytes)
        beforeTelling?.(lines.at(-1) ?? '')
        return lines
      },
    },
    tuning: {
      patience: { beat: 1_000, silence: 20_000, frame: 20_000, proof: 10_000 },
      answer: 10_000, lookEvery: 3_600_000, looksAround: false, port: 0,
      ...tuning,
    },
  })
  return {
    key, journal, standing, office, desk, keeping, bugs,
    ask: (verb, input, author = clerkAn) => keeping.perform({ verb, input }, author),
    hear: async ({ key: { device: other }, journal: { linesAfter } }) => {
      const received = await journal.receive(other, await linesAfter(other, journal.heads()[other]?.seq ?? 0, Infinity))
      if (!received.ok) throw new Error(received.problem.code)
    },
    stop: async () => {
      await keeping.stop()
      await journal.close()
    },
  }
}
