import { isOfCoverSheet, readCoverSheet, type CoverSheet } from './cover-sheet.ts'
import type { KnownDossier, KnownHere, StackNotice, StackSide, WhyUnclear } from './stack.ts'

/** The sides of one sheet, as they came. */
export type StackSheet = readonly StackSide[]

/** A cover sheet and what came behind it, until the next one. */
export interface Section {
  /** Why nothing behind it can be placed; null when the cover sheet was read whole and is known here. */
  readonly why: WhyUnclear | null
  /** Null before the first, and where it could not be read. */
  readonly cover: CoverSheet | null
  readonly dossier: KnownDossier | null
  /** Of the side that shows the code. */
  readonly at: { readonly id: string, readonly sheet: number }
  /** None before the first cover sheet. */
  readonly coverSides: StackSheet
  readonly sheets: readonly StackSheet[]
  readonly notices: readonly StackNotice[]
}

/** Cuts a stack at everything that is a cover sheet or only may be one; what came before the first is a section of its own. */
export function cutIntoSections(sides: readonly StackSide[], known: KnownHere): readonly Section[] {
  const sections: (Section & { readonly sheets: StackSheet[] })[] = [{ ...NO_COVER, sheets: [] }]
  for (const sheet of sheetsOf(sides)) {
    const found = coverOf(sheet)
    if (found === undefined) sections.at(-1)?.sheets.push(sheet)
    else sections.push({ ...openSection(sheet, found, known), sheets: [] })
  }
  return sections
}

const NO_COVER = { why: 'no-cover', cover: null, dossier: null, at: { id: '', sheet: 0 }, coverSides: [], notices: [] } as const

/** Sides that follow one another with the same number are one sheet. */
function sheetsOf(sides: readonly StackSide[]): readonly StackSheet[] {
  const sheets: StackSide[][] = []
  for (const side of sides) {
    const last = sheets.at(-1)
    if (last?.[0]?.sheet === side.sheet) last.push(side)
    else sheets.push([side])
  }
  return sheets
}

/** The cover a sheet is; `unread` when it shows that it is one and not which, or shows two. */
function coverOf(sheet: StackSheet): CoverSheet | 'unread' | undefined {
  const codes = sheet.flatMap(side => side.codes).filter(isOfCoverSheet)
  if (codes.length === 0) return undefined
  const read = codes.flatMap(code => readCoverSheet(code) === undefined ? [] : [code])
  const [text, other] = new Set(read)
  return text === undefined || other !== undefined ? 'unread' : readCoverSheet(text)
}

function openSection(sheet: StackSheet, found: CoverSheet | 'unread', known: KnownHere): Omit<Section, 'sheets'> {
  const side = sheet.find(each => each.codes.some(isOfCoverSheet))
  const at = { id: side?.id ?? '', sheet: side?.sheet ?? 0 }
  const begun = { at, coverSides: sheet, dossier: null }
  if (found === 'unread') return { ...begun, why: 'cover-unread', cover: null, notices: [{ ...at, kind: 'cover-unread' }] }
  const read = { ...begun, cover: found }
  if (found.unit !== known.unit) return { ...read, why: 'another-office', notices: [{ ...at, kind: 'another-office', unit: found.unit }] }
  const { code, paper } = found
  const dossier = known.dossiers.find(each => each.subject === found.subject && each.code === code)
  if (dossier === undefined) return { ...read, why: 'dossier-unknown', notices: [{ ...at, kind: 'dossier-unknown', code }] }
  if (paper !== null && !dossier.papers.some(({ id }) => id === paper)) {
    return { ...read, dossier, why: 'paper-unknown', notices: [{ ...at, kind: 'paper-unknown', code }] }
  }
  return { ...read, dossier, why: null, notices: [] }
}
