import { join } from 'node:path'
import type { Act, Position } from '../../shared/acts/act.ts'
import { LOG_START, walkLog, type LogPlace, type WalkedLine } from '../journal/walk-log.ts'

/** Some acts of one log in their order, each with the place behind its line. */
export interface WalkedActs {
  readonly device: string
  readonly acts: readonly { readonly act: Act, readonly place: LogPlace }[]
  /** Whether a line among them, or up to the head, does not read or does not follow. */
  readonly isHurt: boolean
}

/**
 * The acts behind these places, up to these heads and no further, from all logs.
 *
 * Day after day, whichever device wrote: what happened to one dossier at two desks comes near one another.
 */
export async function* walkLogs(folder: string, places: ReadonlyMap<string, LogPlace>, heads: Position): AsyncGenerator<WalkedActs> {
  const walks: LogWalk[] = []
  for (const [device, { seq }] of Object.entries(heads)) {
    const place = places.get(device) ?? LOG_START
    if (place.seq < seq) walks.push({ device, head: seq, reached: place.seq, next: [], lines: walkLog(join(folder, device), place) })
  }
  await Promise.all(walks.map(readOn))
  for (;;) {
    const walk = earliest(walks)
    if (walk === undefined) break
    yield take(walk)
    await readOn(walk)
  }
  for (const { device, head, reached } of walks) if (reached < head) yield { device, acts: [], isHurt: true }
}

interface LogWalk {
  readonly device: string
  readonly head: number
  readonly lines: AsyncGenerator<readonly WalkedLine[]>
  /** The last seq that was given out. */
  reached: number
  /** Undefined once there is nothing more to read. */
  next: readonly WalkedLine[] | undefined
}

async function readOn(walk: LogWalk): Promise<void> {
  if (walk.reached < walk.head) {
    const read = await walk.lines.next()
    walk.next = read.done === true ? undefined : read.value
  } else {
    walk.next = undefined
    await walk.lines.return(undefined)
  }
}

function earliest(walks: readonly LogWalk[]): LogWalk | undefined {
  const fileOf = ({ next }: LogWalk): string => next?.[0]?.file ?? ''
  return walks.filter(({ next }) => next !== undefined)
    .reduce<LogWalk | undefined>((first, walk) => first === undefined || fileOf(walk) < fileOf(first) ? walk : first, undefined)
}

function take(walk: LogWalk): WalkedActs {
  const acts: { act: Act, place: LogPlace }[] = []
  let isHurt = false
  for (const { file, offset, length, chained, fault } of walk.next ?? []) {
    if (walk.reached >= walk.head) break
    isHurt ||= fault !== undefined
    const act = fault === 'line/not-ended' ? undefined : chained?.act
    if (act === undefined || act.seq <= walk.reached || act.seq > walk.head) continue
    walk.reached = act.seq
    acts.push({ act, place: { file, offset: offset + length, length, seq: act.seq, name: act.name } })
  }
  return { device: walk.device, acts, isHurt }
}
