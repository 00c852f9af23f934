import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { openNumbers, applyNumber, type Numbers, type NumbersDrawn } from '../../main/desk/numbers.ts'
import { isSignedBy } from '../../main/sync/city-signature.ts'
import { findAdmission } from '../../main/sync/enrol.ts'
import { runRound } from '../../main/sync/round.ts'
import type { RoundResult } from '../../main/sync/round-tools.ts'
import { safekeepingOf } from '../../main/sync/safekeeping-fold.ts'
import type { Transport } from '../../main/sync/transports/transport.ts'
import { sha256 } from '../../main/journal/sha256.ts'
import type { Act, NewAct } from '../../shared/acts/act.ts'
import { BEFORE_FIRST } from '../../shared/acts/act.ts'
import { readLine, writeLine } from '../../shared/acts/chain.ts'
import { CLOCK_START, compareClocks, nextClock } from '../../shared/acts/clock.ts'
import { seenOf } from '../../shared/acts/seen.ts'
import { failure, success } from '../../shared/base/result.ts'
import type { Safekeeping } from '../../shared/sync/safekeeping.ts'
import { enrolText } from '../../shared/sync/signed-texts.ts'
import { listedProofs } from '../builders/city-proofs.ts'
import type { Random } from '../builders/random.ts'
import { injectedRoad, type Mischief } from './injected-road.ts'
import { listedPages, type ListedPages } from './listed-pages.ts'

/** One PC of a history: real rounds, real decisions; only its disk is a list of lines. */
export interface HistoryPc {
  readonly device: string
  readonly sign: (text: string) => string
  /** Every log it holds, each line without LF. */
  readonly logs: ReadonlyMap<string, readonly string[]>
  readonly pages: ListedPages
  readonly actsOf: (subject: string) => readonly Act[]
  readonly subjects: () => readonly string[]
  /** UTC ms, by its own clock. */
  readonly now: () => number
  readonly numbers: Numbers
  /** What the city gave this PC, once its letterbox has arrived. */
  readonly range: () => { readonly from: number, readonly to: number } | null
  readonly write: (acts: readonly NewAct[]) => void
  readonly enrol: (code: string) => Promise<boolean>
  readonly round: () => Promise<RoundResult | undefined>
  /** The newest seq of a log a push answer named. */
  readonly acknowledged: ReadonlyMap<string, number>
  readonly safekeeping: () => Safekeeping
  readonly copy: () => Kept
}

/** What a copied folder holds. */
export interface Kept {
  readonly logs: ReadonlyMap<string, readonly string[]>
  readonly pages: ReadonlyMap<string, Buffer>
  readonly key: ReturnType<typeof newKey>
  readonly device: string
  readonly continues: readonly Former[]
  readonly proofs: ReadonlyMap<string, { readonly seq: number, readonly signature: string }>
}

interface Former {
  readonly device: string
  readonly sign: (text: string) => string
}

export interface HistoryPcOptions {
  readonly app: Pick<FastifyInstance, 'inject'>
  readonly unit: string
  readonly cityKey: string
  readonly device: string
  readonly random: Random
  readonly mischief: () => Mischief
  /** UTC ms, true time, and how far this PC's clock is off. */
  readonly time: () => number
  readonly clockOffMs: number
  /** A folder it goes on with: as the same device (a restored backup), or as another one (a copy on another machine). */
  readonly from?: Kept | undefined
}

export function historyPc(options: HistoryPcOptions): HistoryPc {
  const { device, unit, cityKey, random, from } = options
  const isSame = from?.device === device
  const key = isSame ? from.key : newKey()
  const continues = from === undefined || isSame ? from?.continues ?? [] : [...from.continues, { device: from.device, sign: from.key.sign }]
  const logs = new Map<string, string[]>([...from?.logs ?? []].map(([log, lines]) => [log, [...lines]]))
  const bySubject = new Map<string, Act[]>()
  const fold = safekeepingOf(() => cityKey, act => pagesIn(act))
  let safekeeping = fold.initial
  let drawn: NumbersDrawn = {}
  let newest = CLOCK_START
  const heads = new Map<string, { readonly seq: number, readonly name: string }>()
  const carriedUntil = new Map<string, number>()
  const acknowledged = new Map<string, number>()
  for (const [, lines] of logs) for (const line of lines) learn(line)
  const pages = listedPages(from?.pages)
  const cityProofs = listedProofs(from?.proofs)
  const now = (): number => options.time() + options.clockOffMs
  const road: Transport = injectedRoad({
    app: options.app, device, sign: key.sign, now, random, mischief: options.mischief,
    onPushed: (log, seq) => { acknowledged.set(log, Math.max(acknowledged.get(log) ?? 0, seq)) },
  })

  function learn(line: string): void {
    const read = readLine(line, sha256)
    if (!read.ok) throw new Error(read.problem.code)
    const { act } = read.value
    heads.set(act.device, { seq: act.seq, name: act.name })
    if (compareClocks(act.clock, newest) > 0) newest = act.clock
    bySubject.set(act.subject, [...bySubject.get(act.subject) ?? [], act])
    drawn = applyNumber(drawn, act, device)
    safekeeping = fold.apply(safekeeping, act)
  }

  function receive(log: string, lines: readonly string[]) {
    const held = logs.get(log) ?? []
    logs.set(log, held)
    for (const line of lines) {
      const read = readLine(line, sha256)
      if (!read.ok || read.value.act.device !== log) return failure({ code: 'journal/line-broken' })
      const { act, prev } = read.value
      if (act.seq < held.length) continue
      const head = heads.get(log) ?? { seq: 0, name: BEFORE_FIRST }
      if (act.seq === held.length) {
        if (act.name !== head.name) return failure({ code: 'journal/line-fork' })
        continue
      }
      if (act.seq > held.length + 1) return failure({ code: 'journal/line-gap' })
      if (prev !== head.name) return failure({ code: 'journal/line-fork' })
      held.push(line)
      learn(line)
    }
    return success(null)
  }

  async function round(): Promise<RoundResult | undefined> {
    const former = continues.at(-1)
    if (former !== undefined && range() === null && !await enrolBy(former)) return undefined
    return runRound({
      device, city: road, sign: key.sign, now, speed: () => null, pages,
      logs: {
        heads: () => Object.fromEntries(heads),
        linesAfter: async (log, seq, bytes) => upTo((logs.get(log) ?? []).slice(seq), bytes),
        receive: async (log, lines) => receive(log, lines),
      },
      isByCity: (text, signature) => isSignedBy(cityKey, text, signature),
      health: () => ({ program: '0.1.0', freeDisk: 1, waiting: { dossiers: 0, pages: 0 } }),
      confirmed: log => safekeeping.seqs[log] ?? 0,
      mustBrake: async () => false,
      cityProofs,
      carried: {
        devices: () => continues.map(({ device: name }) => name),
        until: log => carriedUntil.get(log) ?? 0,
        note: async (log, seq) => { carriedUntil.set(log, seq) },
      },
    })
  }

  async function enrolBy(former: Former): Promise<boolean> {
    const text = enrolText({ device, publicKey: key.publicKey, by: former.device })
    const answer = await road.enrol({
      device, publicKey: key.publicKey, proof: key.sign(text), program: '0.1.0', continues: { device: former.device, proof: former.sign(text) },
    })
    return answer.ok
  }

  function range(): { readonly from: number, readonly to: number } | null {
    return findAdmission(bySubject.get(`device:${device}`) ?? [], device, unit)?.numberRange ?? null
  }

  return {
    device, sign: key.sign, logs, pages, now, acknowledged, range, round,
    numbers: openNumbers(() => drawn),
    actsOf: subject => bySubject.get(subject) ?? [],
    subjects: () => [...bySubject.keys()].filter(subject => subject.startsWith('dossier:')),
    safekeeping: () => safekeeping,
    write: acts => {
      const own = logs.get(device) ?? []
      logs.set(device, own)
      for (const [place, act] of acts.entries()) {
        const head = heads.get(device) ?? { seq: 0, name: BEFORE_FIRST }
        newest = nextClock(now(), newest)
        const { line } = writeLine(act, {
          device, seq: head.seq + 1, prev: head.name, at: new Date(now()).toISOString(), clock: newest, author: 'an',
          seen: seenOf(bySubject.get(act.subject) ?? []), more: acts.length - 1 - place, salt: String(random.next()),
        }, sha256)
        own.push(line.slice(0, -1))
        learn(line.slice(0, -1))
      }
    },
    enrol: async code => {
      const proof = key.sign(enrolText({ device, publicKey: key.publicKey, by: code }))
      return (await road.enrol({ device, publicKey: key.publicKey, proof, code, program: '0.1.0' })).ok
    },
    copy: () => ({
      logs: new Map([...logs].map(([log, lines]) => [log, [...lines]])), pages: new Map(pages.held()),
      key, device, continues, proofs: new Map(cityProofs.all),
    }),
  }
}

/** The pages an act of a history names: a note that is nothing but sums. */
export function pagesIn({ body }: Act): readonly string[] {
  return typeof body['text'] === 'string' ? body['text'].match(/\b[0-9a-f]{64}\b/g) ?? [] : []
}

export function pageName(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function upTo(lines: readonly string[], bytes: number): readonly string[] {
  let left = bytes
  const last = lines.findIndex((line, place) => place > 0 && (left -= line.length) <= 0)
  return last < 0 ? lines : lines.slice(0, last)
}

function newKey(): { readonly publicKey: string, readonly sign: (text: string) => string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64'),
    sign: text => sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64'),
  }
}
