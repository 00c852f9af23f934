import fc from 'fast-check'
import { expect, test } from 'vitest'
import { certifyingDesk, COPIES, SIGNATURE, toCertify, type CertifyingDesk } from '../../tests/builders/certifying-desk.ts'
import type { Act } from '../acts/act.ts'
import { failure } from '../base/result.ts'
import { applyToDrawers, EMPTY_DRAWER, type Drawers } from '../cash/drawer.ts'
import { getRegister } from '../registers/registers.ts'
import { bookSubject } from './book.ts'
import { applyToBooks, numbersInHand, type BooksWritten } from './books.ts'
import { certify, type CertifyInput } from './certify.ts'
import { closeBook } from './close-book.ts'
import { foldBook } from './fold-book.ts'
import { foldCertification } from './fold.ts'
import { lendNumbers, type NumbersWanted } from './lend-numbers.ts'
import { voidCertification } from './void-certification.ts'

const [KEEPER, ONE, TWO] = ['pc-keeper', 'pc-one', 'pc-two'] as const
const UNIT = { desks: { [KEEPER]: 'Quầy 1', [ONE]: 'Quầy 2', [TWO]: 'Quầy 3' }, keeper: KEEPER }
const BOOK = bookSubject({ device: KEEPER, kind: 'copies', year: 2026 })
const OF_KEEPER = { kind: 'copies', year: 2026, keeper: KEEPER } as const
const YEAR_END = '2026-12-31T02:00:00.000Z'
const ONE_COPY: NumbersWanted = [{ kind: 'copies', count: 1 }]
let requests = 0

const keeperDesk = (): CertifyingDesk => certifyingDesk({ device: KEEPER, desk: 'Quầy 1' }, UNIT)
const otherDesk = (device: string = ONE, from = 501): CertifyingDesk =>
  certifyingDesk({ device, desk: UNIT.desks[device as typeof ONE], numberRange: { from, to: from + 499 } }, UNIT)
const freshRequest = (): string => (requests += 1).toString(16).padStart(32, '0')
const enter = (desk: CertifyingDesk, changes: Partial<CertifyInput> = {}, at?: string) =>
  desk.ask(moment => certify(toCertify(changes), moment), at)

function lend(keeper: CertifyingDesk, to: string, wanted = ONE_COPY, request = freshRequest(), at?: string) {
  return keeper.ask(moment => lendNumbers({ to, request, wanted }, moment), at)
}

/** As over the LAN: what the keeper wrote arrives. */
function lendTo(keeper: CertifyingDesk, desk: CertifyingDesk, wanted = ONE_COPY): void {
  const lent = lend(keeper, desk.device, wanted)
  if (!lent.ok) throw new Error(lent.problem.code)
  desk.learn(lent.value)
}

function visitsIn(acts: readonly Act[]) {
  return [...Map.groupBy(acts, ({ subject }) => subject).values()].flatMap(ofSubject => foldCertification(ofSubject) ?? [])
}

test('N6 numbers lent to a desk stand in its visits as the keeper’s, and the keeper goes on behind them', () => {
  const [keeper, desk] = [keeperDesk(), otherDesk()]
  enter(keeper)
  lendTo(keeper, desk, [{ kind: 'copies', count: 2 }, { kind: 'signatures', count: 1 }])
  enter(keeper)
  const papers = [COPIES, COPIES, SIGNATURE].map(procedure => ({ procedure, name: 'Bằng', pageCount: 2, copyCount: 1 }))
  const done = enter(desk, { papers })
  expect(done.ok && done.value.map(({ kind }) => kind)).toEqual(['certification/certified'])
  expect(desk.visits()[0]?.papers.map(({ book, number }) => [book.keeper, book.label, number])).toEqual([
    [KEEPER, '01/2026-SCT/BS', 2], [KEEPER, '01/2026-SCT/BS', 3], [KEEPER, '01/2026-SCT/CK,ĐC', 1],
  ])
  expect(keeper.visits().map(({ papers: [paper] }) => paper?.number)).toEqual([1, 4])
})

test('N6 without numbers of the keeper’s nothing is entered until the clerk chooses the desk’s own book; what is in hand goes first', () => {
  const [keeper, desk] = [keeperDesk(), otherDesk()]
  const papers = [1, 2].map(() => ({ procedure: COPIES, name: 'Bằng', pageCount: 2, copyCount: 1 }))
  expect(enter(desk, { papers })).toEqual(failure({ code: 'certification/keeper-away', desk: 'Quầy 1', lacking: [{ kind: 'copies', count: 2 }] }))
  lendTo(keeper, desk)
  expect(enter(desk, { papers })).toEqual(failure({ code: 'certification/keeper-away', desk: 'Quầy 1', lacking: [{ kind: 'copies', count: 1 }] }))
  expect(desk.visits()).toEqual([])
  expect(enter(desk, { papers, ownBook: true }).ok).toBe(true)
  expect(enter(desk, { ownBook: true }).ok).toBe(true)
  expect(desk.visits().map(visit => visit.papers.map(({ book, number }) => [book.label, number])))
    .toEqual([[['01/2026-SCT/BS', 1], ['02/2026-SCT/BS', 1]], [['02/2026-SCT/BS', 2]]])
})

test('N6 whatever else is wrong with a visit is said before the keeper is asked', () => {
  const nameless = enter(otherDesk(), { papers: [{ procedure: COPIES, name: ' ', pageCount: 2, copyCount: 1 }] })
  expect(nameless).toEqual(failure({ code: 'certification/paper-nameless', place: 1 }))
})

test('N6 an asking that is repeated with its request gives nothing twice; another request gives the next', () => {
  const keeper = keeperDesk()
  const request = freshRequest()
  expect(lend(keeper, ONE, ONE_COPY, request)).toMatchObject({ ok: true, value: [{ kind: 'book/opened' }, { kind: 'book/numbers-lent' }] })
  expect(lend(keeper, ONE, ONE_COPY, request)).toEqual({ ok: true, value: [] })
  const more = lend(keeper, ONE, [...ONE_COPY, { kind: 'signatures', count: 1 }], request)
  expect(more).toMatchObject({ ok: true, value: [{ kind: 'book/opened' }, { kind: 'book/numbers-lent' }] })
  expect(keeper.books()[BOOK]?.last).toBe(1)
  lend(keeper, TWO, ONE_COPY, request)
  lend(keeper, ONE)
  expect(foldBook(BOOK, keeper.acts(), [])?.lentOut.map(({ number, to, toDesk }) => [number, to, toDesk])).toEqual([[1, ONE, 'Quầy 2'], [2, TWO, 'Quầy 3'], [3, ONE, 'Quầy 2']])
})

test('N6 only the keeper lends, to another desk of its unit that still writes, and from a book that is open', () => {
  const ask = (desk: CertifyingDesk, to: string, at?: string) => lend(desk, to, ONE_COPY, freshRequest(), at)
  expect(ask(otherDesk(), TWO)).toEqual(failure({ code: 'book/not-keeper' }))
  expect(ask(certifyingDesk({ device: KEEPER }, { ...UNIT, keeper: null }), ONE)).toEqual(failure({ code: 'book/not-keeper' }))
  expect([ask(keeperDesk(), 'pc-stranger'), ask(keeperDesk(), KEEPER), ask(certifyingDesk({ device: KEEPER }, { ...UNIT, goneDevices: [ONE] }), ONE)])
    .toEqual([1, 2, 3].map(() => failure({ code: 'book/unknown-desk' })))
  expect(ask(certifyingDesk({ device: KEEPER, numberRange: null }, UNIT), ONE)).toEqual(failure({ code: 'number/no-range' }))
  const keeper = keeperDesk()
  enter(keeper)
  keeper.ask(moment => closeBook({ subject: BOOK }, moment), YEAR_END, BOOK)
  expect(ask(keeper, ONE, YEAR_END)).toEqual(failure({ code: 'book/closed', label: '01/2026-SCT/BS', closedAt: YEAR_END }))
})

test('N6 a number of the keeper’s is voided at the desk that entered it, and counted in the keeper’s book', () => {
  const [keeper, desk] = [keeperDesk(), otherDesk()]
  lendTo(keeper, desk)
  enter(desk)
  const [visit] = desk.visits()
  const subject = visit?.subject ?? ''
  const input = { subject, book: OF_KEEPER, number: 1, reason: 'Nhầm' }
  keeper.learn(desk.acts().filter(act => act.device === ONE))
  expect(keeper.ask(moment => voidCertification(input, moment), undefined, subject)).toEqual(failure({ code: 'certification/other-desk', desk: 'Quầy 2' }))
  const { keeper: _, ...ofOwn } = OF_KEEPER
  expect(desk.ask(moment => voidCertification({ ...input, book: ofOwn }, moment), undefined, subject)).toEqual(failure({ code: 'certification/number-unknown', number: 1 }))
  const voided = desk.ask(moment => voidCertification(input, moment), undefined, subject)
  if (!voided.ok) throw new Error(voided.problem.code)
  keeper.learn(voided.value)
  expect(keeper.books()[BOOK]).toMatchObject({ last: 1, voidedCount: 1, lent: {} })
  expect(desk.visits()[0]?.fee).toBe(0)
})

test('N6 a book the keeper has closed takes no number that was lent before, nor a void', () => {
  const [keeper, desk] = [keeperDesk(), otherDesk()]
  lendTo(keeper, desk, [{ kind: 'copies', count: 2 }])
  enter(desk)
  const closed = keeper.ask(moment => closeBook({ subject: BOOK }, moment), YEAR_END, BOOK)
  if (!closed.ok) throw new Error(closed.problem.code)
  expect(closed.value[0]?.body).toMatchObject({ last: 2, lentCount: 2 })
  desk.learn(closed.value)
  expect(enter(desk, {}, YEAR_END)).toMatchObject(failure({ code: 'certification/keeper-away' }))
  const subject = desk.visits()[0]?.subject ?? ''
  expect(desk.ask(moment => voidCertification({ subject, book: OF_KEEPER, number: 1, reason: 'Nhầm' }, moment), YEAR_END, subject))
    .toEqual(failure({ code: 'book/closed', label: '01/2026-SCT/BS', closedAt: YEAR_END }))
})

test('N6 a number that nobody lent, or that stands twice, is doubted and dropped nowhere; what is lent and not entered has a row', () => {
  const [keeper, desk, third] = [keeperDesk(), otherDesk(), otherDesk(TWO, 1001)]
  const lent = lend(keeper, ONE, [{ kind: 'copies', count: 3 }])
  if (!lent.ok) throw new Error(lent.problem.code)
  desk.learn(lent.value)
  // A desk that takes a number of another one, as no program of ours does.
  third.learn(lent.value.map(act => ({ ...act, body: { ...act.body, to: TWO } })))
  enter(desk)
  enter(third)
  const acts = [...desk.acts(), ...third.acts().filter(({ device }) => device === TWO)]
  const book = foldBook(BOOK, acts, visitsIn(acts))
  expect([book?.entries.map(({ number }) => number), book?.doubted, book?.missing, book?.lentOut.map(({ number }) => number)])
    .toEqual([[1, 1], [1], [], [2, 3]])
  const rows = getRegister('certification-copies')?.rows({ dossiers: [], books: book === undefined ? [] : [book], stocks: [], nameOf: id => id })
  expect(rows?.map(({ cells }) => [cells[1], cells.at(-1)])).toEqual([
    [1, 'Xem lại: số vào hai lần, hoặc chưa thấy máy giữ sổ cấp'], [1, 'Xem lại: số vào hai lần, hoặc chưa thấy máy giữ sổ cấp'],
    [2, 'Đã cấp cho Quầy 2, chưa vào sổ'], [3, 'Đã cấp cho Quầy 2, chưa vào sổ'],
  ])
})

const step = fc.record({
  what: fc.constantFrom('enter', 'enter', 'enter', 'own', 'void', 'lose', 'hear'), desk: fc.nat(2), papers: fc.integer({ min: 1, max: 4 }),
  nth: fc.nat(20),
})

test('N6, N5 and D1 three desks in any order, with answers lost: the one book has no gap and no number twice, and each drawer its own money', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 40 }), fc.infiniteStream(fc.nat()), (steps, chance) => {
    const keeper = keeperDesk()
    const desks = [keeper, otherDesk(), otherDesk(TWO, 1001)] as const
    const ownOf = (desk: CertifyingDesk): readonly Act[] => desk.acts().filter(({ device }) => device === desk.device)
    const catchUp = (desk: CertifyingDesk): void => {
      const known = new Set(desk.acts().map(({ name }) => name))
      if (desk !== keeper) desk.learn(ownOf(keeper).filter(({ name }) => !known.has(name)))
    }
    for (const { what, desk: place, papers: count, nth } of steps) {
      const desk = desks[place] ?? keeper
      const papers = Array.from({ length: count }, () => ({ procedure: COPIES, name: 'Bằng', pageCount: 2, copyCount: 1 }))
      if (what === 'hear') catchUp(desk)
      if (what === 'own') enter(desk, { papers, ownBook: true })
      // The keeper wrote, and the answer never came.
      if (what === 'lose' && desk !== keeper) lend(keeper, desk.device)
      if (what === 'enter') {
        let done = enter(desk, { papers })
        if (!done.ok) catchUp(desk)
        if (!done.ok) done = enter(desk, { papers })
        if (!done.ok && done.problem.code === 'certification/keeper-away') {
          lend(keeper, desk.device, [...done.problem.lacking])
          catchUp(desk)
          done = enter(desk, { papers })
        }
        expect(done.ok).toBe(true)
      }
      if (what === 'void') {
        const visit = desk.visits().filter(({ device }) => device === desk.device).at(nth % 5 - 5)
        const paper = visit?.papers[0]
        if (visit === undefined || paper === undefined) continue
        const { kind, year, keeper: of } = paper.book
        const input = { subject: visit.subject, book: { kind, year, ...(of === undefined ? {} : { keeper: of }) }, number: paper.number, reason: 'Nhầm' }
        expect(desk.ask(moment => voidCertification(input, moment), undefined, visit.subject).ok).toBe(paper.voided === undefined)
      }
    }

    const all = desks.flatMap(ownOf)
    const visits = visitsIn(all)
    const book = foldBook(BOOK, all, visits)
    const there = [...book?.entries ?? [], ...book?.lentOut ?? []].map(({ number }) => number).sort((one, other) => one - other)
    expect([there, book?.missing ?? [], book?.doubted ?? []]).toEqual([there.map((_, i) => i + 1), [], []])

    const money = (device: string): number => visits.filter(visit => visit.device === device).reduce((sum, { fee }) => sum + fee, 0)
    for (const desk of desks) {
      const { collected, refunded } = ownOf(desk).reduce<Drawers>(applyToDrawers, {})['an'] ?? EMPTY_DRAWER
      expect(collected - refunded).toBe(money(desk.device))
    }

    // Each log in its order, the logs in any.
    const waiting = desks.map(desk => [...ownOf(desk)])
    const arrived: Act[] = []
    while (waiting.some(log => log.length > 0)) {
      const left = waiting.filter(log => log.length > 0)
      const next = left.at(Number(chance.next().value) % left.length)?.shift()
      if (next !== undefined) arrived.push(next)
    }
    const folded = (acts: readonly Act[]): BooksWritten => acts.reduce<BooksWritten>(applyToBooks, {})
    expect(folded(arrived)).toEqual(folded(all))
    expect(foldBook(BOOK, arrived.toReversed(), visitsIn(arrived))).toEqual(book)
    const state = folded(arrived)[BOOK]
    const inHand = [ONE, TWO].flatMap(device => state === undefined ? [] : numbersInHand(state, device)).sort((one, other) => one - other)
    expect([inHand, state?.last ?? 0]).toEqual([book?.lentOut.map(({ number }) => number) ?? [], there.length])
  }), { numRuns: 150 })
})
