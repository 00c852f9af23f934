import { Type, type Static } from 'typebox'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { limitText, normalise } from '../base/text.ts'
import { PageOf, type ReceivedPaper } from '../papers/paper.ts'
import type { RequiredPaper } from '../procedures/procedure.ts'

const Count = Type.Integer({ minimum: 0, maximum: 999 })

/** A paper as the clerk counted it: one the case asks for by its `id`, or one more by its `name`. */
export const PaperInput = Type.Object({
  id: Type.Optional(Type.String({ maxLength: 100 })),
  name: Type.Optional(Type.String({ maxLength: 500 })),
  originals: Count,
  copies: Count,
  received: Type.Boolean(),
  /** Why it is not here. */
  missingNote: Type.Optional(Type.String({ maxLength: 500 })),
  /** Scanned already; they are on disk before this is asked (rule J5). */
  pages: Type.Optional(Type.Array(PageOf, { maxItems: 500 })),
  /** Its row in the draft, when scanned pages of it may still follow. */
  row: Type.Optional(Type.String({ maxLength: 200 })),
})
export type PaperInput = Static<typeof PaperInput>

/** A paper as it will stand on the receipt, and the row of the draft it was counted in. */
export interface CountedPaper {
  readonly paper: ReceivedPaper
  readonly row: string | undefined
}

export interface PapersProblem extends Problem {
  readonly code: 'dossier/paper-missing'
  /** By title, in the order of the case. */
  readonly papers: readonly string[]
}

/**
 * The papers of a dossier as they will stand on the receipt.
 *
 * Problem: `dossier/paper-missing` when a paper to submit is not there and the clerk has neither chosen to
 * receive for supplement nor noted why. Papers asked for only in some situations, and papers only to be shown, may be absent.
 */
export function countPapers(
  required: readonly RequiredPaper[], counted: readonly PaperInput[], forSupplement: boolean,
): Result<readonly CountedPaper[], PapersProblem> {
  const asked = required.flatMap(paper => countAsked(paper, counted.find(({ id }) => id === paper.id)))
  const missing = asked.filter(({ paper }) => !paper.received && paper.missingNote === undefined).map(({ paper }) => paper.name)
  if (missing.length > 0 && !forSupplement) return failure({ code: 'dossier/paper-missing', papers: missing })
  const ids = new Set(required.map(({ id }) => id))
  const added = counted.filter(({ id, received }) => received && (id === undefined || !ids.has(id)))
  return success([...asked, ...added.flatMap(countAdded)])
}

function countAsked(paper: RequiredPaper, counted: PaperInput | undefined): CountedPaper[] {
  const known = { id: paper.id, name: paper.title }
  const kind = paper.kind === 'present' ? 'present' : 'submit'
  if (counted?.received === true) {
    return [{ paper: { ...known, kind, ...countsOf(counted, paper), received: true, ...pagesIn(counted) }, row: counted.row }]
  }
  const missingNote = limitText(normalise(counted?.missingNote ?? ''), 500)
  const mayBeAbsent = kind === 'present' || paper.conditional
  if (mayBeAbsent && missingNote === '') return []
  const absent: ReceivedPaper = { ...known, kind, originals: 0, copies: 0, received: false, ...(missingNote === '' ? {} : { missingNote }) }
  return [{ paper: absent, row: undefined }]
}

type Counts = Pick<ReceivedPaper, 'originals' | 'copies'>

/** A paper that is here has at least one sheet: uncounted, it is as many as the case asks for. */
function countsOf(counted: PaperInput, { originals, copies }: Counts): Counts {
  if (counted.originals + counted.copies > 0) return { originals: counted.originals, copies: counted.copies }
  return originals + copies > 0 ? { originals, copies } : { originals: 1, copies: 0 }
}

function countAdded(counted: PaperInput, order: number): CountedPaper[] {
  const name = limitText(normalise(counted.name ?? ''), 500)
  if (name === '') return []
  const counts = countsOf(counted, { originals: 1, copies: 0 })
  return [{ paper: { id: `added-${String(order + 1)}`, name, kind: 'added', ...counts, received: true, ...pagesIn(counted) }, row: counted.row }]
}

function pagesIn({ pages = [] }: PaperInput): Pick<ReceivedPaper, 'pages'> {
  return pages.length === 0 ? {} : { pages: [...pages] }
}
