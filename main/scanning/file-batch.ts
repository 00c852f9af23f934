import type { Problem } from '../../shared/base/result.ts'
import type { CountDiffers, CoverMissing, ScannerTrouble, TrayNotice } from '../../shared/bridge/scan-problems.ts'
import type { PagePlace, TrayPage } from '../../shared/bridge/scanning-api.ts'
import { COVER_MARKS } from '../../shared/papers/cover-sheet.ts'
import { fileStack } from '../../shared/papers/file-stack.ts'
import type { FiledSide, KnownDossier, PrintedCover, StackNotice, StackSide } from '../../shared/papers/stack.ts'
import { asideOf, stateOf, type BatchState, type Side } from './tray-fold.ts'
import { batchOf } from './batches.ts'

export interface Surroundings {
  readonly unit: string
  readonly dossiers: readonly KnownDossier[]
  /** Cover sheets that had been printed by this instant and have come nowhere. */
  readonly printedBy: (instant: string) => readonly PrintedCover[]
  readonly isRunning: boolean
  /** What a page is headed by, where it was read already: for suggestions only. */
  readonly headingOf?: ((sha256: string) => string | undefined) | undefined
}

export interface FiledBatch {
  /** In order; what left the tray stands here too. */
  readonly pages: readonly FiledPage[]
  readonly notices: readonly Problem[]
}

export interface FiledPage extends TrayPage {
  readonly isFiled: boolean
}

/**
 * A batch as the tray shows it: filed by its cover sheets, and by what people said on top of that.
 *
 * A sheet still being cleaned may be a cover sheet, so nothing behind it is filed yet; one that is broken may have been
 * one too. What was taken out, or has left the tray, still says what stands behind it.
 */
export function fileBatch(batch: BatchState, { unit, dossiers, printedBy, isRunning, headingOf }: Surroundings): FiledBatch {
  const sides = [...batch.sides.values()].sort((one, other) => one.order - other.order)
  const firstUnknown = sides.findIndex(side => side.cleaned === null && side.broken === null)
  const known = firstUnknown < 0 ? sides : sides.slice(0, firstUnknown)
  const stack = fileStack(known.map(side => toStackSide(side, headingOf)), {
    unit, dossiers, printed: printedBy(newestOf(sides)), isOver: !isRunning && firstUnknown < 0,
  })
  const filedById = new Map(stack.sides.map(filed => [filed.id, filed]))
  const standing = new Set(sides.filter(side => !side.isFiled && !side.isTakenOut && side.broken === null).map(({ came }) => came.id))
  return {
    pages: sides.map(side => toPage(side, filedById.get(side.came.id))),
    notices: stack.notices.filter(({ id }) => standing.has(id)).map(notice => toNotice(notice, batch.scanner)),
  }
}

/** When the last side came: what was printed later cannot lie among them. */
function newestOf(sides: readonly Side[]): string {
  return sides.reduce((newest, { came }) => came.at > newest ? came.at : newest, '')
}

function toStackSide({ came, cleaned, broken, isTakenOut }: Side, headingOf: Surroundings['headingOf']): StackSide {
  const { id, sheet } = came
  if (cleaned === null) return { id, sheet, codes: broken === null ? [] : [COVER_MARKS], isBlank: false, width: 0, height: 0 }
  const { codes, isBlank, width, height } = cleaned
  const heading = headingOf?.(cleaned.page.sha256)
  return { id, sheet, codes, isBlank, width, height, ...(isTakenOut ? { isTakenOut } : {}), ...(heading === undefined ? {} : { heading }) }
}

function toPage(side: Side, filed: FiledSide | undefined): FiledPage {
  const { came, cleaned, broken, turn, isFiled } = side
  const { id, sheet, at, scanner } = came
  const state = stateOf(side)
  return {
    id, batch: batchOf(id), sheet, side: came.side, at, scanner, state, turn, isFiled,
    page: cleaned?.page ?? null,
    problem: state === 'broken' ? (broken?.problem ?? null) : null,
    cover: filed?.as === 'cover' ? { subject: filed.cover.subject, code: filed.cover.code, paper: filed.cover.paper } : null,
    aside: asideOf(side),
    isFaint: cleaned?.isFaint ?? false,
    place: filed?.as === 'cover' ? null : placeOf(side, filed),
    suggestion: suggestionOf(filed),
  }
}

/** A person's word, then a cover sheet's, then that of the row for which it was scanned. */
function placeOf({ placed, place }: Side, filed: FiledSide | undefined): PagePlace | null {
  if (placed !== undefined) return placed
  if (filed?.as === 'placed') return filed.paper === null ? null : { kind: 'paper', subject: filed.subject, paper: filed.paper }
  return filed?.as === 'unclear' && filed.why === 'no-cover' ? place : null
}

function suggestionOf(filed: FiledSide | undefined): PagePlace | null {
  if (filed === undefined || filed.as === 'cover' || filed.suggestion === null) return null
  const { subject, paper } = filed.suggestion
  return { kind: 'paper', subject, paper }
}

function toNotice(notice: StackNotice, scanner: string): CountDiffers | CoverMissing | TrayNotice | ScannerTrouble {
  const { sheet } = notice
  switch (notice.kind) {
    case 'another-office':
      return { code: 'tray/cover-of-another-office', sheet }
    case 'count-differs':
      return { code: 'tray/count-differs', sheet, expected: notice.expected, came: notice.came }
    case 'cover-missing':
      return { code: 'tray/cover-missing', sheet, dossierCode: notice.code }
    case 'cover-unread':
      return { code: 'tray/cover-unread', sheet }
    case 'dossier-unknown':
      return { code: 'tray/dossier-unknown', sheet }
    case 'face-down':
      return { code: 'tray/face-down', sheet }
    case 'paper-unknown':
      return { code: 'tray/paper-unknown', sheet }
    case 'too-few':
      return { code: 'scan/double-feed', scanner, sheets: sheet }
  }
}
