import type { CoverSheet } from '../../shared/papers/cover-sheet.ts'
import type { KnownDossier, PrintedCover } from '../../shared/papers/stack.ts'
import { makeBare, makeCover, makePage, type MadeKind, type MadePage } from './made-pages.ts'
import { seededRandom, type Random } from './random.ts'

/** A sheet of a made stack and where it belongs for certain; null for a cover sheet and for pages behind one that is not ours. */
export interface StackSheet {
  readonly page: MadePage
  readonly belongs: { readonly subject: string, readonly paper: string | null } | null
  readonly isCover: boolean
}

export interface MadeStack {
  readonly unit: string
  readonly dossiers: readonly KnownDossier[]
  readonly sheets: readonly StackSheet[]
  /** Every cover sheet of this office that was printed, also those that went through under another sheet. */
  readonly printed: readonly PrintedCover[]
  readonly coversHidden: number
}

/** How a cover sheet went through: bare is its back, hidden is under another sheet. */
type Fate = 'seen' | 'bare' | 'hidden'

const UNIT = '31186'
const NEIGHBOUR = '31150'
const KINDS: readonly MadeKind[] = ['form', 'form', 'letter', 'table', 'faint', 'photo', 'id-card']

/**
 * Dossiers one after the other, some behind one cover sheet, some behind one for each paper in any order, on A4 and A5.
 *
 * With `withMishaps` a cover sheet of another office or of a dossier unknown here comes in between now and then, some cover sheets
 * lie face down, and some go through unseen under another sheet. On half of them a person counted the sheets.
 */
export function makeStack(seed: number, count: number, withMishaps: boolean): MadeStack {
  const chance = seededRandom(seed)
  const dossiers = Array.from({ length: count }, (_, i) => makeDossier(chance, seed * 1000 + i + 1))
  const sheets = dossiers.flatMap(dossier => {
    const stranger = withMishaps && chance.next() < 0.1 ? strangerSheets(chance, dossier) : []
    return [...stranger, ...dossierSheets(chance, dossier, () => withMishaps ? fateBy(chance.next()) : 'seen')]
  })
  const seen = sheets.filter(({ fate }) => fate !== 'hidden')
  const printed = sheets.flatMap(({ printed: cover }) => cover ?? [])
  return { unit: UNIT, dossiers, sheets: seen, printed, coversHidden: sheets.length - seen.length }
}

function fateBy(chance: number): Fate {
  return chance < 0.07 ? 'hidden' : chance < 0.12 ? 'bare' : 'seen'
}

interface LaidSheet extends StackSheet {
  readonly fate: Fate
  readonly printed?: PrintedCover
}

function makeDossier(chance: Random, number: number): KnownDossier {
  const papers = Array.from({ length: chance.between(1, 4) }, (_, i) => ({ id: `p${chance.between(1, 99)}${i}`, name: `Giấy ${i + 1}` }))
  return { subject: `dossier:${number.toString(16).padStart(16, '0')}`, code: `H13.064-261120-${String(number % 10_000).padStart(4, '0')}`, papers }
}

function dossierSheets(chance: Random, { subject, code, papers }: KnownDossier, fate: () => Fate): readonly LaidSheet[] {
  const byPaper = chance.next() < 0.5
  const only = papers.length === 1 ? papers[0]?.id ?? null : null
  const covers = byPaper ? shuffled(chance, papers.map(({ id }) => id)) : [null]
  return covers.flatMap(paper => {
    const sheets = chance.between(1, 3)
    const count = chance.next() < 0.5 ? { sheets, isCounted: true } as const : { sheets: 1 }
    const cover = { ...coverOf(chance, { unit: UNIT, code, subject, paper, ...count }, fate()), printed: { subject, code, paper } }
    return [cover, ...pages(chance, sheets, { subject, paper: paper ?? only })]
  })
}

/** Another office's, or of a dossier that is not known here: what comes behind it belongs to nobody here. */
function strangerSheets(chance: Random, { code, subject }: KnownDossier): readonly LaidSheet[] {
  const cover = chance.next() < 0.5 ? { unit: NEIGHBOUR, code, subject } : { unit: UNIT, code, subject: `${subject}ff` }
  return [coverOf(chance, { ...cover, paper: null, sheets: 1 }, 'seen'), ...pages(chance, 1, null)]
}

function coverOf(chance: Random, cover: CoverSheet, fate: Fate): LaidSheet {
  const front = makeCover(cover, chance.pick(['A4', 'A5']))
  return { page: fate === 'bare' ? makeBare() : front, belongs: null, isCover: true, fate }
}

function pages(chance: Random, count: number, belongs: StackSheet['belongs']): readonly LaidSheet[] {
  const page = (): MadePage => makePage(chance.pick(KINDS), chance.between(1, 1_000_000))
  return Array.from({ length: count }, () => ({ page: page(), belongs, isCover: false, fate: 'seen' }))
}

function shuffled<T>(chance: Random, list: readonly T[]): readonly T[] {
  return list.map(each => ({ each, at: chance.next() })).sort((one, other) => one.at - other.at).map(({ each }) => each)
}
