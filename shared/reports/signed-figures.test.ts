import fc from 'fast-check'
import { expect, test } from 'vitest'
import { madeLives } from '../../tests/builders/made-lives.ts'
import { periodOf } from './period.ts'
import { differingCells, figuresToSign } from './signed-figures.ts'

test('S11 what a desk signs and what the city counts of the same dossiers agree in every cell, in whatever order they arrived, over 1,000 months', () => {
  const made = fc.tuple(madeLives({ from: '2026-09-01', days: 120, maxLength: 40 }), fc.nat(11), fc.nat())
  fc.assert(fc.property(made, ([lives, month, turn]) => {
    const period = { ...periodOf('month', `2026-${String(month + 1).padStart(2, '0')}-05`), on: '2027-01-04' }
    const cut = lives.length === 0 ? 0 : turn % lives.length
    const arrived = JSON.parse(JSON.stringify([...lives.slice(cut), ...lives.slice(0, cut)])) as typeof lives
    const [desk, city] = [figuresToSign(lives, period), figuresToSign(arrived, period)]
    const [received, ended, open] = ['received', 'ended', 'open'].map(column => desk.total[desk.columns.indexOf(column)])
    expect([differingCells(desk, city), received]).toEqual([[], (ended ?? 0) + (open ?? 0)])
  }), { numRuns: 1_000 })
})

test('a cell that is not the same is named, with both figures, in its row and in the sums', () => {
  const signed = { columns: ['received', 'open'], procedures: { '1.000001': [2, 1] }, total: [2, 1] }
  const counted = { columns: ['received', 'open'], procedures: { '1.000001': [2, 1], '1.000002': [1, 0] }, total: [3, 1] }
  expect(differingCells(signed, counted)).toEqual([
    { procedure: null, column: 'received', signed: 2, counted: 3 },
    { procedure: '1.000002', column: 'received', signed: 0, counted: 1 },
  ])
})
