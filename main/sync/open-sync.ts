import { net, powerMonitor, session } from 'electron'
import { randomBytes } from 'node:crypto'
import type { Act, NewAct } from '../../shared/acts/act.ts'
import type { Result } from '../../shared/base/result.ts'
import type { OfficeState } from '../../shared/offices/fold-office.ts'
import type { Safekeeping } from '../../shared/sync/safekeeping.ts'
import type { Fold } from '../journal/folds.ts'
import { isFileError, readIfThere } from '../journal/durable-file.ts'
import { findDeviceKey, openDeviceKey, type DeviceKey } from '../sealing/device-key.ts'
import { defaultCity, readCity, type CityChoice, type KnownCity } from './city-file.ts'
import { openCityLink, type CityLink, type PagesHere, type SyncJournal } from './city-link.ts'
import { readEnrolCode } from './enrol-code.ts'
import { openPagesAtCity, type PagesAtCity } from './fetch-page.ts'
import { readProxy } from './proxy-agent.ts'
import { safekeepingOf } from './safekeeping-fold.ts'

/** What must be known before the journal opens: whose confirmations are believed. */
export interface SyncBefore {
  readonly city: KnownCity | undefined
  readonly safekeeping: Fold<Safekeeping>
  readonly pagesIn: (act: Act) => readonly string[]
  readonly pin: (cityKey: string) => void
}

export async function prepareSync(root: string, pagesIn: (act: Act) => readonly string[]): Promise<SyncBefore> {
  const city = await readCity(root)
  let cityKey = city?.publicKey
  return { city, pagesIn, safekeeping: safekeepingOf(() => cityKey, pagesIn), pin: key => { cityKey = key } }
}

export interface SyncStart {
  readonly root: string
  readonly args: readonly string[]
  readonly isPackaged: boolean
  /** Where files shipped beside the program lie. */
  readonly resources: string
  readonly program: string
  readonly device: string
  /** Devices whose folder this one goes on with, the newest last. */
  readonly continues: readonly string[]
  readonly journal: SyncJournal
  readonly pages: PagesHere
  readonly office: () => OfficeState | undefined
  readonly record: (acts: readonly NewAct[], author: string) => Promise<Result<readonly Act[]>>
  readonly freeDisk: () => Promise<number>
  /** From the next start on this folder is a new device's (rule J9). */
  readonly becomeNew: () => Promise<unknown>
  readonly now: () => number
  readonly onChanged: () => void
  readonly report: (error: unknown) => void
}

export interface SyncOpened {
  readonly link: CityLink
  /** The city a typed code is for. */
  readonly byDefault: CityChoice | undefined
  /** What this PC proves itself by. */
  readonly key: DeviceKey
  /** Pages that were dropped here. */
  readonly pagesAtCity: PagesAtCity
}

/** The road to the city as the machine gives it: its proxies, its network, its sleep. */
export async function openSync(before: SyncBefore, start: SyncStart): Promise<SyncOpened> {
  const { root, device, continues, now, report } = start
  const byDefault = await defaultCity(start.args, start.isPackaged, start.resources)
  const key = await keyOrNone(root, device)
  const changes = atMostFourASecond(start.onChanged)
  const proxyFor = async (address: string) => readProxy(await session.defaultSession.resolveProxy(address))
  let hasBecomeNew = false
  const link = await openCityLink({
    ...before, ...start, carried: continues, continues: await voucher(root, continues),
    me: { ...key, program: start.program },
    ca: byDefault?.ca,
    isOnline: () => net.isOnline(),
    proxyFor,
    onCopied: async () => {
      if (hasBecomeNew) return
      hasBecomeNew = true
      await start.becomeNew()
    },
    chance: () => randomBytes(4).readUInt32BE() / 2 ** 32,
    onChanged: changes.tell,
    now, report,
  })
  const stopListening = tryWhenTheRoadMayBeBack(() => { link.sendNow().catch(report) })
  const file = start.isPackaged ? undefined : start.args.find(arg => arg.startsWith(ENROL))?.slice(ENROL.length)
  if (file !== undefined && before.city === undefined) enrolBy(file, byDefault, link).catch(report)
  const pagesAtCity = openPagesAtCity({ city: link.city, ca: byDefault?.ca, device, sign: key.sign, proxyFor, now })
  return { byDefault, key, pagesAtCity, link: { ...link, stop: async () => {
    stopListening()
    changes.stop()
    await link.stop()
  } } }
}

/** `--enrol=<file>` of an unpacked program: a rehearsal begins with its PCs admitted. */
const ENROL = '--enrol='

async function enrolBy(file: string, byDefault: CityChoice | undefined, link: CityLink): Promise<void> {
  const code = readEnrolCode(await readIfThere(file) ?? '', byDefault)
  if (!code.ok) throw new Error('No enrolment file')
  const enrolled = await link.enrol(code.value)
  if (!enrolled.ok) throw new Error(`Not enrolled: ${enrolled.problem.code}`)
}

/** A folder that cannot be written holds no key; nothing will be sent from it either. */
async function keyOrNone(root: string, device: string): Promise<DeviceKey> {
  try {
    return await openDeviceKey(root, device)
  } catch (error) {
    if (!isFileError(error)) throw error
    return { device, publicKey: '', sign: () => '' }
  }
}

/** The newest device before this one whose key came along. */
async function voucher(root: string, continues: readonly string[]): Promise<DeviceKey | undefined> {
  for (const device of [...continues].reverse()) {
    const key = await findDeviceKey(root, device)
    if (key !== undefined) return key
  }
  return undefined
}

/** A PC that woke, a network that came up: now. */
function tryWhenTheRoadMayBeBack(goNow: () => void): () => void {
  let wasOnline = net.isOnline()
  const timer = setInterval(() => {
    const isOnline = net.isOnline()
    if (isOnline && !wasOnline) goNow()
    wasOnline = isOnline
  }, LOOK_MS)
  powerMonitor.on('resume', goNow)
  return () => {
    clearInterval(timer)
    powerMonitor.off('resume', goNow)
  }
}

const LOOK_MS = 3000

function atMostFourASecond(tell: () => void): { readonly tell: () => void, readonly stop: () => void } {
  let timer: NodeJS.Timeout | undefined
  return {
    tell: () => {
      timer ??= setTimeout(() => {
        timer = undefined
        tell()
      }, 250)
    },
    stop: () => { clearTimeout(timer) },
  }
}
