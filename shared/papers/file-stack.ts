import { isOfCoverSheet, readCoverSheet, type CoverSheet } from './cover-sheet.ts'
import type { FiledSide, KnownDossier, KnownHere, StackNotice, StackSide, WhyUnclear } from './stack.ts'
import { suggest } from './suggest.ts'

export interface FiledStack {
  /** As many as came, in their order. */
  readonly sides: readonly FiledSide[]
  readonly notices: readonly StackNotice[]
}

/**
 * Files a stack by its cover sheets: what comes behind one belongs to it, whichever way up, front or back.
 *
 * A side is placed only when the cover sheet before it was read whole, is this unit's, and names a dossier and a paper
 * known here. Whatever only may be a cover sheet ends the one before it: the pages behind it are unclear, because they
 * are the next dossier's or nobody's. Before the first cover sheet everything is unclear.
 */
export function fileStack(sides: readonly StackSide[], known: KnownHere): FiledStack {
  const filed: FiledSide[] = []
  const notices: StackNotice[] = []
  let section: Section = NO_COVER
  for (const sheet of sheetsOf(sides)) {
    const found = coverOf(sheet)
    if (found !== undefined) {
      if (section.cover !== null) notices.push(...tooFew(section))
      const opened = openSection(sheet, found, known)
      section = opened.section
      notices.push(...opened.notices)
      filed.push(...sheet.map(side => fileCover(side, section)))
      continue
    }
    if (sheet.some(side => !side.isBlank)) section = { ...section, came: section.came + 1, lastSheet: sheet[0]?.sheet ?? 0 }
    filed.push(...sheet.map(side => fileSide(side, section, known)))
  }
  if (known.isOver && section.cover !== null) notices.push(...tooFew(section))
  return { sides: suggest(sides, filed, known), notices }
}

/** What a cover sheet begins, until the next one. */
interface Section {
  readonly why: WhyUnclear | null
  /** Read whole; null before the first and behind one that could not be read. */
  readonly cover: CoverSheet | null
  readonly dossier: KnownDossier | null
  readonly coverId: string
  readonly came: number
  readonly lastSheet: number
}

const NO_COVER: Section = { why: 'no-cover', cover: null, dossier: null, coverId: '', came: 0, lastSheet: 0 }

/** Sides that follow one another with the same number are one sheet. */
function sheetsOf(sides: readonly StackSide[]): readonly (readonly StackSide[])[] {
  const sheets: StackSide[][] = []
  for (const side of sides) {
    const last = sheets.at(-1)
    if (last?.[0]?.sheet === side.sheet) last.push(side)
    else sheets.push([side])
  }
  return sheets
}

/** The cover a sheet is; `unread` when it shows that it is one and not which, or shows two. */
function coverOf(sheet: readonly StackSide[]): CoverSheet | 'unread' | undefined {
  const codes = sheet.flatMap(side => side.codes).filter(isOfCoverSheet)
  if (codes.length === 0) return undefined
  const read = codes.flatMap(code => readCoverSheet(code) === undefined ? [] : [code])
  const [text, other] = new Set(read)
  return text === undefined || other !== undefined ? 'unread' : readCoverSheet(text)
}

interface Opened {
  readonly section: Section
  readonly notices: readonly StackNotice[]
}

function openSection(sheet: readonly StackSide[], found: CoverSheet | 'unread', known: KnownHere): Opened {
  const side = sheet.find(each => each.codes.some(isOfCoverSheet))
  const at = { id: side?.id ?? '', sheet: side?.sheet ?? 0 }
  const begun = { coverId: at.id, came: 0, lastSheet: at.sheet }
  if (found === 'unread') {
    return { section: { ...begun, why: 'cover-unread', cover: null, dossier: null }, notices: [{ ...at, kind: 'cover-unread' }] }
  }
  const stranger = { ...begun, cover: found, dossier: null }
  if (found.unit !== known.unit) {
    return { section: { ...stranger, why: 'another-office' }, notices: [{ ...at, kind: 'another-office', unit: found.unit }] }
  }
  const { code, paper } = found
  const dossier = known.dossiers.find(each => each.subject === found.subject && each.code === code)
  if (dossier === undefined) return { section: { ...stranger, why: 'dossier-unknown' }, notices: [{ ...at, kind: 'dossier-unknown', code }] }
  if (paper !== null && !dossier.papers.some(({ id }) => id === paper)) {
    return { section: { ...stranger, why: 'paper-unknown', dossier }, notices: [{ ...at, kind: 'paper-unknown', code }] }
  }
  return { section: { ...begun, why: null, cover: found, dossier }, notices: [] }
}

/** A cover sheet that could not be read stays where a person sees it. */
function fileCover({ id }: StackSide, { cover, why }: Section): FiledSide {
  return cover === null ? { id, as: 'unclear', why: why ?? 'cover-unread', suggestion: null } : { id, as: 'cover', cover }
}

function fileSide({ id, codes }: StackSide, { why, cover, dossier }: Section, known: KnownHere): FiledSide {
  if (why !== null || cover === null || dossier === null) return { id, as: 'unclear', why: why ?? 'no-cover', suggestion: null }
  const paper = cover.paper ?? onlyPaper(dossier)
  if (namesAnother(codes, dossier, known)) {
    const suggestion = paper === null ? null : { subject: dossier.subject, paper, why: 'cover' } as const
    return { id, as: 'unclear', why: 'other-dossier-named', suggestion }
  }
  return { id, as: 'placed', subject: dossier.subject, paper, suggestion: null }
}

/** A receipt of another dossier (rule N7) behind this cover sheet hints at a cover sheet that never came. */
function namesAnother(codes: readonly string[], dossier: KnownDossier, known: KnownHere): boolean {
  const named = codes.map(text => text.split('|')[0])
  return known.dossiers.some(({ code }) => code !== dossier.code && named.includes(code))
}

function onlyPaper({ papers }: KnownDossier): string | null {
  return papers.length === 1 ? papers[0]?.id ?? null : null
}

function tooFew({ cover, coverId, came, lastSheet }: Section): readonly StackNotice[] {
  if (cover?.sheets == null || came >= cover.sheets) return []
  return [{ kind: 'too-few', id: coverId, sheet: lastSheet, code: cover.code, expected: cover.sheets, came }]
}
