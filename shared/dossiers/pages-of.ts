import { Value } from 'typebox/value'
import { Type } from 'typebox'
import type { Act } from '../acts/act.ts'
import { PageOf } from '../papers/paper.ts'
import type { Dossier } from './dossier.ts'

/** Everything a dossier keeps as pages, in the order of its papers. */
export function pagesOf(dossier: Pick<Dossier, 'papers'>): readonly PageOf[] {
  return dossier.papers.flatMap(({ pages = [] }) => pages)
}

/** sha256 of the pages an act names: what must be at the city before its dossier is safe (rule S8). */
export function pagesNamedBy(act: Pick<Act, 'body'>): readonly string[] {
  return pagesNamedIn(act).map(({ sha256 }) => sha256)
}

/** The pages an act names, as it names them. */
export function pagesNamedIn(act: Pick<Act, 'body'>): readonly PageOf[] {
  const { paper, papers } = act.body
  const named = [act.body, paper, ...Array.isArray(papers) ? papers as unknown[] : []]
  return named.flatMap(one => Value.Check(WithPages, one) ? one.pages : [])
}

const WithPages = Type.Object({ pages: Type.Array(PageOf) })
