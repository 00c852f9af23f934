import { Type, type Static } from 'typebox'
import { fold } from '../base/text.ts'
import unitList from './units.json' with { type: 'json' }

/**
 * One of the city's 103 communes and wards (xã, phường), as of QĐ 19/2025/QĐ-TTg.
 *
 * `unitPart` stands in dossier codes behind the city's prefix. The city's own suffixes are not
 * published, so it is the unit's serial in the list here and can be changed in the settings.
 */
export const Unit = Type.Object({
  code: Type.String({ pattern: '^\\d{5}$' }),
  name: Type.String({ minLength: 1, maxLength: 100 }),
  kind: Type.Union([Type.Literal('ward'), Type.Literal('commune')]),
  unitPart: Type.String({ pattern: '^\\d{3}$' }),
  oldProvince: Type.String(),
  /** The district whose code was kept first; old cards and papers still carry these names. */
  oldDistricts: Type.Array(Type.String(), { minItems: 1 }),
  mergedFrom: Type.Array(Type.String(), { minItems: 1 }),
}, { additionalProperties: false })
export type Unit = Static<typeof Unit>

/** All 103, by code. */
export const units = unitList as readonly Unit[]

export function findUnit(code: string): Unit | undefined {
  return unitsByCode.get(code)
}

const unitsByCode: ReadonlyMap<string, Unit> = new Map(units.map(unit => [unit.code, unit]))

/** What stands for this unit in its dossier codes until the city says otherwise (rule N1). */
export function unitPart(code: string): string | undefined {
  return findUnit(code)?.unitPart
}

/**
 * Units by words without marks, in any order: their own name first, then old names and districts.
 *
 * An empty query gives all.
 */
export function searchUnits(query: string): readonly Unit[] {
  const words = fold(query).split(' ').filter(word => word !== '')
  return unitTexts
    .map(({ unit, name, all }) => ({ unit, rank: rankOf(words, name, all) }))
    .filter(hit => hit.rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
    .map(hit => hit.unit)
}

const unitTexts = units.map(unit => ({
  unit, name: fold(unit.name), all: fold([unit.code, unit.name, unit.oldProvince, ...unit.oldDistricts, ...unit.mergedFrom].join(' ')),
}))

/** 0 is no hit. The name itself beats its beginning, which beats a part, which beats a former name. */
function rankOf(words: readonly string[], name: string, all: string): number {
  if (!words.every(word => all.includes(word))) return 0
  const query = words.join(' ')
  const bare = name.replace(/^(phuong|xa) /, '')
  if (query === bare || query === name) return 4
  if (bare.startsWith(query) || name.startsWith(query)) return 3
  return words.every(word => name.includes(word)) ? 2 : 1
}
