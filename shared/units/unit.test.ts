import { Check } from 'typebox/value'
import { expect, test } from 'vitest'
import { findUnit, searchUnits, Unit, unitPart, units } from './unit.ts'

test('there are 103 units, 31 wards and 72 communes, each with its own code, name and part', () => {
  expect(units.length).toBe(103)
  expect(units.filter(unit => unit.kind === 'ward').length).toBe(31)
  for (const of of ['code', 'name', 'unitPart'] as const) expect(new Set(units.map(unit => unit[of])).size).toBe(103)
  expect(units.filter(unit => !Check(Unit, unit))).toEqual([])
  expect(JSON.stringify(units)).toBe(JSON.stringify(units).normalize('NFC'))
  for (const unit of units) expect(unit.name.startsWith(unit.kind === 'ward' ? 'Phường ' : 'Xã ')).toBe(true)
})

test('a unit is found by its code', () => {
  expect(findUnit('31135')).toMatchObject({ name: 'Phường Ninh Kiều', oldDistricts: ['Quận Ninh Kiều'], mergedFrom: ['Phường Tân An', 'Phường Thới Bình', 'Phường Xuân Khánh'] })
  expect([findUnit('00000'), unitPart('31120'), unitPart('x')]).toEqual([undefined, '001', undefined])
})

test('a unit is found by words without marks, old spellings and former names', () => {
  const first = (query: string): string | undefined => searchUnits(query)[0]?.name
  expect(['ninh kieu', 'kieu ninh', 'Vị Thanh', 'vi thanh 1', 'binh thuỷ', 'phuong an binh', 'xuan khanh'].map(first))
    .toEqual(['Phường Ninh Kiều', 'Phường Ninh Kiều', 'Phường Vị Thanh', 'Xã Vị Thanh 1', 'Phường Bình Thủy', 'Phường An Bình', 'Phường Ninh Kiều'])
  expect([searchUnits('').length, searchUnits('không có đâu').length]).toEqual([103, 0])
})
