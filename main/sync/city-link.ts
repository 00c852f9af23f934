import type { Act, NewAct } from '../../shared/acts/act.ts'
import { seenOf } from '../../shared/acts/seen.ts'
import { failure, success, type Result } from '../../shared/base/result.ts'
import type { SyncLine } from '../../shared/bridge/main-api.ts'
import { fold as foldDossier } from '../../shared/dossiers/fold.ts'
import { isOpen } from '../../shared/dossiers/lifecycle.ts'
import type { OfficeState } from '../../shared/offices/fold-office.ts'
import { deviceSubject } from '../../shared/offices/office-acts.ts'
import { keptOf, shortName, waitingOf, type ConfirmedSeqs, type Safekeeping } from '../../shared/sync/safekeeping.ts'
import type { Fold } from '../journal/folds.ts'
import { openBrake, type Brake } from './brake.ts'
import { writeCity, type CityChoice, type KnownCity } from './city-file.ts'
import { isSignedBy } from './city-signature.ts'
import { openCarried } from './carried-file.ts'
import { openCityProofs } from './city-proofs.ts'
import { enrolByCode, enrolByCopy, findAdmission, openingBy, unitProblem, type Enroller, type Signer } from './enrol.ts'
import type { EnrolCode } from './enrol-code.ts'
import { startLoop } from './loop.ts'
import type { Proxy } from './proxy-agent.ts'
import { openRefusedList, type RefusedList } from './refused-file.ts'
import { readRoad, roadAfter, writeRoad, type Road } from './road-file.ts'
import { runRound } from './round.ts'
import type { Logs, Pages, Progress, RoundEnd, RoundResult } from './round-tools.ts'
import { TRANSPORTS } from './transports/transports.ts'
import type { Transport } from './transports/transport.ts'

/** The pages of this PC, as the road to the city needs them. */
export interface PagesHere extends Pages {
  /** What waits to be sent; bytes of the pieces the city does not hold yet. */
  readonly waiting: () => { readonly pages: number, readonly bytes: number }
  /** Bytes of a page that waits, by the ledger's short name; 0 for one that does not. */
  readonly bytesOf: (shortName: string) => number
  /** A refused page is tried again. */
  readonly again: (sha256: string) => Promise<void>
}

/** The journal, as far as the road needs it. */
export interface SyncJournal extends Logs {
  readonly fold: <State>(fold: Fold<State>) => State
  readonly actsOf: (subject: string) => Promise<readonly Act[]>
  readonly onGrew: (listener: (acts: readonly Act[]) => void) => () => void
}

export interface LinkGround {
  readonly root: string
  readonly me: Enroller
  /** Devices whose copied or restored folder this PC goes on with, and the newest of them that can vouch for it (rule J9). */
  readonly carried: readonly string[]
  readonly continues: Signer | undefined
  readonly journal: SyncJournal
  readonly safekeeping: Fold<Safekeeping>
  /** sha256 of the pages an act names. */
  readonly pagesIn: (act: Act) => readonly string[]
  readonly pages: PagesHere
  /** The city this PC was enrolled with. */
  readonly city: KnownCity | undefined
  readonly ca?: readonly string[] | undefined
  /** From here on confirmations of this key are believed. */
  readonly pin: (cityKey: string) => void
  readonly office: () => OfficeState | undefined
  readonly record: (acts: readonly NewAct[], author: string) => Promise<Result<readonly Act[]>>
  readonly freeDisk: () => Promise<number>
  readonly isOnline: () => boolean
  readonly proxyFor?: ((address: string) => Promise<Proxy | null>) | undefined
  /** The city saw two different lines under one number, or more lines than this folder holds (rule J9). */
  readonly onCopied: (how: 'fork' | 'behind') => Promise<void>
  readonly now: () => number
  readonly chance: () => number
  readonly onChanged: () => void
  readonly report: (error: unknown) => void
}

/** The road between this PC and its city, as it stands and as it goes. */
export interface CityLink {
  readonly city: () => KnownCity | undefined
  readonly line: () => SyncLine
  readonly road: () => Road
  readonly refused: RefusedList
  readonly brake: Brake
  readonly safekeeping: () => Safekeeping
  /** The city is believed no further than it says now. */
  readonly seqs: () => ConfirmedSeqs
  /** Acts of this PC's own log, and of the logs it goes on with, that the city has not confirmed. */
  readonly actsWaiting: () => number
  /** Of the ledger's days. */
  readonly dossiersWaiting: () => number
  readonly speed: () => number | null
  /** UTC ms since when something is being sent; null while nothing is. */
  readonly sendingSince: () => number | null
  readonly isSafe: (subject: string) => Promise<boolean>
  readonly sendNow: () => Promise<void>
  /** Resolves when the office is open here; problems as of `enrolByCode`, or of the line when the city's answer has not arrived yet. */
  readonly enrol: (code: EnrolCode) => Promise<Result<null>>
  /** Ends within a moment. */
  readonly stop: () => Promise<void>
}

export async function openCityLink(ground: LinkGround): Promise<CityLink> {
  const { root, me, journal, pages, now } = ground
  const { device } = me
  const carried = await openCarried(root, ground.carried)
  const cityProofs = await openCityProofs(root)
  const refused = await openRefusedList(root)
  let road = await readRoad(root)
  let city = ground.city
  let transport = city === undefined ? undefined : openRoad(city)
  let progress: Progress | undefined
  let sendingSince: number | null = null
  let isStopping = false
  let lastEnd: RoundEnd | undefined
  const growth = newGrowth(journal, device)
  const countWaiting = newWaitingCount()
  const dossiersWaiting = (): number => countWaiting(safekeeping(), road.ceilings)

  const safekeeping = (): Safekeeping => journal.fold(ground.safekeeping)
  /** What an earlier city confirmed says nothing about this one. */
  const isOfThisCity = (): boolean => ground.city === undefined || ground.city.publicKey === city?.publicKey
  const seqs = (): ConfirmedSeqs => isOfThisCity() ? { ...safekeeping().seqs, ...road.ceilings } : {}
  const brake = openBrake({
    isOpen: async subject => {
      const dossier = foldDossier(await journal.actsOf(subject))
      return dossier !== undefined && isOpen(dossier.state)
    },
    openCount: () => safekeeping().openCount, now,
  })
  const { isOnline, chance, onChanged, report } = ground
  const loop = startLoop({ round, isOnline, now, chance, onChanged, report })
  const stopListening = journal.onGrew(acts => {
    if (city !== undefined && acts.some(act => act.device === device)) loop.grew()
    ground.onChanged()
  })
  if (city !== undefined) loop.begin()

  function openRoad(to: CityChoice): Transport {
    const { proxyFor, ca = to.ca } = ground
    return TRANSPORTS['city-https']({
      address: to.address, device, sign: me.sign, now, ...(proxyFor === undefined ? {} : { proxyFor }), ...(ca === undefined ? {} : { ca }),
    })
  }

  async function round(): Promise<RoundResult> {
    if (city === undefined || transport === undefined) return nothingDone({ state: 'done' })
    sendingSince ??= actsWaiting() > 0 || pages.areWaiting() ? now() : null
    try {
      const end = await becomeOwnDevice(city, transport)
      const result = end === undefined ? await oneRound(city, transport) : nothingDone(end)
      await remember(result)
      return result
    } finally {
      sendingSince = null
    }
  }

  /** A copied folder first gets a name and a range of its own. */
  async function becomeOwnDevice(known: KnownCity, on: Transport): Promise<RoundEnd | undefined> {
    if (ground.continues === undefined || await admission(known.unit) !== undefined) return undefined
    const enrolled = await enrolByCopy(me, ground.continues, known, on)
    if (enrolled.ok) return undefined
    const { problem } = enrolled
    if (problem.code === 'sync/later' && 'seconds' in problem) return { state: 'later', seconds: Number(problem.seconds) }
    return problem.code === 'sync/unreachable' ? { state: 'cut' } : { state: 'stuck', problem }
  }

  async function oneRound(known: KnownCity, on: Transport): Promise<RoundResult> {
    return runRound({
      device, logs: journal, pages, city: on, sign: me.sign, carried, cityProofs, now,
      isByCity: (text, signature) => isSignedBy(known.publicKey, text, signature),
      health: async () => ({
        program: me.program, freeDisk: Math.max(0, Math.floor(await ground.freeDisk())),
        waiting: { dossiers: dossiersWaiting(), pages: pages.waiting().pages },
      }),
      speed: on.speed,
      confirmed: of => isOfThisCity() ? safekeeping().seqs[of] ?? 0 : 0,
      mustBrake: brake.mustBrake,
      grown: growth.next,
      onProgress: next => {
        progress = next
        if (next.pushedLines + next.pulledLines + next.pageBytes > 0) sendingSince ??= now()
        hear(next)
      },
      shouldStop: () => isStopping,
    })
  }

  function hear(heard: Pick<Progress, 'cityTime' | 'cityHeads'>): void {
    road = roadAfter(road, heard, safekeeping().seqs)
    ground.onChanged()
  }

  async function remember(result: RoundResult): Promise<void> {
    lastEnd = result.end
    hear(result)
    const isWhole = result.end.state === 'done'
    await refused.noteRound(result.refused, isWhole, new Date(now()).toISOString())
    if (isWhole) brake.roundEnded()
    await openOffice()
    await writeRoad(root, road)
    if (result.end.state === 'copied') await ground.onCopied(result.end.how)
  }

  async function admission(unit: string): Promise<ReturnType<typeof findAdmission>> {
    return findAdmission(await journal.actsOf(deviceSubject(device)), device, unit)
  }

  /** This PC's own log says so too, as soon as the city's admission has arrived: its desk, its unit, its range. */
  async function openOffice(): Promise<Result<null>> {
    if (city === undefined) return failure({ code: 'sync/unreachable' })
    const acts = await journal.actsOf(deviceSubject(device))
    const admitted = findAdmission(acts, device, city.unit)
    if (admitted === undefined) return failure({ code: 'sync/unreachable' })
    const opening = openingBy(admitted, acts)
    if (opening === undefined) return success(null)
    const recorded = await ground.record([opening], device)
    return recorded.ok ? success(null) : recorded
  }

  async function enrol(code: EnrolCode): Promise<Result<null>> {
    const on = openRoad(code.city)
    const enrolled = await enrolByCode(me, code, on)
    on.close()
    if (!enrolled.ok) return enrolled
    const problem = unitProblem(enrolled.value, ground.office())
    if (problem !== undefined) return failure(problem)
    await writeCity(root, enrolled.value)
    transport?.close()
    city = enrolled.value
    transport = openRoad(code.city)
    ground.pin(city.publicKey)
    await loop.now()
    const opened = await openOffice()
    if (opened.ok || lastEnd?.state !== 'stuck') return opened
    return failure(lastEnd.problem)
  }

  function actsWaiting(): number {
    const confirmed = seqs()
    const heads = journal.heads()
    return [device, ...carried.devices()].reduce((sum, of) => sum + Math.max(0, (heads[of]?.seq ?? 0) - (confirmed[of] ?? 0)), 0)
  }

  return {
    city: () => city,
    line: () => {
      if (city === undefined) return { state: 'no-city' }
      if (loop.isRunning() && sendingSince !== null && progress?.cityTime !== null) return { state: 'sending' }
      return loop.state()
    },
    road: () => road,
    refused, brake, safekeeping, seqs, actsWaiting, dossiersWaiting,
    speed: () => transport?.speed() ?? null,
    sendingSince: () => sendingSince,
    isSafe: async subject => {
      const state = safekeeping()
      const kept = keptOf(state, subject)
      if (kept !== undefined) return waitingOf(state, kept, seqs()).isSafe
      const acts = await journal.actsOf(subject)
      if (acts.length === 0) return false
      return waitingOf(safekeeping(), { heads: seenOf(acts), pages: acts.flatMap(ground.pagesIn).map(shortName) }, seqs()).isSafe
    },
    sendNow: () => city === undefined ? Promise.resolve() : loop.now(),
    enrol,
    stop: async () => {
      isStopping = true
      stopListening()
      transport?.close()
      growth.stop()
      await loop.stop()
    },
  }
}

function nothingDone(end: RoundEnd): RoundResult {
  const progress: Progress = { pushedLines: 0, pulledLines: 0, wholePages: 0, pageBytes: 0, cityTime: null, cityHeads: null }
  return { ...progress, end, refused: [], isCityBehind: false }
}

/** When this PC's own log grows next. */
function newGrowth(journal: SyncJournal, device: string): { readonly next: () => Promise<void>, readonly stop: () => void } {
  let waiting: { readonly promise: Promise<void>, readonly resolve: () => void } | undefined
  const stop = journal.onGrew(acts => {
    if (!acts.some(act => act.device === device)) return
    waiting?.resolve()
    waiting = undefined
  })
  return {
    next: () => {
      waiting ??= Promise.withResolvers<void>()
      return waiting.promise
    },
    stop,
  }
}

/** Counted again only when something changed. */
function newWaitingCount(): (state: Safekeeping, ceilings: ConfirmedSeqs) => number {
  let last: { readonly state: Safekeeping, readonly ceilings: ConfirmedSeqs, readonly count: number } | undefined
  return (state, ceilings) => {
    if (last?.state === state && last.ceilings === ceilings) return last.count
    const seqs = { ...state.seqs, ...ceilings }
    const count = Object.values(state.days).reduce((sum, dossiers) =>
      sum + Object.values(dossiers).filter(dossier => !waitingOf(state, dossier, seqs).isSafe).length, 0)
    last = { state, ceilings, count }
    return count
  }
}
