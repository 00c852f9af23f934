import { join } from 'node:path'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { parseJson } from '../../../shared/base/json.ts'
import { failure, success, type Result } from '../../../shared/base/result.ts'
import type { DeviceKey } from '../../sealing/device-key.ts'
import { readIfThere, writeDurably } from '../../journal/durable-file.ts'
import type { Patience } from '../../lan/channel.ts'
import { openDiscovery } from '../../lan/discovery.ts'
import { openDeskPlaces, readPlace } from '../../lan/desk-places.ts'
import { answerDesks, type Answering, type LineProblem } from '../../lan/line.ts'
import type { Peer } from '../../lan/peers.ts'
import { lentDriver, scannersOn } from '../drivers/lent.ts'
import type { Driver, Scanner, Waiting } from '../drivers/driver.ts'
import { collectLeft, type TakeLate } from './collect.ts'
import { watchLeft, type KeptForDesk } from './left-here.ts'
import { openLender, type Lender, type LenderParts } from './lender.ts'
import { openSpool } from './spool.ts'
import { openTurns, type GiveBack } from './turns.ts'
import { makeVisits } from './visits.ts'

export interface LendingParts extends Pick<LenderParts, 'own' | 'scan' | 'now' | 'report'> {
  readonly root: string
  readonly key: DeviceKey
  /** This desk's name, for those who wait. */
  readonly desk: () => string
  /** The other devices of the unit (`peersOf`); none before this PC was enrolled. */
  readonly peers: () => readonly Peer[]
  /** Of what was left at a lender. */
  readonly take: TakeLate
  /** What was left here by other desks has changed. */
  readonly onLeft: () => void
  readonly randomBytes: (count: number) => Uint8Array
  readonly tuning?: Partial<Tuning>
}

/** Milliseconds, and whether the network is looked around in. */
export interface Tuning {
  readonly patience: Patience
  readonly keepTurn: number
  readonly giveUp: number
  readonly collectEvery: number
  readonly looksAround: boolean
  readonly port: number
}

export interface Lending {
  /** The way to the scanners of other desks. */
  readonly driver: Driver
  readonly lends: () => boolean
  /** Listens for the unit's desks, or no more; remembered. Where it could not listen, the system's own words are reported. */
  readonly lend: (on: boolean) => Promise<Result<null, LineProblem>>
  readonly addByAddress: (address: string) => Promise<Result<Scanner, LineProblem>>
  /** This PC's own run takes its turn among the desks; call what comes back when the run has ended. Undefined when aborted before. */
  readonly takeTurn: (signal: AbortSignal, onWait: (waiting: Waiting | null) => void, sheets?: number) => Promise<GiveBack | undefined>
  /** Pages kept here for desks that did not fetch them yet. */
  readonly waiting: () => readonly KeptForDesk[]
  /** What is left of that run, for this PC's own tray; false when its desk is fetching it, or has it. */
  readonly takeOver: Lender['takeOver']
  readonly port: () => number | undefined
  readonly stop: () => Promise<void>
}

/** Lends this PC's scanner to the desks of its unit, and this PC theirs. */
export async function openLending(parts: LendingParts): Promise<Lending> {
  const { root, key, peers, report } = parts
  const tuning = { ...TUNING, ...parts.tuning }
  const settingsFile = join(root, 'lent', 'settings.json')
  const spool = await openSpool(root)
  const turns = openTurns({ keepMs: tuning.keepTurn })
  const lender = openLender({ ...parts, spool, turns })
  const left = watchLeft({ spool, isBusy: lender.isBusy, onChanged: parts.onLeft })
  const lineParts = { key, peers, ...(tuning.patience === undefined ? {} : { patience: tuning.patience }) }
  const lenders = await openDeskPlaces(join(root, 'lent', 'lenders.json'), lineParts)
  const visits = makeVisits()
  const stopped = new AbortController()
  const discovery = tuning.looksAround ? openDiscovery('motcua-scan', (device, place) => {
    if (!peers().some(peer => peer.device === device)) return
    lenders.note(device, place).then(collect).catch(report)
  }, report) : undefined

  let collecting: Promise<void> | undefined
  let answering: Answering | undefined
  let settings = parseSettings(await readIfThere(settingsFile))

  /** One round at a time; a lender that was met during a round is asked in the next. */
  function collect(): Promise<void> {
    collecting ??= collectAll().catch(report).then(() => { collecting = undefined })
    return collecting
  }

  async function collectAll(): Promise<void> {
    for (const device of lenders.devices()) {
      const called = await lenders.call(device, stopped.signal)
      if (!called.ok) continue
      const { channel } = called.value
      stopped.signal.addEventListener('abort', channel.close, { once: true })
      const leave = visits.isBusy(device) ? undefined : await visits.enter(device)
      try {
        if (leave !== undefined) await collectLeft(called.value, null, parts.take)
      } finally {
        leave?.()
        stopped.signal.removeEventListener('abort', channel.close)
        channel.close()
      }
    }
  }

  async function listen(): Promise<void> {
    answering ??= await answerDesks({ ...lineParts, port: settings.port ?? tuning.port, serve: lender.serve })
    discovery?.publish(key.device, answering.port)
  }

  async function close(): Promise<void> {
    const closing = answering
    answering = undefined
    await discovery?.unpublish()
    await closing?.close()
  }

  async function lend(on: boolean): Promise<Result<null, LineProblem>> {
    try {
      await (on ? listen() : close())
    } catch (error) {
      report(error)
      return failure({ code: 'lend/unreachable' })
    }
    settings = { lends: on, port: answering?.port ?? settings.port }
    await writeDurably(settingsFile, JSON.stringify(settings))
    return success(null)
  }

  if (settings.lends) await listen().catch(report)
  discovery?.look()
  void collect()
  const again = setInterval(() => {
    discovery?.look()
    left.look()
    void collect()
  }, tuning.collectEvery)

  return {
    driver: lentDriver({ lenders, enter: visits.enter, take: parts.take, randomBytes: parts.randomBytes, giveUpMs: tuning.giveUp }),
    lends: () => settings.lends,
    lend,
    addByAddress: async address => {
      const place = readPlace(address, LENDING_PORT)
      if (place === undefined) return failure({ code: 'lend/unreachable' })
      const line = await lenders.callAt(place, stopped.signal)
      if (!line.ok) return line
      const [scanner] = await scannersOn(line.value)
      return scanner === undefined ? failure({ code: 'lend/unreachable' }) : success(scanner)
    },
    takeTurn: (signal, onWait, sheets) =>
      turns.take({ device: key.device, desk: parts.desk(), sheetsLeft: () => sheets ?? null, signal, onWait }),
    waiting: left.list,
    takeOver: lender.takeOver,
    port: () => answering?.port,
    stop: async () => {
      clearInterval(again)
      stopped.abort()
      await close()
      await lender.stop()
      turns.stop()
      await discovery?.stop()
      await collecting
    },
  }
}

/** Where a lender listens unless that port is taken. */
const LENDING_PORT = 47_113

const TUNING = {
  keepTurn: 60_000, giveUp: 25_000, collectEvery: 60_000, looksAround: true, port: LENDING_PORT, patience: undefined,
} as const

const Settings = Type.Object({ lends: Type.Boolean(), port: Type.Optional(Type.Integer({ minimum: 1, maximum: 65_535 })) })

function parseSettings(text: string | undefined): { readonly lends: boolean; readonly port: number | undefined } {
  const read = parseJson(text ?? '')
  return Value.Check(Settings, read) ? { lends: read.lends, port: read.port } : { lends: false, port: undefined }
}
