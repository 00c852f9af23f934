/** Places in a list, one bit each. */
export type PlaceSet = Uint32Array

/** None of so many places. */
export function placeSet(length: number): PlaceSet {
  return new Uint32Array(Math.ceil(length / 32))
}

export function hasPlace(places: PlaceSet, place: number): boolean {
  return ((places[place >>> 5] ?? 0) >>> (place & 31) & 1) === 1
}

/** Each of the places, the last one first. */
export function eachFromLast(places: PlaceSet, visit: (place: number) => void): void {
  for (let at = places.length - 1; at >= 0; at -= 1) {
    for (let bits = places[at] ?? 0; bits !== 0;) {
      const bit = 31 - Math.clz32(bits)
      visit(at * 32 + bit)
      bits = (bits & ~(1 << bit)) >>> 0
    }
  }
}

/** The places that are in all of the sets; all of so many places where there is no set. */
export function inAll(sets: readonly PlaceSet[], length: number): PlaceSet {
  const places = placeSet(length).fill(0xFFFFFFFF)
  if (length % 32 > 0) places[places.length - 1] = 2 ** (length % 32) - 1
  for (const set of sets) for (let at = 0; at < places.length; at += 1) places[at] = (places[at] ?? 0) & (set[at] ?? 0)
  return places
}
