import type { CoverSheet } from './cover-sheet.ts'
import type { PrintedCover, StackNotice, WhyUnclear } from './stack.ts'
import type { Section, StackSheet } from './stack-sections.ts'

/** What speaks against placing the sheets of a section, a reason or null for each, and what is to be said of it. */
export interface Doubts {
  readonly whys: readonly (WhyUnclear | null)[]
  readonly notices: readonly StackNotice[]
}

/** What is known beside the section itself. */
export interface Beside {
  /** More sheets may still come behind this cover sheet. */
  readonly isOpen: boolean
  /** Cover sheets that were printed and came nowhere. */
  readonly missing: readonly PrintedCover[]
}

/**
 * Finds signs that a cover sheet went through unseen, so that what stands behind it belongs to another dossier.
 *
 * Where a person counted the sheets, all of them wait unless exactly so many came. Where nobody did, those beyond the least wait
 * while a printed cover sheet is missing. A sheet of which only a bare back was seen may be a cover sheet lying face down.
 */
export function doubtsOf(section: Section, { isOpen, missing }: Beside): Doubts {
  const { cover, sheets } = section
  if (section.why !== null || cover === null) return { whys: sheets.map(() => section.why ?? 'no-cover'), notices: [] }
  const came = sheets.filter(hasCome).length
  const isFull = cover.sheets !== null && came >= cover.sheets
  if (cover.isCounted === true && cover.sheets !== null && (came > cover.sheets || !isOpen && !isFull)) {
    return { whys: sheets.map(() => 'count-differs'), notices: [{ ...countOf(section, cover.sheets, came), kind: 'count-differs' }] }
  }
  const faceDown = sheets.findIndex(isFaceDown)
  const doubtful = cover.isCounted === true || missing.length === 0 ? -1 : firstBeyond(sheets, cover.sheets ?? 0)
  const whys = sheets.map((_, i) => faceDown >= 0 && i >= faceDown ? 'face-down' : doubtful >= 0 && i >= doubtful ? 'cover-missing' : null)
  return {
    whys,
    notices: [
      ...(cover.sheets === null || isOpen || isFull ? [] : [{ ...countOf(section, cover.sheets, came), kind: 'too-few' } as const]),
      ...noticeAt(sheets[faceDown], { kind: 'face-down' }),
      ...(isOpen || missing[0] === undefined ? [] : noticeAt(sheets[doubtful], { kind: 'cover-missing', code: missing[0].code })),
    ],
  }
}

/** Whether this printed cover sheet has come, or another that says the same or more. */
export function hasBeenSeen({ subject, paper }: PrintedCover, seen: readonly CoverSheet[]): boolean {
  return seen.some(cover => cover.subject === subject && (paper === null || cover.paper === null || cover.paper === paper))
}

function countOf({ cover, at, sheets }: Section, expected: number, came: number) {
  return { id: at.id, sheet: sheets.findLast(hasCome)?.[0]?.sheet ?? at.sheet, code: cover?.code ?? '', expected, came }
}

/** A bare sheet is nobody's paper. */
function hasCome(sheet: StackSheet): boolean {
  return sheet.some(side => !side.isBlank && side.isTakenOut !== true)
}

/** Only one of its sides was looked at. */
function isFaceDown([side, other]: StackSheet): boolean {
  return side?.isBlank === true && side.isTakenOut !== true && other === undefined
}

/** The place of the first sheet after so many that came; -1 where there are no more. */
function firstBeyond(sheets: readonly StackSheet[], least: number): number {
  let came = 0
  return sheets.findIndex(sheet => {
    if (hasCome(sheet)) came += 1
    return came > least
  })
}

type OfSheet = { readonly kind: 'face-down' } | { readonly kind: 'cover-missing', readonly code: string }

function noticeAt(sheet: StackSheet | undefined, what: OfSheet): readonly StackNotice[] {
  const [side] = sheet ?? []
  return side === undefined ? [] : [{ id: side.id, sheet: side.sheet, ...what }]
}
