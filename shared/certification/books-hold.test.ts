import fc from 'fast-check'
import { expect, test } from 'vitest'
import { certifyingDesk, COPIES, SIGNATURE, toCertify, TRANSACTION } from '../../tests/builders/certifying-desk.ts'
import { bookSubject, parseBookSubject } from './book.ts'
import { certify } from './certify.ts'
import { closeBook } from './close-book.ts'
import { entriesOf, foldBook } from './fold-book.ts'
import { foldCertification } from './fold.ts'
import { voidCertification } from './void-certification.ts'

const KIND_OF = { [COPIES]: 'copies', [SIGNATURE]: 'signatures', [TRANSACTION]: 'transactions' } as const
type Procedure = keyof typeof KIND_OF

/** What a book is, said again in a few lines that share nothing with the product. */
interface ModelBook { lines: { fee: number; voided: boolean }[]; closed: boolean }

/** TT 226/2016/TT-BTC, counted page by page. */
function feeByHand(procedure: Procedure, pages: number, copies: number): number {
  if (procedure !== COPIES) return procedure === SIGNATURE ? 10_000 : 50_000
  let perCopy = 0
  for (let page = 1; page <= pages; page += 1) perCopy += page < 3 ? 2_000 : 1_000
  return (perCopy > 200_000 ? 200_000 : perCopy) * copies
}

const paper = fc.record({
  procedure: fc.constantFrom<Procedure>(COPIES, SIGNATURE, TRANSACTION), name: fc.constantFrom('Bằng', 'Học bạ', 'Hợp đồng'),
  pageCount: fc.integer({ min: 1, max: 300 }), copyCount: fc.integer({ min: 1, max: 20 }),
})
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ what: fc.constant('certify' as const), papers: fc.array(paper, { minLength: 1, maxLength: 5 }), isFree: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('void' as const), visit: fc.nat(30), paper: fc.nat(4) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('close' as const), kind: fc.constantFrom('copies', 'signatures', 'transactions') }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 200 }) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('year-end' as const) }) },
)

test('N5, M2 and D1 whatever is certified, voided and closed, books have no gap and fees are those of a model of its own', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 40 }), fc.infiniteStream(fc.nat()), (steps, chance) => {
    const desk = certifyingDesk()
    const model = new Map<string, ModelBook>()
    const placed: { readonly subject: string; readonly key: string; readonly number: number }[][] = []
    let at = Date.parse('2026-11-25T02:00:00.000Z')
    for (const one of steps) {
      const now = new Date(at += 60_000).toISOString()
      const year = Number(now.slice(0, 4))
      const keyOf = (procedure: Procedure): string => `${KIND_OF[procedure]}.${String(year)}`
      if (one.what === 'wait') at += one.days * 86_400_000
      if (one.what === 'year-end') at = Math.max(at, Date.parse(`${String(year)}-12-31T02:00:00.000Z`))
      if (one.what === 'certify') {
        const mayEnter = one.papers.every(({ procedure }) => model.get(keyOf(procedure))?.closed !== true)
        const done = desk.ask(moment => certify(toCertify({ papers: one.papers, ...(one.isFree ? { exemptionGround: 'Hộ nghèo' } : {}) }), moment), now)
        expect(done.ok).toBe(mayEnter)
        if (!done.ok) continue
        placed.push(one.papers.map(({ procedure, pageCount, copyCount }) => {
          const key = keyOf(procedure)
          const book = model.get(key) ?? { lines: [], closed: false }
          model.set(key, book)
          book.lines.push({ fee: one.isFree ? 0 : feeByHand(procedure, pageCount, copyCount), voided: false })
          return { subject: done.value.at(-1)?.subject ?? '', key, number: book.lines.length }
        }))
      }
      if (one.what === 'void') {
        const target = placed[one.visit % Math.max(placed.length, 1)]?.[one.paper]
        if (target === undefined) continue
        const [kind, ofYear] = target.key.split('.') as ['copies', string]
        const line = model.get(target.key)?.lines[target.number - 1]
        const input = { subject: target.subject, book: { kind, year: Number(ofYear) }, number: target.number, reason: 'Nhầm' }
        const done = desk.ask(moment => voidCertification(input, moment), now, target.subject)
        expect(done.ok).toBe(line?.voided === false && model.get(target.key)?.closed === false)
        if (done.ok && line !== undefined) line.voided = true
      }
      if (one.what === 'close') {
        const last = [...model.keys()].filter(key => key.startsWith(one.kind)).sort().at(-1)
        if (last === undefined) continue
        const subject = `book:${desk.device}.${last}`
        const isTime = now.slice(0, 10) >= `${last.split('.')[1] ?? ''}-12-31`
        const book = model.get(last)
        const done = desk.ask(moment => closeBook({ subject }, moment), now, subject)
        expect(done.ok).toBe(isTime && book?.closed === false)
        if (done.ok && book !== undefined) book.closed = true
      }
    }

    const visits = desk.visits()
    for (const [key, { lines, closed }] of model) {
      const subject = `book:${desk.device}.${key}`
      const book = foldBook(subject, desk.acts(), visits)
      expect(book?.entries.map(({ number, paper: { fee, voided } }) => [number, fee.amount, voided !== undefined]))
        .toEqual(lines.map((line, i) => [i + 1, line.fee, line.voided]))
      expect([book?.missing, book?.closed !== undefined]).toEqual([[], closed])
      expect(desk.books()[subject]).toMatchObject({ last: lines.length, voidedCount: lines.filter(({ voided }) => voided).length })
      if (closed) expect(book?.closed).toMatchObject({ last: lines.length })
    }
    expect(visits.reduce((sum, { fee }) => sum + fee, 0))
      .toBe([...model.values()].flatMap(({ lines }) => lines).reduce((sum, { fee, voided }) => sum + (voided ? 0 : fee), 0))

    const shuffled = desk.acts().map(act => [chance.next().value, act] as const).sort(([one], [other]) => one - other).map(([, act]) => act)
    const again = [...Map.groupBy(shuffled, ({ subject }) => subject).values()].flatMap(acts => foldCertification(acts) ?? [])
    for (const key of model.keys()) {
      const of = parseBookSubject(`book:${desk.device}.${key}`)
      if (of === undefined) throw new Error('No such book')
      expect(entriesOf(of, again)).toEqual(entriesOf(of, visits))
      expect(foldBook(bookSubject(of), shuffled, again)).toEqual(foldBook(bookSubject(of), desk.acts(), visits))
    }
  }), { numRuns: 200 })
})
