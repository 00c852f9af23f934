import { join } from 'node:path'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { makeFolder, readIfThere, writeWhole } from '../journal/durable-file.ts'
import { parseJson } from '../../shared/base/json.ts'
import type { RoundResult } from './round-tools.ts'

/** What is remembered of the road between two runs of the program; lost, it is known again after the next exchange. */
export const Road = Type.Object({
  /** UTC ms. */
  lastExchangeAt: Type.Union([Type.String({ maxLength: 30 }), Type.Null()]),
  /** The city's time minus this PC's, ms (rule T16). */
  clockDrift: Type.Union([Type.Number(), Type.Null()]),
  /** Logs of which the city has less than it once confirmed: it is believed no further than this. */
  ceilings: Type.Record(Type.String(), Type.Integer({ minimum: 0 })),
})
export type Road = Static<typeof Road>

export async function readRoad(root: string): Promise<Road> {
  const kept = parseJson(await readIfThere(join(root, 'sync', 'road.json')) ?? '')
  return Value.Check(Road, kept) ? kept : NO_ROAD
}

export async function writeRoad(root: string, road: Road): Promise<void> {
  await makeFolder(join(root, 'sync'))
  await writeWhole(join(root, 'sync', 'road.json'), `${JSON.stringify(road)}\n`)
}

/** The road after what a round has heard so far. */
export function roadAfter(road: Road, { cityTime, cityHeads }: Pick<RoundResult, 'cityTime' | 'cityHeads'>, seqs: Readonly<Record<string, number>>): Road {
  if (cityTime === null) return road
  const ceilings = cityHeads === null ? road.ceilings : Object.fromEntries(Object.entries(seqs)
    .map(([device, seq]) => [device, Math.min(seq, cityHeads[device]?.seq ?? 0)] as const)
    .filter(([device, seq]) => seq < (seqs[device] ?? 0)))
  return { lastExchangeAt: new Date(cityTime.heardAt).toISOString(), clockDrift: Date.parse(cityTime.at) - cityTime.heardAt, ceilings }
}

const NO_ROAD: Road = { lastExchangeAt: null, clockDrift: null, ceilings: {} }
