import { expect, test } from 'vitest'
import { readExit } from './exit.ts'

const exit = { code: 1, said: '', sheets: 0, isStopped: false }

test('running out of sheets is the end, unless there was none at all', () => {
  expect(readExit({ ...exit, code: 0, sheets: 3 })).toBe('done')
  expect(readExit({ ...exit, code: 7, sheets: 3 })).toBe('done')
  expect(readExit({ ...exit, code: 0 })).toBe('scan/no-paper')
})

test('each status of SANE has its trouble', () => {
  const codes = [2, 3, 4, 6, 7, 8, 9, 10, 11, null, 77]
  expect(codes.map(code => readExit({ ...exit, code }))).toEqual([
    'cancelled', 'scan/busy', 'scan/settings-refused', 'scan/jam', 'scan/no-paper', 'scan/cover-open', 'scan/offline', 'scan/failed',
    'scan/denied', 'scan/stalled', 'scan/failed',
  ])
})

test('a plain 1 is told apart by its words', () => {
  const said = [
    'scanimage: open of device test:9 failed: Invalid argument', 'scanimage: open of device x failed: Device busy',
    'scanimage: open of device x failed: Access to resource has been denied', 'scanimage: open of device x failed: Error during device I/O',
    'scanimage: setting of option --source failed (Invalid argument)', 'scanimage: no SANE devices found',
    'scanimage: sane_start: Operation not supported', 'something never seen',
  ]
  expect(said.map(words => readExit({ ...exit, said: words }))).toEqual([
    'scan/no-scanner', 'scan/busy', 'scan/denied', 'scan/offline', 'scan/settings-refused', 'scan/no-scanner', 'scan/settings-refused', 'scan/failed',
  ])
})

test('a backend that hangs after it told its trouble is judged by what it told', () => {
  const told = [
    'Operation not supported', 'Device busy', 'Invalid argument', 'Document feeder jammed', 'Document feeder out of documents',
    'Scanner cover is open', 'Error during device I/O', 'Out of memory', 'Access to resource has been denied',
  ]
  expect(told.map(words => readExit({ ...exit, code: null, said: `scanimage: sane_read: ${words}` }))).toEqual([
    'scan/settings-refused', 'scan/busy', 'scan/settings-refused', 'scan/jam', 'scan/no-paper', 'scan/cover-open', 'scan/offline', 'scan/failed',
    'scan/denied',
  ])
  expect(readExit({ ...exit, code: null, said: 'scanimage: sane_start: Document feeder out of documents', sheets: 2 })).toBe('done')
})

test('a broken pipe inside a backend is not a person who cancels', () => {
  expect(readExit({ ...exit, code: 9, said: 'scanimage: received signal 13' })).toBe('scan/offline')
})

test('a run that was asked to stop was cancelled, whatever the backend says', () => {
  expect(readExit({ ...exit, code: 9, isStopped: true })).toBe('cancelled')
  expect(readExit({ ...exit, code: 9, said: 'scanimage: received signal 2' })).toBe('cancelled')
})
