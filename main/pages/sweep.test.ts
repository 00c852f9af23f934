import { expect, test } from 'vitest'
import type { PageOf } from '../../shared/papers/paper.ts'
import { NO_SAFEKEEPING, shortName, type Safekeeping } from '../../shared/sync/safekeeping.ts'
import { sweep, type SweepTools, type SweptDossier } from './sweep.ts'

const page = (digit: string): PageOf => ({ sha256: digit.repeat(64), bytes: 10 })
const card = (digit: string): PageOf => ({ ...page(digit), sensitive: true })
const NOW = Date.parse('2027-12-01T02:00:00.000Z')
const LONG_AGO = Date.parse('2026-11-25T02:00:00.000Z')

/** Everything was kept a year ago, the disk is low, the city gives everything back; returns what is left. */
async function leftAfter(
  dossiers: readonly SweptDossier[], own: Partial<SweepTools> = {}, state: Partial<Safekeeping> = {},
): Promise<string> {
  const here = new Map('abcdef'.split('').map(digit => [digit.repeat(64), LONG_AGO]))
  await sweep({
    dossiers: async function* () { for (const one of dossiers) yield await Promise.resolve(one) },
    safekeeping: () => ({ ...NO_SAFEKEEPING, ...state }),
    store: {
      has: sha256 => here.has(sha256), keptAt: sha256 => here.get(sha256),
      drop: sha256 => {
        here.delete(sha256)
        return Promise.resolve()
      },
    },
    forgetPreview: () => Promise.resolve(), wouldGive: () => Promise.resolve(true), isDiskLow: () => true, now: () => NOW, ...own,
  })
  return [...here.keys()].map(name => name[0]).join('')
}

const safe = (...pages: readonly PageOf[]): SweptDossier => ({ pages, isSafe: true })

test('S8 only pages of dossiers that are safe at the city may go, and a page two dossiers name only when both are', async () => {
  expect(await leftAfter([safe(page('a'), page('b')), { pages: [page('b'), page('c')], isSafe: false }])).toBe('bcdef')
})

test('S8 a page that waits, one that no dossier names, and one the city does not give back stay', async () => {
  const all = [safe(page('a'), page('b'), page('c'))]
  expect(await leftAfter(all, {}, { owed: { aa: [shortName(page('a').sha256)] } })).toBe('adef')
  expect(await leftAfter(all, { wouldGive: sha256 => Promise.resolve(!sha256.startsWith('b')) })).toBe('bdef')
})

test('while there is room, and before the set days are over, everything stays', async () => {
  const all = [safe(page('a'), page('b'))]
  expect(await leftAfter(all, { isDiskLow: () => false })).toBe('abcdef')
  expect(await leftAfter(all, { rules: { days: 400, cardDays: 30 } })).toBe('abcdef')
  expect(await leftAfter(all, {}, { confirmedPages: { '2027-11-30': { [shortName(page('a').sha256)]: 1 } } })).toBe('acdef')
})

test('U5 images of ID cards go after their own set time, room or not', async () => {
  const all = [safe(card('a'), page('b'))]
  const forgotten: string[] = []
  const forgetPreview = (sha256: string): Promise<void> => {
    forgotten.push(sha256)
    return Promise.resolve()
  }
  expect([await leftAfter(all, { isDiskLow: () => false, forgetPreview }), forgotten]).toEqual(['bcdef', [card('a').sha256]])
  expect(await leftAfter(all, { isDiskLow: () => false }, { confirmedPages: { '2027-11-30': { [shortName(card('a').sha256)]: 1 } } })).toBe('abcdef')
})
