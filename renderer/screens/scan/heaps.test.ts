import { expect, test } from 'vitest'
import type { TrayPage } from '../../../shared/bridge/scanning-api.ts'
import { dossierFor, toHeaps } from './heaps.ts'

const A = 'dossier:aaaaaaaaaaaaaaaa'
const B = 'dossier:bbbbbbbbbbbbbbbb'
let count = 0
const page = (more: Partial<TrayPage>): TrayPage => ({
  id: `p${String(count += 1)}`, batch: 'b', sheet: count, side: 'front', state: 'ready', page: null, problem: null, cover: null, aside: null,
  isFaint: false, place: null, suggestion: null, turn: 0, at: '2026-11-25T02:00:00.000Z', scanner: 'x', ...more,
})
const cover = (subject: string, paper: string | null): TrayPage => page({ cover: { subject, code: 'c', paper } })
const at = (subject: string, paper: string): TrayPage => page({ place: { kind: 'paper', subject, paper } })

test('a cover sheet stands at the head of its pages, the unclear after all papers, what was set aside last', () => {
  const heaps = toHeaps([page({}), cover(A, 'p1'), at(A, 'p1'), page({ aside: 'blank' }), at(A, 'p1'), cover(B, null), at(B, 'p2')])
  expect(heaps.map(({ kind, paper, pages }) => [kind, paper, pages.length])).toEqual([
    ['paper', 'p1', 3], ['dossier', null, 1], ['paper', 'p2', 1], ['unclear', null, 1], ['aside', null, 1],
  ])
})

test('the papers at the left are those of the page in focus, or of the page before it', () => {
  const pages = [page({}), cover(A, 'p1'), page({}), cover(B, null), page({})]
  expect(pages.map(({ id }) => dossierFor(pages, id))).toEqual([A, A, A, B, B])
  expect(dossierFor([], null)).toBeNull()
})
