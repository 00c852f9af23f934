import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lifeIn } from '../../tests/builders/dossier-life.ts'
import { clerkAn, office } from '../../tests/builders/moment.ts'
import type { Act } from '../acts/act.ts'
import { cashSubject } from './act-bodies.ts'
import { countCash } from './count-cash.ts'
import { applyToDrawers, EMPTY_DRAWER, expectedIn, type Drawer, type Drawers } from './drawer.ts'
import { lastCount } from './last-count.ts'

const moment = (drawer: Partial<Drawer> = {}) => ({
  author: clerkAn, office, drawerOf: () => ({ ...EMPTY_DRAWER, ...drawer }),
})

let seq = 0
function act(subject: string, kind: string, body: Record<string, unknown>, author = 'an'): Act {
  seq += 1
  const at = new Date(Date.parse('2026-11-25T01:00:00.000Z') + seq * 60_000).toISOString()
  return {
    name: seq.toString(16).padStart(64, '0'), device: 'pc-0123456789ab', seq, at, clock: `${String(Date.parse(at))}.0000`, subject, kind, author, seen: {}, body,
  }
}
const drawerAfter = (acts: readonly Act[], author = 'an'): Drawer => acts.reduce<Drawers>(applyToDrawers, {})[author] ?? EMPTY_DRAWER
const fee = (amount: number, method: 'cash' | 'transfer' = 'cash', subject = 'dossier:1', author = 'an') =>
  act(subject, 'dossier/fee-collected', { amount, method }, author)

test('a drawer holds the cash its person took at this PC, less what went back in notes', () => {
  const withdrawn = (subject: string) => act(subject, 'dossier/withdrawn', {
    requestedBy: 'Trần Thị Ẩm', request: 'Đơn xin rút', originals: [], refund: { amount: 5000 },
  })
  const acts = [fee(8000), fee(20_000, 'transfer', 'dossier:2'), fee(52_000), fee(1000, 'cash', 'dossier:3', 'binh'), withdrawn('dossier:1'), withdrawn('dossier:2')]
  expect(drawerAfter(acts)).toEqual({ since: null, collected: 60_000, refunded: 5000, byTransfer: { 'dossier:2': 15_000 } })
  expect([expectedIn(drawerAfter(acts)), expectedIn(drawerAfter(acts, 'binh')), expectedIn({ collected: 1, refunded: 2 })]).toEqual([55_000, 1000, 0])
})

test('M1 of a fee paid in notes and by transfer, what came by transfer goes back by transfer and the rest in notes', () => {
  const acts = [fee(3000, 'transfer'), fee(5000), act('dossier:1', 'dossier/withdrawn', {
    requestedBy: 'Trần Thị Ẩm', request: 'Đơn xin rút', originals: [], refund: { amount: 8000 },
  })]
  expect(drawerAfter(acts)).toEqual({ since: null, collected: 5000, refunded: 5000, byTransfer: { 'dossier:1': 0 } })
})

test('M3 money that came after the end of a dossier and goes back with its receipt leaves the drawer', () => {
  const voided = act('dossier:1', 'dossier/fee-receipt-voided', { voided: { stock: 'stock:pc-0123456789ab.1', number: 1201 }, reason: 'Trả lại', givenBack: 8000 })
  expect(drawerAfter([fee(8000), voided])).toEqual({ since: null, collected: 8000, refunded: 8000, byTransfer: {} })
})

test('after a count the drawer begins at nothing', () => {
  const counted = act(cashSubject('pc-0123456789ab', 'an'), 'cash/counted', {})
  expect(drawerAfter([fee(8000), counted, fee(2000)])).toEqual({ since: counted.at, collected: 2000, refunded: 0, byTransfer: {} })
})

test('M1 a count that fits needs no reason, one that differs does, and no amount is guessed', () => {
  const drawer = { since: '2026-11-24T09:00:00.000Z', collected: 60_000, refunded: 5000 }
  expect(countCash({ counted: 55_000 }, moment(drawer))).toEqual({ ok: true, value: [{
    subject: 'cash:pc-0123456789ab.an', kind: 'cash/counted', body: { ...drawer, counted: 55_000, countedByName: 'Nguyễn Thị Ẩm' },
  }] })
  expect(countCash({ counted: 54_000, reason: ' \u200b' }, moment(drawer)))
    .toEqual({ ok: false, problem: { code: 'cash/reason-missing', expected: 55_000, counted: 54_000 } })
  expect(countCash({ counted: 54_000, reason: 'Thối nhầm' }, moment(drawer))).toMatchObject({ value: [{ body: { counted: 54_000, reason: 'Thối nhầm' } }] })
  expect([-1, 0.5, Number.NaN, 10 ** 12].map(counted => countCash({ counted }, moment(drawer)))).toMatchObject(
    ['money/negative', 'money/fractional', 'money/not-a-number', 'money/too-large'].map(code => ({ problem: { code } })))
  expect(countCash({ counted: 0 }, moment())).toEqual({ ok: false, problem: { code: 'cash/nothing-to-count' } })
})

test('the newest count that can be read is the one that counts', () => {
  const body = { since: null, collected: 8000, refunded: 0, counted: 8000, countedByName: 'Nguyễn Thị Ẩm' }
  const [first, second] = [act('cash:x.an', 'cash/counted', body), act('cash:x.an', 'cash/counted', { ...body, counted: 9000, reason: 'Thừa' })]
  expect(lastCount([second, act('cash:x.an', 'cash/counted', { counted: -1 }), first])).toEqual({ ...body, counted: 9000, reason: 'Thừa', at: second.at })
  expect(lastCount([])).toBeUndefined()
})

test('whatever happened to a dossier, the drawers take it without throwing, and money never comes from nowhere', () => {
  const lived = lifeIn('returned').device.acts()
  fc.assert(fc.property(fc.shuffledSubarray([...lived]), acts => {
    const drawers = acts.reduce<Drawers>(applyToDrawers, {})
    for (const { collected, refunded } of Object.values(drawers)) expect(collected >= 0 && refunded >= 0).toBe(true)
  }))
})
