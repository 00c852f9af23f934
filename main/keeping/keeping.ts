import { join } from 'node:path'
import type { Act } from '../../shared/acts/act.ts'
import { failure, type Result } from '../../shared/base/result.ts'
import type { NextBook } from '../../shared/bridge/certification-api.ts'
import type { KeeperAway } from '../../shared/certification/draw-numbers.ts'
import type { Command } from '../../shared/desk/command.ts'
import { keeperInForce, type OfficeState } from '../../shared/offices/fold-office.ts'
import type { User } from '../../shared/users/user.ts'
import type { Desk } from '../desk/desk.ts'
import type { Journal } from '../journal/journal.ts'
import type { Patience } from '../lan/channel.ts'
import { openDiscovery, type Discovery } from '../lan/discovery.ts'
import { openDeskPlaces, readPlace } from '../lan/desk-places.ts'
import { answerDesks, type Answering, type Line } from '../lan/line.ts'
import type { Peer } from '../lan/peers.ts'
import type { DeviceKey } from '../sealing/device-key.ts'
import { askKeeper } from './ask-keeper.ts'
import { giveNumbers } from './give-numbers.ts'

export interface KeepingTools {
  readonly root: string
  readonly key: DeviceKey
  readonly journal: Pick<Journal, 'heads' | 'linesAfter' | 'receive' | 'onGrew'>
  readonly desk: Desk
  readonly office: () => OfficeState | undefined
  readonly users: () => readonly User[]
  /** The other devices of the unit (`peersOf`). */
  readonly peers: () => readonly Peer[]
  /** Whether the keeper can be reached has changed. */
  readonly onChanged: () => void
  readonly randomBytes: (count: number) => Uint8Array
  readonly report: (error: unknown) => void
  readonly tuning?: Partial<Tuning>
}

/** Milliseconds, and whether the network is looked around in. */
export interface Tuning {
  readonly patience: Patience
  /** An answer that does not come by then is asked for once more, and then waited for no longer. */
  readonly answer: number
  readonly lookEvery: number
  readonly looksAround: boolean
  readonly port: number
}

/** One book for all counters (rule N6): this PC asks the keeper for its numbers, or is the keeper. */
export interface Keeping {
  /**
   * What the desk is asked to do. A visit for which numbers of the keeper's are lacking fetches them first and is decided again; nothing
   * is entered before the acts that give the numbers are on both disks.
   */
  readonly perform: (command: Command, author: User | undefined) => Promise<Result<readonly Act[]>>
  readonly nextBook: () => NextBook
  /** Calls the keeper and takes the lines that are lacking here; whether it answered. */
  readonly look: () => Promise<boolean>
  /** Where this PC listens as the keeper. */
  readonly port: () => number | undefined
  readonly stop: () => Promise<void>
}

/** Opens it as the office's setting says, and follows the setting. */
export async function openKeeping(tools: KeepingTools): Promise<Keeping> {
  const { key, journal, desk, office, peers, report } = tools
  const tuning = { ...TUNING, ...tools.tuning }
  const lineParts = { key, peers, patience: tuning.patience }
  const places = await openDeskPlaces(join(tools.root, 'keeping', 'places.json'), lineParts)
  const stopped = new AbortController()
  let discovery: Discovery | undefined
  let answering: Answering | undefined
  let isAway = false
  let following: Promise<unknown> = Promise.resolve()
  let asking: Promise<unknown> = Promise.resolve()

  const keeper = (): string | null => {
    const state = office()
    return state === undefined ? null : keeperInForce(state)
  }
  const isElsewhere = (device: string | null): device is string => device !== null && device !== key.device

  const serve = giveNumbers({
    device: key.device, journal,
    lend: (input, person) => desk.perform({ verb: 'book/lend-numbers', input }, tools.users().find(({ id }) => id === person)),
  })

  function note(away: boolean): void {
    if (isAway === away) return
    isAway = away
    tools.onChanged()
  }

  /** Listens while this PC is the keeper, looks around while another is. */
  async function follow(): Promise<void> {
    const named = keeper()
    if (named !== null && tuning.looksAround) {
      discovery ??= openDiscovery('motcua-keeper', (device, place) => {
        if (device === keeper() && device !== key.device) places.note(device, place).catch(report)
      }, report)
    }
    if (named === key.device) {
      answering ??= await answerDesks({ ...lineParts, port: tuning.port, serve })
      discovery?.publish(key.device, answering.port)
    } else {
      const closing = answering
      answering = undefined
      await discovery?.unpublish()
      await closing?.close()
    }
    if (isElsewhere(named)) discovery?.look()
  }

  function followAgain(): void {
    following = following.then(follow).catch(report)
  }

  /** A proved line to the keeper: where it was met last, else where the office says it stands. It ends when the program does. */
  async function reach(device: string): Promise<Line | undefined> {
    const met = await places.call(device, stopped.signal)
    const place = met.ok ? undefined : readPlace(office()?.keeper.address ?? '', KEEPING_PORT)
    const called = place === undefined ? met : await places.callAt(place, stopped.signal)
    if (!called.ok) return undefined
    const { channel, peer } = called.value
    if (peer.device !== device || stopped.signal.aborted) {
      channel.close()
      return undefined
    }
    stopped.signal.addEventListener('abort', channel.close, { once: true, signal: channel.closed })
    return called.value
  }

  const have = (device: string): number => journal.heads()[device]?.seq ?? 0
  const manner = { receive: journal.receive, patience: tuning.answer }

  /** One asking at a time, so that what one brought home is in hand for the next. */
  function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
    const result = asking.then(work)
    asking = result.catch(() => undefined)
    return result
  }

  async function performWithKeeper(
    device: string, person: string, decide: () => Promise<Result<readonly Act[]>>,
  ): Promise<Result<readonly Act[]>> {
    const request = Buffer.from(tools.randomBytes(16)).toString('hex')
    let done = await decide()
    for (let times = 0; times < MOST_TIMES && isLacking(done); times += 1) {
      const line = await reach(device)
      if (line === undefined) break
      try {
        // First what was written for this desk already: an answer may have been lost.
        const caughtUp = await askKeeper(line, { ask: 'lines', have: have(device) }, manner)
        if (caughtUp !== 'kept') continue
        done = await decide()
        if (!isLacking(done)) break
        const given = await askKeeper(line, {
          ask: 'numbers', have: have(device), request, person, wanted: done.problem.lacking.map(({ kind, count }) => ({ kind, count })),
        }, manner)
        if (typeof given === 'object') return failure(given)
        if (given === 'refused') break
        done = await decide()
      } finally {
        line.channel.close()
      }
    }
    note(isLacking(done))
    return done
  }

  async function look(): Promise<boolean> {
    const device = keeper()
    if (!isElsewhere(device)) {
      note(false)
      return false
    }
    return oneAtATime(async () => {
      const line = await reach(device)
      const isThere = line !== undefined && (await askKeeper(line, { ask: 'lines', have: have(device) }, manner)) === 'kept'
      line?.channel.close()
      note(!isThere)
      return isThere
    })
  }

  const unfollow = journal.onGrew(acts => { if (acts.some(({ subject }) => /^(office|device):/.test(subject))) followAgain() })
  followAgain()
  await following
  void look().catch(report)
  const again = setInterval(() => {
    discovery?.look()
    void look().catch(report)
  }, tuning.lookEvery)

  return {
    perform: async (command, author) => {
      const decide = (): Promise<Result<readonly Act[]>> => desk.perform(command, author)
      const done = await decide()
      const device = keeper()
      if (!isLacking(done) || author === undefined || !isElsewhere(device)) return done
      return oneAtATime(() => performWithKeeper(device, author.id, decide))
    },
    nextBook: () => {
      const device = keeper()
      if (!isElsewhere(device)) return { from: 'own' }
      return { from: isAway ? 'own-keeper-away' : 'keeper', desk: office()?.desks[device] ?? device }
    },
    look,
    port: () => answering?.port,
    stop: async () => {
      clearInterval(again)
      unfollow()
      stopped.abort()
      await following
      await answering?.close()
      await discovery?.stop()
      await asking
    },
  }
}

function isLacking(done: Result<readonly Act[]>): done is { readonly ok: false; readonly problem: KeeperAway } {
  return !done.ok && done.problem.code === 'certification/keeper-away'
}

/** An answer that was lost is asked for again, once. */
const MOST_TIMES = 2

/** Where a keeper listens unless that port is taken. */
export const KEEPING_PORT = 47_114

const TUNING: Tuning = {
  patience: { beat: 2_000, silence: 6_000, frame: 20_000, proof: 2_500 },
  answer: 4_000, lookEvery: 30_000, looksAround: true, port: KEEPING_PORT,
}
