import { fold } from '../../shared/dossiers/fold.ts'
import { balanceOf } from '../../shared/dossiers/money.ts'
import type { DossierResult } from '../../shared/dossiers/progress.ts'
import { strayMoney } from '../../shared/dossiers/stray-money.ts'
import type { User } from '../../shared/users/user.ts'
import { DAY, dayOf, oracleDue } from './due-oracle.ts'
import { INPUTS, leaderDung, officerHoa, RECEIPT, STAFF } from './dossier-life.ts'
import {
  decideByRules, HAPPENINGS, isInTable, isOver, isSameBlank, lifeByRules, owed, partsByRules, type Happening, type ModelDossier,
  type ModelEvent,
} from './life-model.ts'
import { clerkAn } from './moment.ts'
import type { ModelBlank } from './money-model.ts'
import type { Random } from './random.ts'
import { blankFor, drawBlank, maySpoil, moveCash } from './walk-money.ts'
import { FEE, LIMITS, LINKED, type Counter, type WalkedOffice } from './walk-office.ts'

const TRIES = 40
/** What must fit much to be done at all, and is tried more often. */
const OFTEN = ['apologise', 'apologise', 'collect-fee', 'collect-fee', 'void-fee-receipt', 'resolve-part', 'number-results', 'explain-delay'] as const

export const dossiersOf = ({ events }: Counter): readonly string[] => [...new Set(events.map(({ dossier }) => dossier))]
export const eventsOf = ({ events }: Counter, subject: string): readonly ModelEvent[] => events.filter(({ dossier }) => dossier === subject)

/** A dossier is received, of one procedure or a linked one. */
export function receive(walk: WalkedOffice, counter: Counter, by: User, at: number): void {
  const { random, clock, figures, decide, judge, write } = walk
  const isLinked = random.next() < 0.3
  const nth = random.between(0, LIMITS.length - 1)
  const limit = isLinked ? LINKED.whole : LIMITS[nth] ?? { count: 0, unit: 'none' as const }
  const procedure = isLinked ? LINKED.procedure : `1.00100${String(nth)}`
  const answer = decide(counter, 'dossier/receive', { ...RECEIPT, procedure }, by, at)
  if (!judge('receive', answer, by.roles.some(role => role === 'clerk' || role === 'director'))) return
  figures.dossiers += 1
  if (isLinked) figures.linked += 1
  for (const { device, clock: when, seq, subject } of write(counter, answer.value, by, at)) {
    const due = oracleDue(at, limit.count, limit.unit, clock.calendar, clock.hours)
    const parts = isLinked && due !== null ? partsByRules(at, LINKED.parts, due, clock) : []
    counter.events.push({ order: [when, device, seq], dossier: subject, what: 'receive', at, by: by.id, procedure, limit, fee: FEE, due, parts })
    compareDossier(walk, counter, subject)
  }
}

/** Somebody does something to a dossier this counter knows. */
export function act(walk: WalkedOffice, counter: Counter, at: number): void {
  const { random, clock, decide, judge, write } = walk
  const known = dossiersOf(counter)
  if (known.length === 0) return
  const subject = random.pick(random.next() < 0.7 ? known.slice(-8) : known)
  const model = lifeByRules(eventsOf(counter, subject))
  if (model === undefined) return
  // Most people know what they may do: one of many tries that fits, wholly or by state and role, or the last one where none does.
  const sense = random.pick(['none', 'table', 'table', 'all', 'all'] as const)
  let { what, by, asked } = something(random, at, model)
  const fits = (): boolean => sense === 'none' || (sense === 'table'
    ? isInTable(what, model.state, by) : decideByRules(model, what, by, asked, clock) !== null)
  for (let i = 1; i < TRIES && !fits(); i += 1) ({ what, by, asked } = something(random, at, model))
  const money = moneyOf(counter, model, what, by, asked)
  const follows = money === null ? null : decideByRules(model, what, by, asked, clock)
  const answer = decide(counter, `dossier/${what}`, { subject, ...inputFor(what, asked, model) }, by, at, subject)
  if (!judge(`${what} in ${model.state} by ${by.id}`, answer, follows !== null) || follows === null || money === null) return
  const written = write(counter, answer.value, by, at)
  walk.differ(`how many acts of ${what}`, written.length, follows.length)
  for (const [i, { device, clock: when, seq }] of written.entries()) {
    const event = follows[i]
    if (event === undefined) continue
    counter.events.push({ order: [when, device, seq], dossier: subject, at, by: by.id, ...event, ...blanksOf(money) })
  }
  for (const { what: came, drafts = [] } of follows) if (came === 'sign-parts') walk.figures.partsSigned += drafts.length
  const { amount, method } = asked
  if (money.takes) moveCash(walk, counter, by, { what: 'take', subject, amount, method })
  if (money.takes || money.spoilt !== undefined) drawBlank(walk, counter, written, at, money.drawn, money.spoilt)
  const back = what === 'withdraw' || what === 'stop' ? amount : money.givenBack ?? 0
  if (back > 0) moveCash(walk, counter, by, { what: 'give-back', subject, amount: back })
  if (money.givenBack !== undefined) walk.figures.strays += 1
  compareDossier(walk, counter, subject)
}

interface MoneyOfAct {
  readonly takes: boolean
  readonly drawn: ModelBlank | 'none'
  readonly spoilt?: ModelBlank
  readonly givenBack?: number
}

/** What happens to receipts; null where there is none left, or the one that was meant may not be spoilt here. */
function moneyOf(counter: Counter, model: ModelDossier, what: Happening, by: User, { amount, receipt }: Asked): MoneyOfAct | null {
  const takes = what === 'collect-fee' || (what === 'return-result' && amount > 0)
  if (!takes && what !== 'void-fee-receipt') return { takes, drawn: 'none' }
  const stray = takes ? undefined : model.strays.find(blank => isSameBlank(blank, receipt))
  if (stray !== undefined) return maySpoil(counter, receipt) ? { takes, drawn: 'none', spoilt: receipt, givenBack: stray.amount } : null
  const drawn = blankFor(counter, by)
  if (drawn === 'used-up') return null
  if (takes) return { takes, drawn }
  const isOwn = !isOver(model) && model.blanks.some(blank => isSameBlank(blank, receipt))
  return isOwn && maySpoil(counter, receipt) ? { takes, drawn, spoilt: receipt } : null
}

function blanksOf({ drawn, spoilt, givenBack }: MoneyOfAct): Pick<ModelEvent, 'blank' | 'spoilt' | 'givenBack'> {
  return {
    ...(drawn === 'none' ? {} : { blank: drawn }), ...(spoilt === undefined ? {} : { spoilt }), ...(givenBack === undefined ? {} : { givenBack }),
  }
}

/** The dossier as this counter's program and the model have it. */
export function compareDossier({ differ }: WalkedOffice, counter: Counter, subject: string): void {
  const ours = fold(counter.log.acts().filter(known => known.subject === subject))
  const model = lifeByRules(eventsOf(counter, subject))
  differ(`a dossier at ${counter.name}`, ours && {
    state: ours.state, due: ours.due?.dueAt == null ? null : Date.parse(ours.due.dueAt), holder: ours.holder?.userId ?? null,
    money: [balanceOf(ours).collected, balanceOf(ours).refunded, balanceOf(ours).owed],
    strays: strayMoney(ours).map(({ receipt, amount }) => [receipt.stock, receipt.number, amount].join(' ')).sort(),
    blanks: ours.money.flatMap(({ receipt }) => (receipt === undefined ? [] : `${receipt.stock} ${String(receipt.number)}`)).sort(),
    parts: (ours.parts ?? []).map(({ id, dueOn, resolved }) => [id, dueOn, resolved !== undefined, hasNumbers(resolved?.results)]),
    isReady: ours.state === 'resolved' && hasNumbers(ours.results),
    delay: ours.delay?.reason ?? null,
    waits: ours.pauses.length, promises: ours.promises.length, ended: ours.ended === undefined ? null : Date.parse(ours.ended.at),
    hasDispute: ours.disputes.some(({ kind }) => kind === 'not-admitted'),
  }, model && {
    state: model.state, due: model.due, holder: model.holder, money: [model.taken, model.refunded, owed(model)],
    strays: model.strays.map(({ stock, number, amount }) => [stock, number, amount].join(' ')).sort(),
    blanks: model.blanks.map(({ stock, number }) => `${stock} ${String(number)}`).sort(),
    parts: model.parts.map(({ id, dueOn, isThere, isNumbered }) => [id, dueOn, isThere, isNumbered]),
    isReady: model.state === 'resolved' && model.unnumbered.length === 0,
    delay: model.delay,
    waits: model.waits.length, promises: model.promises.length, ended: model.end?.at ?? null, hasDispute: model.refused > 0,
  })
}

/** How a linked dossier comes before a leader, who does it and to whom it goes: by chance alone it hardly ever does. */
const ONWARD: Readonly<Partial<Record<string, readonly [what: Happening, by: User, to: User]>>> = {
  received: ['forward', clerkAn, officerHoa],
  processing: ['submit-for-signature', officerHoa, leaderDung],
  awaitingSignature: ['sign', leaderDung, leaderDung],
}

/** Parts that are laid before a leader together. */
const DRAFTS: readonly (readonly string[])[] = [['birth'], ['birth'], ['residence'], ['insurance'], ['birth', 'insurance'], ['land'], []]

const hasNumbers = (results: readonly DossierResult[] | undefined): boolean => results?.every(({ number }) => number !== undefined) === true

type Asked = ReturnType<typeof something>['asked']

function something(random: Random, at: number, { blanks, strays, parts, state }: ModelDossier) {
  const onward = parts.length > 0 && random.next() < 0.2 ? ONWARD[state] : undefined
  const what = onward?.[0] ?? (strays.length > 0 && random.next() < 0.3 ? 'void-fee-receipt' : random.next() < 0.3 ? random.pick(OFTEN) : random.pick(HAPPENINGS))
  const asked = {
    at, amount: amountFor(what, random), to: onward?.[2] ?? random.pick(STAFF), newDue: dayOf(at + random.between(-3, 40) * DAY),
    reason: random.pick(['Thiếu người làm', 'Chờ ký hoặc đóng dấu']),
    method: random.pick(['cash', 'cash', 'transfer'] as const), part: random.pick([...LINKED.parts.map(({ id }) => id), 'land']),
    drafts: parts.length > 0 || random.next() < 0.1 ? random.pick(DRAFTS) : [],
    receipt: random.pick([...blanks, ...strays, ...strays, { stock: 'stock:pc-000000000001.1', number: random.between(1, 9) }]),
  }
  return { what, by: onward?.[1] ?? random.pick(STAFF), asked }
}

function amountFor(what: Happening, random: Random): number {
  return what === 'request-payment' || what === 'record-payment' ? random.pick([400_000, 500_000]) : random.pick([0, 1000, 3000, FEE, 9000])
}

/** The program's input for what the walk asks; the rest of it always fits. */
function inputFor(what: Happening, { amount, to, newDue, reason, method, part, drafts, receipt }: Asked, { parts }: ModelDossier): object {
  const fixed = INPUTS[`dossier/${what}`] ?? {}
  const issuedToday = { number: '15' }
  switch (what) {
    case 'forward': return { to: { userId: to.id } }
    case 'submit-for-signature': {
      const ofParts = drafts.map(id => ({ name: 'Giấy', part: id }))
      return { ...fixed, to: to.id, ...(drafts.length === 0 ? {} : { results: ofParts }) }
    }
    case 'request-payment': return { ...fixed, amount }
    case 'record-payment': return { amount, proof: 'GNT 12' }
    case 'number-results': return { numbers: (parts.length > 0 ? [`${part}-r1`] : ['r1', 'r2']).map(id => ({ id, ...issuedToday })) }
    case 'resolve': return { results: [{ name: 'Giấy khai sinh', ...issuedToday }, { name: 'Bản sao', ...issuedToday }] }
    case 'resolve-part': return { part, results: [{ name: 'Giấy khai sinh', ...issuedToday }] }
    case 'return-result': return { ...fixed, originals: [], ...(amount === 0 ? {} : { fee: { amount, method } }) }
    case 'collect-fee': return { amount, method }
    case 'void-fee-receipt': return { stock: receipt.stock, number: receipt.number, reason: 'Ghi sai tên' }
    case 'withdraw':
    case 'stop': return { ...fixed, originals: [], refund: { amount } }
    case 'apologise': return { ...fixed, newDueOn: newDue }
    case 'explain-delay': return { reason }
    default: return fixed
  }
}
