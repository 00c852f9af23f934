import type { PagePlace } from '../../shared/bridge/scanning-api.ts'
import { readCoverSheet, type CoverSheet } from '../../shared/papers/cover-sheet.ts'
import type { BatchLine, CameLine, LeftLine } from './batch-line.ts'

export type Turn = 0 | 90 | 180 | 270
export type Cleaned = Extract<BatchLine, { what: 'cleaned' }>
export type Broken = Extract<BatchLine, { what: 'broken' }>

/** A side of a sheet with everything that became of it. */
export interface Side {
  readonly came: CameLine
  readonly order: number
  /** Where it goes while no cover sheet and no person says otherwise. */
  readonly place: PagePlace | null
  /** Promised to a paper when its draft was saved: it goes there without being asked about again. */
  readonly isFollowing: boolean
  /** As the person turned it. */
  readonly turn: Turn
  /** The newest page made of it, perhaps before it was turned. */
  readonly cleaned: Cleaned | null
  readonly broken: Broken | null
  /** Where a person put it; undefined while nobody said anything. */
  readonly placed: PagePlace | null | undefined
  readonly isTakenOut: boolean
  /** A person wants it although it looks blank. */
  readonly isWanted: boolean
  readonly isFiled: boolean
}

export interface BatchState {
  readonly at: string
  readonly scanner: string
  readonly into: PagePlace | null
  readonly sides: ReadonlyMap<string, Side>
  /** Its last run ended; false while it runs, and after a kill. */
  readonly isEnded: boolean
  /** When a person said that it is done; null when more came after that. */
  readonly doneAt: string | null
  /** Drafts that were saved or thrown away; a side on its way then comes after this. */
  readonly left: readonly LeftLine[]
}

const NOTHING: BatchState = { at: '', scanner: '', into: null, sides: new Map(), isEnded: false, doneAt: null, left: [] }

/** A batch from the lines of its manifest, in order; a line about a side that never came says nothing. */
export function foldBatch(lines: readonly BatchLine[]): BatchState {
  return lines.reduce(applyLine, NOTHING)
}

export function applyLine(batch: BatchState, line: BatchLine): BatchState {
  switch (line.what) {
    case 'begun':
      return { ...batch, at: line.at, scanner: line.scanner, into: line.into }
    case 'came':
      return { ...batch, sides: new Map(batch.sides).set(line.id, newSide(line, batch)), isEnded: false, doneAt: null }
    case 'ended':
      return { ...batch, isEnded: true }
    case 'cleaned':
      return change(batch, [line.id], side => ({ ...side, cleaned: line, broken: null }))
    case 'broken':
      return change(batch, [line.id], side => ({ ...side, broken: line }))
    case 'again':
      return change(batch, line.ids, side => ({ ...side, broken: null }))
    case 'placed':
      return change(batch, line.ids, side => ({
        ...side, placed: follow(line.place, batch.left), isFollowing: isLeft(line.place, batch.left),
      }))
    case 'turned':
      return change(batch, [line.id], side => ({ ...side, turn: line.turn, broken: null }))
    case 'moved':
      return change(batch, [line.id], side => ({ ...side, order: line.order }))
    case 'taken-out':
      return change(batch, line.ids, side => ({ ...side, isTakenOut: true }))
    case 'brought-back':
      return { ...change(batch, line.ids, side => ({ ...side, isTakenOut: false, isWanted: true })), doneAt: null }
    case 'filed':
      return change(batch, line.ids, side => ({ ...side, isFiled: true }))
    case 'draft-left':
      return leaveDraft(batch, line)
    case 'done':
      return { ...batch, doneAt: line.at }
  }
}

function newSide(came: CameLine, { into, left }: BatchState): Side {
  const place = follow(came.place, left)
  // What the batch is scanned for may have been saved already.
  const isFollowing = isLeft(came.place, left) || left.some(({ subject }) => into?.kind === 'paper' && into.subject === subject)
  return {
    came, order: came.order, place, isFollowing, turn: 0, cleaned: null, broken: null, placed: undefined,
    isTakenOut: false, isWanted: false, isFiled: false,
  }
}

function leaveDraft(batch: BatchState, line: LeftLine): BatchState {
  const left = [...batch.left, line]
  const sides = [...batch.sides].map(([id, side]): [string, Side] => {
    const isFollowing = side.isFollowing || isLeft(placeIn(side), [line])
    const placed = side.placed === undefined ? undefined : follow(side.placed, [line])
    return [id, { ...side, place: follow(side.place, [line]), placed, isFollowing }]
  })
  return { ...batch, left, into: follow(batch.into, [line]), sides: new Map(sides) }
}

/** Where a place of a draft that is no more leads; any other stays. */
function follow(place: PagePlace | null, left: readonly LeftLine[]): PagePlace | null {
  const line = place?.kind === 'draft' ? left.find(({ draft }) => draft === place.draft) : undefined
  if (line === undefined) return place
  const paper = line.rows.find(({ row }) => row === place?.paper)?.paper
  return paper === undefined ? null : { kind: 'paper', subject: line.subject, paper }
}

function isLeft(place: PagePlace | null, left: readonly LeftLine[]): boolean {
  return place?.kind === 'draft' && left.some(({ draft }) => draft === place.draft)
}

/** Where it is to go by itself: by a person's word, else by what it was scanned for. */
export function placeIn({ placed, place }: Pick<Side, 'placed' | 'place'>): PagePlace | null {
  return placed === undefined ? place : placed
}

function change(batch: BatchState, ids: readonly string[], to: (side: Side) => Side): BatchState {
  const sides = new Map(batch.sides)
  for (const id of ids) {
    const side = sides.get(id)
    if (side !== undefined) sides.set(id, to(side))
  }
  return { ...batch, sides }
}

/** `coming` until there is a page with the turn the person asked for. */
export function stateOf({ cleaned, broken, turn }: Side): 'coming' | 'ready' | 'broken' {
  if (broken !== null && broken.turn === turn) return 'broken'
  return cleaned?.turn === turn ? 'ready' : 'coming'
}

/** What the program or a person has set aside; both can be brought back. */
export function asideOf({ isTakenOut, isWanted, cleaned }: Side): null | 'blank' | 'taken-out' {
  if (isTakenOut) return 'taken-out'
  return cleaned?.isBlank === true && !isWanted ? 'blank' : null
}

/** Whether nothing of the batch waits for a person any more. */
export function isSettled({ sides }: BatchState): boolean {
  return [...sides.values()].every(side => side.isFiled || asideOf(side) !== null)
}

/** The cover sheet a side is, if one can be read on it. */
export function coverOf({ cleaned }: Side): CoverSheet | undefined {
  return cleaned?.codes.map(readCoverSheet).find(cover => cover !== undefined)
}
