import type { CoverSheet } from './cover-sheet.ts'

/** One side of a sheet as it came through the scanner, in order. */
export interface StackSide {
  readonly id: string
  /** 1…; both sides of a sheet have its number. */
  readonly sheet: number
  /** Texts of the QR codes on it, and `COVER_MARKS` where the marks of a cover sheet were seen. */
  readonly codes: readonly string[]
  readonly isBlank: boolean
  /** A person took it out: it still says what stands behind it, and is no longer one of the sheets that came. */
  readonly isTakenOut?: true
  /** Millimetres. */
  readonly width: number
  readonly height: number
  /** What stands large at its top, where that has been read. */
  readonly heading?: string
}

/** What is known where the stack is filed. */
export interface KnownHere {
  readonly unit: string
  /** Dossiers that may get pages; any other is unknown. */
  readonly dossiers: readonly KnownDossier[]
  /** Cover sheets that were printed before this stack went through and have come nowhere: they may be hidden in it. */
  readonly printed: readonly PrintedCover[]
  /** Nothing comes any more, so that the last cover sheet's pages can be counted too. */
  readonly isOver: boolean
}

/** A cover sheet that lies somewhere in the office; `paper` is null where it is of the whole dossier. */
export interface PrintedCover {
  readonly subject: string
  readonly code: string
  readonly paper: string | null
}

export interface KnownDossier {
  readonly subject: string
  readonly code: string
  /** In the order of the receipt. */
  readonly papers: readonly { readonly id: string, readonly name: string }[]
}

/** Where a side belongs. */
export type FiledSide =
  /** A cover sheet, or the other side of one: no page of any paper. */
  | { readonly id: string, readonly as: 'cover', readonly cover: CoverSheet }
  /** Belongs to the dossier for certain; `paper` is null behind a cover sheet of the whole dossier that has several papers. */
  | { readonly id: string, readonly as: 'placed', readonly subject: string, readonly paper: string | null, readonly suggestion: Suggestion | null }
  | { readonly id: string, readonly as: 'unclear', readonly why: WhyUnclear, readonly suggestion: Suggestion | null }

export type WhyUnclear =
  | 'another-office' | 'cover-unread' | 'dossier-unknown' | 'no-cover' | 'other-dossier-named' | 'paper-unknown'
  /** Not as many sheets came as a person counted. */
  | 'count-differs'
  /** A printed cover sheet never came: it may lie hidden under the sheet before. */
  | 'cover-missing'
  /** A sheet showed its bare back: it may be the cover sheet. */
  | 'face-down'

/** Likely, never certain: nothing is filed by it until a person takes it. */
export interface Suggestion {
  readonly subject: string
  readonly paper: string
  readonly why: 'cover' | 'heading' | 'order' | 'size'
}

/** What the program noticed, to be said in words; `id` is of the side it was noticed at. */
export type StackNotice =
  | { readonly kind: 'another-office', readonly id: string, readonly sheet: number, readonly unit: string }
  | { readonly kind: 'count-differs', readonly id: string, readonly sheet: number, readonly code: string, readonly expected: number, readonly came: number }
  | { readonly kind: 'cover-missing', readonly id: string, readonly sheet: number, readonly code: string }
  | { readonly kind: 'cover-unread', readonly id: string, readonly sheet: number }
  | { readonly kind: 'dossier-unknown', readonly id: string, readonly sheet: number, readonly code: string }
  | { readonly kind: 'face-down', readonly id: string, readonly sheet: number }
  | { readonly kind: 'paper-unknown', readonly id: string, readonly sheet: number, readonly code: string }
  /** Fewer sheets came behind a cover sheet than it says: two may have gone through at once after `sheet`, the last that came. */
  | { readonly kind: 'too-few', readonly id: string, readonly sheet: number, readonly code: string, readonly expected: number, readonly came: number }
