import { expect, test } from 'vitest'
import { standingOf, type PrinterStanding } from './printer.ts'

const standing = (options: Record<string, string>): PrinterStanding => standingOf({ name: 'q', displayName: 'Máy in quầy 1', options }, false)

test('an idle printer has no problem, a busy one is busy', () => {
  expect(standing({ 'printer-state': '3', 'printer-state-reasons': 'none' }))
    .toEqual({ name: 'q', label: 'Máy in quầy 1', isDefault: false, isBusy: false, problem: null, mayStillPrint: true })
  expect(standing({ 'printer-state': '4', 'printer-state-reasons': 'none' }).isBusy).toBe(true)
})

test('a stopped queue and one that takes no jobs are stopped', () => {
  const stopped = { code: 'printing/stopped', printer: 'q', reason: 'stopped', queued: false }
  expect(standing({ 'printer-state': '5', 'printer-state-reasons': 'paused' }).problem).toEqual(stopped)
  expect(standing({ 'printer-state': '3', 'printer-is-accepting-jobs': 'false' })).toMatchObject({ problem: stopped, mayStillPrint: false })
})

test('an empty tray is out of paper, and only an error keeps us from trying', () => {
  expect(standing({ 'printer-state': '3', 'printer-state-reasons': 'toner-low-warning,media-empty-error' }))
    .toMatchObject({ problem: { code: 'printing/out-of-paper', reason: 'media-empty-error' }, mayStillPrint: false })
  expect(standing({ 'printer-state': '3', 'printer-state-reasons': 'media-empty-warning' }))
    .toMatchObject({ problem: { code: 'printing/out-of-paper' }, mayStillPrint: true })
})

test('a jam is a failure, toner running low is nothing', () => {
  expect(standing({ 'printer-state': '3', 'printer-state-reasons': 'media-jam' }).problem).toMatchObject({ code: 'printing/failed', reason: 'media-jam' })
  expect(standing({ 'printer-state': '3', 'printer-state-reasons': 'toner-low-warning,media-low' }).problem).toBeNull()
})

test('a system that tells no state tells no problem', () => {
  expect(standing({})).toMatchObject({ problem: null, mayStillPrint: true, isBusy: false })
})
