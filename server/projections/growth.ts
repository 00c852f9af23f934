import type { City } from '../city.ts'
import type { LineRecord } from '../record/record.ts'

/** Who wants to hear that a log grew, and can say when it has followed. */
export interface Follower {
  readonly grew: (log: string) => void
  /** Resolves when everything heard of so far is followed. */
  readonly settled: () => Promise<void>
}

const followers = new WeakMap<LineRecord, Set<Follower>>()

/** From now on the follower hears what grows; returns how to stop. */
export function follow(city: Pick<City, 'record'>, follower: Follower): () => void {
  const ofRecord = followers.get(city.record) ?? new Set<Follower>()
  followers.set(city.record, ofRecord.add(follower))
  return () => { ofRecord.delete(follower) }
}

/** Tells that lines were appended to a log by this process. */
export function logGrew(city: Pick<City, 'record'>, log: string): void {
  for (const follower of followers.get(city.record) ?? []) follower.grew(log)
}

/** Resolves when the tables of this process have followed everything appended by it so far: what a page shows after a change. */
export async function settled(city: Pick<City, 'record'>): Promise<void> {
  await Promise.all([...followers.get(city.record) ?? []].map(follower => follower.settled()))
}
