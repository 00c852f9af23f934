import { fold, initials } from '../base/text.ts'
import type { Catalogue } from './catalogue.ts'
import type { Procedure } from './procedure.ts'

/** One procedure as the search sees it: everything folded once. */
interface Entry {
  readonly procedure: Procedure
  /** Its short names, the plainest first; the first is what most people say. */
  readonly names: readonly string[]
  readonly nameInitials: readonly string[]
  readonly fullName: string
  readonly all: string
}

/** How well an entry answers; higher is better, 0 is no answer. */
const SCORES = {
  code: 9, sameName: 8, initials: 7, nameBegins: 6, wordsInName: 5,
  initialsBegin: 4, wordsInFullName: 3, initialsWithin: 2, partsAnywhere: 1,
} as const

export interface SearchOptions {
  /** Codes this desk received lately, the latest first. */
  readonly recent?: readonly string[]
  /** 50 unless said otherwise. */
  readonly limit?: number
}

/**
 * Procedures for what a clerk types without marks: a code, first letters (`tthn`), or parts of words in any order.
 *
 * Among equals the ones this desk received lately come first, then the most received in general. An empty
 * query gives those two.
 */
export function searchProcedures(catalogue: Catalogue, query: string, options: SearchOptions = {}): readonly Procedure[] {
  const words = plain(query.slice(0, 200)).split(' ').filter(word => word !== '')
  const recent = new Map((options.recent ?? []).map((code, i) => [code, i]))
  return entriesOf(catalogue)
    .map(entry => ({
      procedure: entry.procedure,
      score: words.length === 0 ? familiarity(entry.procedure, recent) : scoreOf(entry, words),
      precedence: precedence(entry.procedure, recent),
    }))
    .filter(hit => hit.score > 0)
    .sort((a, b) => b.score - a.score || a.precedence - b.precedence || (a.procedure.code < b.procedure.code ? -1 : 1))
    .slice(0, options.limit ?? 50)
    .map(hit => hit.procedure)
}

/** A catalogue never changes once assembled, so its entries are made once. */
const entriesByCatalogue = new WeakMap<Catalogue, readonly Entry[]>()

function entriesOf(catalogue: Catalogue): readonly Entry[] {
  const known = entriesByCatalogue.get(catalogue)
  if (known !== undefined) return known
  const entries = catalogue.procedures.map(toEntry)
  entriesByCatalogue.set(catalogue, entries)
  return entries
}

function toEntry(procedure: Procedure): Entry {
  const names = [...(procedure.aliases ?? []), procedure.shortName].map(plain)
  const fullName = plain(procedure.name)
  return {
    procedure, names, fullName,
    nameInitials: [...(procedure.aliases ?? []), procedure.shortName, procedure.name].map(name => initials(plain(name))),
    all: [...names, fullName, plain(procedure.field), procedure.code].join(' '),
  }
}

/** Words only: brackets and commas are not what people type. */
function plain(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}.\s]+/gu, ' ').replace(/ +/g, ' ').trim()
}

function scoreOf(entry: Entry, words: readonly string[]): number {
  const phrase = words.join(' ')
  if (/^\d/.test(phrase) && withoutPoints(entry.procedure.code).startsWith(withoutPoints(phrase).slice(0, 7))) return SCORES.code
  if (entry.names.includes(phrase)) return SCORES.sameName
  const isInitials = words.length === 1 && /^\p{L}{2,}$/u.test(phrase)
  if (isInitials && entry.nameInitials.includes(phrase)) return SCORES.initials
  if (entry.names.some(name => name.startsWith(phrase))) return SCORES.nameBegins
  if (entry.names.some(name => allBegin(name, words))) return SCORES.wordsInName
  if (isInitials && entry.nameInitials.some(letters => letters.startsWith(phrase))) return SCORES.initialsBegin
  if (allBegin(entry.fullName, words)) return SCORES.wordsInFullName
  if (isInitials && phrase.length >= 3 && entry.nameInitials.some(letters => letters.includes(phrase))) return SCORES.initialsWithin
  return words.length > 0 && words.every(word => entry.all.includes(word)) ? SCORES.partsAnywhere : 0
}

/** A code is found with and without its point, whatever a province hung behind it. */
function withoutPoints(code: string): string {
  return code.replaceAll('.', '')
}

/** Every word typed begins a word of the text. */
function allBegin(text: string, words: readonly string[]): boolean {
  const padded = ` ${text}`
  return words.length > 0 && words.every(word => padded.includes(` ${word}`))
}

/** Without a query only what is known here: received lately, or among the most received. */
function familiarity(procedure: Procedure, recent: ReadonlyMap<string, number>): number {
  if (recent.has(procedure.code)) return 2
  return procedure.rank === undefined ? 0 : 1
}

function precedence(procedure: Procedure, recent: ReadonlyMap<string, number>): number {
  const position = recent.get(procedure.code)
  return position === undefined ? procedure.rank ?? 1000 : position - 1000
}
