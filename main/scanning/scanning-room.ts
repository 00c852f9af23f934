import { failure, type Result } from '../../shared/base/result.ts'
import type { NoAnswer } from '../../shared/bridge/scan-problems.ts'
import type { DeviceKey } from '../sealing/device-key.ts'
import type { Peer } from '../lan/peers.ts'
import { openBatches } from './batches.ts'
import type { Driver, Scanner, ScanWish } from './drivers/driver.ts'
import { driversOf } from './drivers/drivers.ts'
import { readFiles } from './drivers/files.ts'
import { pretendDriver } from './drivers/pretend.ts'
import { openCardLook } from './id-card/shows-card.ts'
import { openLending } from './lending/lending.ts'
import { openPhoneDoor } from './phone/phone-door.ts'
import { openPipeline } from './pipeline/open-pipeline.ts'
import { drawPracticeSheet } from './practice-sheet.ts'
import { practiceFolder, practiceStack } from './practice-stack.ts'
import { openPrintedCovers } from './printed-covers.ts'
import { openScanFolder, type ScanFolder } from './scan-folder.ts'
import { openScanning, type Scanning, type ScanningTools } from './scanning.ts'

type OwnParts = 'batches' | 'covers' | 'drivers' | 'findByAddress' | 'folder' | 'lending' | 'phone' | 'pipeline' | 'readFiles'

export interface RoomTools extends Omit<ScanningTools, OwnParts> {
  readonly args: readonly string[]
  readonly isPackaged: boolean
  readonly randomBytes: (count: number) => Uint8Array
  /** The page for the office's phone, as it was bundled. */
  readonly phonePage: string
  readonly desk: () => string
  /** This PC proves itself by it to the other desks of its unit. */
  readonly key: DeviceKey
  readonly peers: () => readonly Peer[]
  readonly qrSvg: (text: string) => string
}

export interface ScanningRoom extends Scanning {
  /** Whether a page of this file shows an ID card. */
  readonly showsCard: (path: string) => Promise<boolean>
}

/** The room of scanning with its real parts: this PC's drivers, its processes, the phone's door. */
export async function openScanningRoom(tools: RoomTools): Promise<ScanningRoom> {
  const { root, now, randomBytes, phonePage, desk, qrSvg } = tools
  const folder = await openScanFolder(root)
  const { drivers, findByAddress } = driversHere(tools, folder)
  const pipeline = openPipeline()
  const opening = Promise.withResolvers<Scanning>()
  const lending = await openLending({
    root, key: tools.key, desk, peers: tools.peers, now, randomBytes, report: tools.report,
    own: () => scanning?.chosen()?.scanner ?? null, onLeft: tools.onChanged,
    scan: (scanner, wish, signal) => ownDriver(drivers, scanner).scan(scanner, wish, signal),
    take: async ({ run, batch, lender, goesOn }, raw) => {
      const desk = tools.peers().find(({ device }) => device === lender)?.desk ?? ''
      await (await opening.promise).take({ run, batch, scanner: desk, goesOn }, raw)
    },
  })
  const scanning: Scanning | undefined = await openScanning({
    ...tools,
    drivers: [...drivers, lending.driver], folder,
    batches: await openBatches({ root, now, randomBytes }),
    covers: await openPrintedCovers({ root, now, report: tools.report }),
    pipeline,
    readFiles,
    phone: () => openPhoneDoor({ pageFile: phonePage, desk: desk(), now, randomBytes, qrSvg: text => qrSvg(text) }),
    lending,
    findByAddress: async address => {
      const [own, lent] = await Promise.all([findByAddress(address), lending.addByAddress(address)])
      if (own.ok || lent.ok) return own.ok ? own : lent
      return lent.problem.code === 'lend/unknown-desk' ? lent : failure<NoAnswer>({ code: 'scan/no-answer', address })
    },
  })
  opening.resolve(scanning)
  return {
    ...scanning,
    showsCard: await openCardLook({ root, readFiles, pipeline }),
    stop: async () => {
      await lending.stop()
      await scanning.stop()
    },
  }
}

/** Only this PC's own scanner is lent. */
function ownDriver(drivers: readonly Driver[], { driver }: Scanner): Driver {
  const found = drivers.find(({ name }) => name === driver)
  if (found === undefined) throw new Error('A scanner without its driver was to be lent')
  return found
}

interface Ways {
  readonly drivers: readonly Driver[]
  readonly findByAddress: (address: string) => Promise<Result<Scanner>>
}

/** A rehearsal has the practice scanner alone: no real one starts because somebody pressed F5. */
function driversHere({ args, isPackaged, root }: RoomTools, { now }: ScanFolder): Ways {
  const practice = practiceFolder(args, isPackaged)
  const { all, atAddress } = driversOf({ platform: process.platform, env: process.env, root, scanFolder: now })
  const trains = args.includes('--training') ? [pretendDriver({ name: PRACTICE, draw: drawStack })] : []
  return {
    drivers: practice === undefined ? [...trains, ...all] : [pretendDriver({ name: PRACTICE, ...practiceStack(practice) })],
    findByAddress: address => atAddress(address, AbortSignal.timeout(LONGEST_LOOK_MS)),
  }
}

/** Every time the same few sheets, as often as somebody practises. */
function drawStack(side: number, { resolution }: ScanWish): Promise<Uint8Array | null> {
  return Promise.resolve(side > PRACTICE_SIDES ? null : drawPracticeSheet(side, resolution))
}

const LONGEST_LOOK_MS = 20_000
const PRACTICE = 'Máy quét tập'
const PRACTICE_SIDES = 6
