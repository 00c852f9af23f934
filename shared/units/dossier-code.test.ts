import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../base/day.ts'
import { codeSearchForms, defaultCodePattern, dossierCode, parseDossierCode } from './dossier-code.ts'

test('N1 a code is prefix, unit, day and number', () => {
  expect(dossierCode({ prefix: 'H13', unitPart: '064', width: 4 }, '2026-11-20', 432)).toBe('H13.064-261120-0432')
  expect(dossierCode({ prefix: 'H13', unitPart: '31', width: 4 }, '2026-11-25', 507)).toBe('H13.31-261125-0507')
  expect(defaultCodePattern('31120')).toEqual({ prefix: 'H13', unitPart: '001', width: 4 })
  expect(defaultCodePattern('99999')).toBeUndefined()
})

test('N1 a code is searchable whole, without dashes and dots, by day and number, and by its last four digits', () => {
  expect(codeSearchForms('H13.064-261120-0432')).toEqual(['h13.064-261120-0432', 'h13.0642611200432', '2611200432', 'h130642611200432', '261120-0432', '0432'])
})

test('N1 what is no code is not read as one', () => {
  for (const text of ['', 'H13.064-261320-0432', 'H13.064-261120-0000', 'H13-261120-0432', '261120-0432', 'H13.064-261120-04', 'x'.repeat(10_000)]) {
    expect(parseDossierCode(text)).toBeUndefined()
  }
})

test('N1 any code is read back, with and without dashes', () => {
  const code = fc.record({ prefix: fc.constantFrom('H13', 'H30', 'G09'), unitPart: fc.constantFrom('064', '31', '12.04'), day: fc.integer({ min: 0, max: 20_000 }).map(count => addDays('2026-01-01', count)), number: fc.integer({ min: 1, max: 9999 }) })
  fc.assert(fc.property(code, parts => {
    const written = dossierCode({ ...parts, width: 4 }, parts.day, parts.number)
    expect([parseDossierCode(written), parseDossierCode(written.replaceAll('-', '').toLowerCase())]).toEqual([parts, parts])
  }))
})
