import type { PictureTrouble } from '../../shared/bridge/scan-problems.ts'
import type { PagePlace } from '../../shared/bridge/scanning-api.ts'
import type { PageOf } from '../../shared/papers/paper.ts'
import type { BatchLine, CameLine } from './batch-line.ts'

type Turn = 0 | 90 | 180 | 270

/** A side of a sheet with everything that became of it. */
export interface Side {
  readonly came: CameLine
  readonly order: number
  /** As the person turned it. */
  readonly turn: Turn
  /** The page made of it with that turn; null while it is still to be made, or cannot be. */
  readonly cleaned: Cleaned | null
  /** The page of an earlier turn, to look at meanwhile. */
  readonly shown: PageOf | null
  readonly problem: PictureTrouble | null
  /** Where a person put it; undefined while nobody said anything. */
  readonly placed: PagePlace | null | undefined
  readonly isTakenOut: boolean
  /** A person wants it although it looks blank. */
  readonly isWanted: boolean
  readonly isFiled: boolean
}

export type Cleaned = Extract<BatchLine, { what: 'cleaned' }>

export interface BatchState {
  readonly at: string
  readonly scanner: string
  readonly into: PagePlace | null
  readonly sides: ReadonlyMap<string, Side>
  /** When a person said that it is done; null when more came, or was decided, after that. */
  readonly doneAt: string | null
}

/** A batch from the lines of its manifest, in order; a line about a side that never came says nothing. */
export function foldBatch(lines: readonly BatchLine[]): BatchState {
  let batch: BatchState = { at: '', scanner: '', into: null, sides: new Map(), doneAt: null }
  for (const line of lines) batch = applyLine(batch, line)
  return batch
}

export function applyLine(batch: BatchState, line: BatchLine): BatchState {
  switch (line.what) {
    case 'begun':
      return { ...batch, at: line.at, scanner: line.scanner, into: line.into }
    case 'came':
      return { ...batch, sides: new Map(batch.sides).set(line.id, newSide(line)), doneAt: null }
    case 'cleaned':
      return change(batch, [line.id], side => line.turn === side.turn
        ? { ...side, cleaned: line, shown: line.page, problem: null }
        : { ...side, shown: line.page })
    case 'broken':
      return change(batch, [line.id], side => line.turn === side.turn ? { ...side, problem: line.problem as PictureTrouble } : side)
    case 'placed':
      return change(batch, line.ids, side => ({ ...side, placed: line.place }))
    case 'turned':
      return change(batch, [line.id], side => ({ ...side, turn: line.turn, cleaned: null, problem: null }))
    case 'moved':
      return change(batch, [line.id], side => ({ ...side, order: line.order }))
    case 'taken-out':
      return change(batch, line.ids, side => ({ ...side, isTakenOut: true }))
    case 'brought-back':
      return { ...change(batch, line.ids, side => ({ ...side, isTakenOut: false, isWanted: true })), doneAt: null }
    case 'filed':
      return change(batch, line.ids, side => ({ ...side, isFiled: true }))
    case 'done':
      return { ...batch, doneAt: line.at }
  }
}

function newSide(came: CameLine): Side {
  return {
    came, order: came.order, turn: 0, cleaned: null, shown: null, problem: null, placed: came.place ?? undefined,
    isTakenOut: false, isWanted: false, isFiled: false,
  }
}

function change(batch: BatchState, ids: readonly string[], to: (side: Side) => Side): BatchState {
  const sides = new Map(batch.sides)
  for (const id of ids) {
    const side = sides.get(id)
    if (side !== undefined) sides.set(id, to(side))
  }
  return { ...batch, sides }
}

/** What the program or a person has set aside; both can be brought back. */
export function asideOf({ isTakenOut, isWanted, cleaned }: Side): null | 'blank' | 'taken-out' {
  if (isTakenOut) return 'taken-out'
  return cleaned?.isBlank === true && !isWanted ? 'blank' : null
}
