import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eachFromLast, hasPlace, inAll, placeSet } from './place-set.ts'

function setOf(length: number, members: ReadonlySet<number>) {
  const places = placeSet(length)
  for (const place of members) places[place >>> 5] = (places[place >>> 5] ?? 0) | 1 << (place & 31)
  return places
}

test('what is in all sets is walked from the last place to the first, at any length', () => {
  const length = fc.constantFrom(0, 1, 31, 32, 33, 64, 100)
  const members = fc.array(fc.nat({ max: 99 })).map(list => new Set(list))
  fc.assert(fc.property(length, fc.array(members, { maxLength: 3 }), (of, lists) => {
    const within = lists.map(list => new Set([...list].filter(place => place < of)))
    const common = inAll(within.map(list => setOf(of, list)), of)
    const walked: number[] = []
    eachFromLast(common, place => walked.push(place))
    const all = Array.from({ length: of }, (_, place) => of - 1 - place)
    expect(walked).toEqual(all.filter(place => within.every(list => list.has(place))))
    expect(all.filter(place => hasPlace(common, place))).toEqual(walked)
  }))
})
