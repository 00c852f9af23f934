import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redact, redactedError } from './redact.ts'

test('names, numbers, addresses and quoted values never reach the log', () => {
  const said = [
    'Cannot fold person Nguyễn Thị Ẩm of dossier',
    'No such number 092185001234 or 0912 345 678',
    'Unexpected value: {"name":"Tran Van An","address":"12 Ly Thuong Kiet"}',
    "path '/home/tran van an/x' missing",
    'applicant NGUYEN VAN A not found',
    'write to an.tran@example.vn failed',
    'Dossier H13.064-261120-0432 is gone',
  ]
  const kept = said.map(redact).join('\n')
  for (const secret of ['Nguyễn', 'Thị', 'Ẩm', '092185001234', '345 678', 'Tran Van An', 'Ly Thuong', 'tran van', 'NGUYEN', 'an.tran', '0432']) {
    expect(kept).not.toContain(secret)
  }
  expect(kept).toContain('Cannot fold person')
})

test('a decomposed name is as silent as a composed one', () => {
  expect(redact('person Nguyễn Thị Ẩm'.normalize('NFD'))).toBe('person …')
})

test('whatever digits somebody types, no six of them in a row are kept', () => {
  fc.assert(fc.property(fc.string(), fc.integer({ min: 100_000, max: 999_999_999_999 }), (around, number) => {
    expect(redact(`${around} ${number} ${around}`)).not.toMatch(/\d{6}/)
  }))
})

test('a stack keeps our own places and not the person\'s home', () => {
  const error = new TypeError('No paper "giấy khai sinh"')
  error.stack = 'TypeError: No paper "giấy khai sinh"\n    at open (/home/an/program/main.js:1:2)\n    secret line'
  expect(redactedError(error, '/home/an')).toBe('TypeError: No paper "…"\n    at open (~/program/main.js:1:2)')
  expect(redactedError('Nguyễn Văn A', '/home/an')).toBe('not an Error: string')
})
