import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Act } from '../acts/act.ts'
import { applySafekeeping, begunSince, keptOf, NO_SAFEKEEPING, owedPages, shortName, waitingOf, type Safekeeping } from './safekeeping.ts'

const AT = '2026-11-25T02:00:00.000Z'
const [PAGE, OTHER_PAGE] = ['a'.repeat(64), 'b'.repeat(64)]
const SUBJECT = 'dossier:0000000000000001'
const rules = {
  isGenuine: (act: Act) => act.body['signature'] === GENUINE,
  pagesIn: (act: Act) => Array.isArray(act.body['pages']) && act.kind !== 'confirmation/given' ? act.body['pages'] as string[] : [],
}
const [GENUINE, FORGED] = ['g'.repeat(88), 'f'.repeat(88)]

function act(device: string, seq: number, kind: string, body: Act['body'], subject = SUBJECT): Act {
  return { name: `${device}${String(seq)}`, device, seq, at: AT, clock: '1764036000000.0000', subject, kind, author: 'an', seen: {}, body }
}

function confirmation(seq: number, heads: Readonly<Record<string, number>>, pages: readonly string[], signature = GENUINE): Act {
  const named = Object.fromEntries(Object.entries(heads).map(([device, head]) => [device, { seq: head, name: 'c'.repeat(64) }]))
  return act('city-31120', seq, 'confirmation/given', { unit: '31120', heads: named, pages, signature }, 'unit:31120')
}

const received = act('pc-one', 1, 'dossier/received', { code: 'H1', applicant: { name: 'Trần Thị Ẩm' }, deskName: 'Quầy 1', pages: [PAGE] })
const corrected = act('pc-two', 4, 'dossier/corrected', { pages: [OTHER_PAGE] })
const fold = (acts: readonly Act[]): Safekeeping => acts.reduce((state, one) => applySafekeeping(state, one, rules), NO_SAFEKEEPING)
const isSafe = (state: Safekeeping): boolean => waitingOf(state, keptOf(state, SUBJECT) ?? { heads: {}, pages: [] }).isSafe

test('whatever arrives first, a dossier is safe once all of it is confirmed', () => {
  const all = [received, corrected, confirmation(1, { 'pc-one': 1 }, [PAGE]), confirmation(2, { 'pc-two': 4 }, [OTHER_PAGE])]
  fc.assert(fc.property(fc.shuffledSubarray(all, { minLength: all.length }), order => {
    const state = fold(order)
    expect([isSafe(state), keptOf(state, SUBJECT)?.begun?.code]).toEqual([true, 'H1'])
  }))
})

test('one act or one page less, and it is not', () => {
  const acts = [received, corrected]
  for (const confirmed of [confirmation(1, { 'pc-one': 1, 'pc-two': 3 }, [PAGE, OTHER_PAGE]), confirmation(1, { 'pc-one': 1, 'pc-two': 4 }, [PAGE])]) {
    expect(isSafe(fold([...acts, confirmed]))).toBe(false)
  }
})

test('a confirmation the city’s key did not sign is kept, and nothing of it believed', () => {
  expect(fold([received, confirmation(1, { 'pc-one': 1 }, [PAGE], FORGED)])).toEqual(fold([received]))
})

test('S13 what the city takes back is owed again at once, and safe again when it is confirmed anew', () => {
  const withdrawn = { ...confirmation(2, { 'pc-one': 0 }, [PAGE]), kind: 'confirmation/withdrawn' }
  const before = fold([received, confirmation(1, { 'pc-one': 1 }, [PAGE])])
  const after = [withdrawn].reduce((state, one) => applySafekeeping(state, one, rules), before)
  expect([isSafe(before), isSafe(after), owedPages(after)]).toEqual([true, false, [shortName(PAGE)]])
  expect(isSafe(applySafekeeping(after, confirmation(3, { 'pc-one': 1 }, [PAGE]), rules))).toBe(true)
  const forged = { ...withdrawn, body: { ...withdrawn.body, signature: FORGED } }
  expect(isSafe(applySafekeeping(before, forged, rules))).toBe(true)
})

test('S8 what was certified is safe once its lines are confirmed, void numbers too; it is named by its first number', () => {
  const subject = 'certification:1'
  const papers = [4, 5].map(number => ({ number, book: { kind: 'copies', year: 2026, label: '01/2026-SCT/BS' } }))
  const certified = act('pc-one', 1, 'certification/certified', { person: { name: 'Phạm Thị Mẫu' }, papers, deskName: 'Quầy 1' }, subject)
  const voided = act('pc-one', 2, 'certification/voided', { number: 5 }, subject)
  const refused = act('pc-one', 3, 'certification/refused', { person: { name: 'Lê Văn Vinh' }, deskName: 'Quầy 1' }, 'certification:2')
  const state = fold([certified, voided, refused, confirmation(1, { 'pc-one': 1 }, [])])
  const isConfirmed = (of: string, at: Safekeeping): boolean => waitingOf(at, keptOf(at, of) ?? { heads: { none: 1 }, pages: [] }).isSafe
  expect(keptOf(state, subject)?.begun).toEqual({ code: '01/2026-SCT/BS 04 +1', applicantName: 'Phạm Thị Mẫu', desk: 'Quầy 1' })
  expect(keptOf(state, 'certification:2')?.begun).toEqual({ code: '', applicantName: 'Lê Văn Vinh', desk: 'Quầy 1' })
  expect([isConfirmed(subject, state), isConfirmed(subject, applySafekeeping(state, confirmation(2, { 'pc-one': 2 }, []), rules))]).toEqual([false, true])
  expect([begunSince(state, '2026-11-01').length, state.openCount]).toEqual([2, 0])
})

test('dossiers begun since a day are those of the ledger’s later days', () => {
  const earlier = { ...received, subject: 'dossier:earlier', at: '2026-11-20T02:00:00.000Z' }
  const state = fold([received, earlier])
  const [day = ''] = Object.keys(state.days).filter(on => Object.keys(state.days[on] ?? {}).includes(SUBJECT))
  expect([begunSince(state, day), begunSince(state, '2026-11-20'), begunSince(state, '2099-01-01')]).toEqual([[SUBJECT], expect.arrayContaining([SUBJECT, earlier.subject]), []])
})
