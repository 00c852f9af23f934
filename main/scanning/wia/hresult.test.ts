import { expect, test } from 'vitest'
import { readHresult } from './hresult.ts'
import { readWiaLine } from './wia-line.ts'

test('an empty feeder is told as the end, whichever way Windows says it', () => {
  expect(['0x80210003', '0x00210001', String(0x80210003 | 0)].map(readHresult)).toEqual(['feeder-empty', 'feeder-empty', 'feeder-empty'])
})

test('the numbers of the documentation and those of the headers mean the same', () => {
  const pairs = [['0010', '0016', 'scan/cover-open'], ['0011', '0017', 'scan/lamp'], ['0014', '0020', 'scan/double-feed'], ['0015', '0021', 'scan/no-scanner']]
  for (const [one = '', other = '', code] of pairs) expect([readHresult(`0x8021${one}`), readHresult(`0x8021${other}`)]).toEqual([code, code])
})

test('every other failure has its trouble, and an unknown one is still told', () => {
  const numbers = ['1', '2', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', '12', '13', 'FF'].map(end => `0x8021${end.padStart(4, '0')}`)
  expect(numbers.map(readHresult).map(code => code.replace('scan/', ''))).toEqual([
    'failed', 'jam', 'needs-hand', 'offline', 'busy', 'warming-up', 'needs-hand', 'no-scanner', 'offline', 'failed', 'settings-refused',
    'locked', 'failed', 'failed', 'busy', 'busy', 'failed',
  ])
  expect(['0x80070005', '0x80040154', '0x12345678', 'nonsense'].map(readHresult)).toEqual(['scan/denied', 'scan/no-driver', 'scan/failed', 'scan/failed'])
})

test('of a PowerShell\'s words only the agreed lines count', () => {
  expect(readWiaLine('\uFEFF{"is":"page","file":"C:\\\\quet\\\\p0001.bmp"}\r')).toEqual({ is: 'page', file: 'C:\\quet\\p0001.bmp' })
  expect(['WARNING: …', '{"is":"page"}', '{"is":"page","file":""}', '', '[1]'].map(readWiaLine)).toEqual([null, null, null, null, null])
})
