import type { TrayPage } from '../../../shared/bridge/scanning-api.ts'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'

/** Pages that belong together, in the order of the tray; what people see as one group. */
export interface Heap {
  readonly key: string
  readonly kind: 'paper' | 'dossier' | 'draft' | 'unclear' | 'aside'
  readonly subject: string | null
  readonly paper: string | null
  readonly pages: readonly TrayPage[]
}

/** The tray in groups: papers as they came, then what nobody knows yet, then what was set aside. */
export function toHeaps(pages: readonly TrayPage[]): readonly Heap[] {
  const heaps = new Map<string, Heap & { pages: TrayPage[] }>()
  for (const page of pages) {
    const about = aboutOf(page)
    const key = `${about.kind} ${about.subject ?? ''} ${about.paper ?? ''}`
    const heap = heaps.get(key) ?? { ...about, key, pages: [] }
    heap.pages.push(page)
    heaps.set(key, heap)
  }
  return [...heaps.values()].sort((one, other) => RANK[one.kind] - RANK[other.kind])
}

const RANK: Readonly<Record<Heap['kind'], number>> = { paper: 0, dossier: 0, draft: 1, unclear: 2, aside: 3 }

function aboutOf({ aside, cover, place }: TrayPage): Pick<Heap, 'kind' | 'subject' | 'paper'> {
  if (aside !== null) return { kind: 'aside', subject: null, paper: null }
  if (cover !== null) return { kind: cover.paper === null ? 'dossier' : 'paper', subject: cover.subject, paper: cover.paper }
  if (place === null) return { kind: 'unclear', subject: null, paper: null }
  return place.kind === 'paper' ? place : { kind: 'draft', subject: place.draft, paper: null }
}

/** Every dossier a page of the tray is about. */
export function subjectsOf(pages: readonly TrayPage[]): readonly string[] {
  const named = pages.flatMap(({ cover, place, suggestion }) => [cover?.subject, subjectIn(place), subjectIn(suggestion)])
  return [...new Set(named.filter(subject => subject !== undefined && subject !== null))]
}

/** The dossier whose papers stand at the left for this page: its own, or that of the page before it that has one. */
export function dossierFor(pages: readonly TrayPage[], current: string | null): string | null {
  const at = pages.findIndex(({ id }) => id === current)
  for (const page of pages.slice(0, at + 1).reverse()) {
    const [subject] = subjectsOf([page])
    if (subject !== undefined) return subject
  }
  return subjectsOf(pages)[0] ?? null
}

function subjectIn(place: TrayPage['place']): string | undefined {
  return place?.kind === 'paper' ? place.subject : undefined
}

/** What a paper is called and which digit puts a page into it; digits are those of the dossier at the left. */
export function paperOf(dossier: Dossier | undefined, paper: string | null): { readonly name: string, readonly digit: number | null } {
  const at = dossier?.papers.findIndex(({ id }) => id === paper) ?? -1
  return { name: dossier?.papers[at]?.name ?? '', digit: at >= 0 && at < MOST_DIGITS ? at + 1 : null }
}

/** 9 leads to another dossier. */
export const MOST_DIGITS = 8
