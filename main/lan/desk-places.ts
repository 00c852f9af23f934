import { dirname } from 'node:path'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { parseJson } from '../../shared/base/json.ts'
import { failure, type Result } from '../../shared/base/result.ts'
import { makeFolder, readIfThere, writeDurably } from '../journal/durable-file.ts'
import { callDesk, type Line, type LineParts, type LineProblem } from './line.ts'

/** The desks that offer a service, and where they were met last: whoever needs one goes there straight, and never looks around first. */
export interface DeskPlaces {
  readonly devices: () => readonly string[]
  /** Met there, by looking around or by hand; the newest place is tried first. */
  readonly note: (device: string, place: Place) => Promise<void>
  /** Calls it wherever it was met. Problems: `lend/unreachable`, `lend/unknown-desk`. */
  readonly call: (device: string, signal: AbortSignal) => Promise<Result<Line, LineProblem>>
  /** Calls whoever of the unit answers there, and remembers the place. */
  readonly callAt: (place: Place, signal: AbortSignal) => Promise<Result<Line, LineProblem>>
}

export interface Place {
  readonly host: string
  readonly port: number
}

/** `path` is the file in which the places are remembered. */
export async function openDeskPlaces(path: string, parts: LineParts): Promise<DeskPlaces> {
  const read = parseJson(await readIfThere(path) ?? '{}')
  const places = new Map<string, readonly Place[]>(Value.Check(Places, read) ? Object.entries(read) : [])

  async function note(device: string, place: Place): Promise<void> {
    const before = places.get(device) ?? []
    if (before[0]?.host === place.host && before[0].port === place.port) return
    places.set(device, [place, ...before.filter(({ host }) => host !== place.host)].slice(0, MOST_PLACES))
    await makeFolder(dirname(path))
    await writeDurably(path, `${JSON.stringify(Object.fromEntries(places))}\n`)
  }

  /** All places at once: the first that is proved counts, the others are hung up. */
  async function call(device: string, signal: AbortSignal): Promise<Result<Line, LineProblem>> {
    const settled = new AbortController()
    const calls = (places.get(device) ?? []).map(async place => {
      const answer = await callDesk({ ...parts, ...place, device, signal: AbortSignal.any([signal, settled.signal]) })
      if (!answer.ok) throw new Error(answer.problem.code)
      return { place, answer }
    })
    const found = await Promise.any(calls).catch(() => undefined)
    settled.abort()
    if (found === undefined) return failure({ code: 'lend/unreachable' })
    for (const late of calls) void late.then(({ answer }) => { if (answer !== found.answer) answer.value.channel.close() }, () => undefined)
    await note(device, found.place)
    return found.answer
  }

  return {
    devices: () => [...places.keys()],
    note,
    call,
    callAt: async (place, signal) => {
      const answer = await callDesk({ ...parts, ...place, signal })
      if (answer.ok) await note(answer.value.peer.device, place)
      return answer
    },
  }
}

const MOST_PLACES = 4
const Places = Type.Record(Type.String(), Type.Array(Type.Object({
  host: Type.String({ maxLength: 255 }), port: Type.Integer({ minimum: 1, maximum: 65_535 }),
}), { maxItems: MOST_PLACES }))

/** `pc-tiep-nhan:47113` or `192.168.1.20`, as a person types it, at the usual port where none is named; undefined for what is neither. */
export function readPlace(address: string, usualPort: number): Place | undefined {
  const match = /^\s*(?:\[([0-9a-fA-F:.]{2,45})\]|([A-Za-z0-9.-]{1,253}))(?::(\d{1,5}))?\s*$/.exec(address)
  const host = match?.[1] ?? match?.[2]
  const port = Number(match?.[3] ?? usualPort)
  return host === undefined || port < 1 || port > 65_535 ? undefined : { host, port }
}
