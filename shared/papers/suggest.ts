import { fold } from '../base/text.ts'
import type { FiledSide, KnownDossier, KnownHere, StackSide, Suggestion } from './stack.ts'

/**
 * Adds to sides without a paper what looks likeliest: the paper whose name its heading has, then the one whose pages have
 * its unusual size, then the next in the order of the receipt behind a cover sheet of the whole dossier.
 *
 * Suggestions never place anything.
 */
export function suggest(sides: readonly StackSide[], filed: readonly FiledSide[], known: KnownHere): readonly FiledSide[] {
  const orders = new Map<string, number>()
  return filed.map((each, i) => {
    const side = sides[i]
    if (side === undefined || side.isBlank || each.as === 'cover' || each.suggestion !== null) return each
    if (each.as === 'placed' && each.paper !== null) return each
    const own = each.as === 'placed' ? known.dossiers.filter(({ subject }) => subject === each.subject) : known.dossiers
    const suggestion = byHeading(side, own) ?? bySize(side, sides, filed, own) ?? byOrder(each, own, orders)
    return { ...each, suggestion }
  })
}

/** This share of the words of a paper's name must stand in the heading. */
const NAMED = 0.7

function byHeading({ heading }: StackSide, dossiers: readonly KnownDossier[]): Suggestion | undefined {
  const words = new Set(wordsOf(heading ?? ''))
  if (words.size === 0) return undefined
  const hits = dossiers.flatMap(({ subject, papers }) =>
    papers.map(({ id, name }) => ({ subject, paper: id, share: shareIn(words, wordsOf(name)) })))
  return onlyBest(hits.filter(({ share }) => share >= NAMED), 'heading')
}

function wordsOf(text: string): readonly string[] {
  return fold(text).split(/[^\p{L}\p{N}]+/u).filter(word => word !== '')
}

function shareIn(words: ReadonlySet<string>, name: readonly string[]): number {
  return name.length === 0 ? 0 : name.filter(word => words.has(word)).length / name.length
}

/** Two that are equally likely are none. */
function onlyBest(hits: readonly (Omit<Suggestion, 'why'> & { readonly share: number })[], why: Suggestion['why']): Suggestion | undefined {
  const [best, next] = hits.toSorted((one, other) => other.share - one.share)
  return best === undefined || next?.share === best.share ? undefined : { subject: best.subject, paper: best.paper, why }
}

/** Millimetres that two pages of one kind may differ by. */
const SAME = 3
const USUAL = [{ width: 210, height: 297 }, { width: 148, height: 210 }]

function bySize(
  side: StackSide, sides: readonly StackSide[], filed: readonly FiledSide[], dossiers: readonly KnownDossier[],
): Suggestion | undefined {
  if (USUAL.some(usual => isSameSize(usual, side))) return undefined
  const alike = filed.flatMap((each, i) => {
    const other = sides[i]
    if (each.as !== 'placed' || each.paper === null || other === undefined || !isSameSize(other, side)) return []
    return dossiers.some(({ subject }) => subject === each.subject) ? [{ subject: each.subject, paper: each.paper, share: 1 }] : []
  })
  const papers = new Map(alike.map(each => [`${each.subject} ${each.paper}`, each]))
  return onlyBest([...papers.values()], 'size')
}

interface Size {
  readonly width: number
  readonly height: number
}

function isSameSize(one: Size, other: Size): boolean {
  const differs = (width: number, height: number): boolean => Math.abs(one.width - width) > SAME || Math.abs(one.height - height) > SAME
  return !differs(other.width, other.height) || !differs(other.height, other.width)
}

function byOrder(each: FiledSide, dossiers: readonly KnownDossier[], orders: Map<string, number>): Suggestion | null {
  const [dossier] = dossiers
  if (each.as !== 'placed' || dossier === undefined) return null
  const order = orders.get(dossier.subject) ?? 0
  orders.set(dossier.subject, order + 1)
  const paper = dossier.papers[Math.min(order, dossier.papers.length - 1)]
  return paper === undefined ? null : { subject: dossier.subject, paper: paper.id, why: 'order' }
}
