import type { DossierState } from './dossier.ts'
import type { DossierActKind } from './act-bodies.ts'

/** Where a dossier can stand; `none` before its first act. */
export type Standing = DossierState | 'none'

/**
 * The life of a dossier: state × act → state, and nothing else is allowed (rules L1–L3, L16, L17, L19, L20).
 *
 * A printed paper is a fact in every state, and so are a settled dispute and a look at a card; everything else belongs to an open dossier.
 */
export const LIFECYCLE: Readonly<Record<Standing, Readonly<Partial<Record<DossierActKind, DossierState>>>>> = {
  none: {
    'dossier/received': 'received',
    'dossier/refused': 'refused',
    'guidance/given': 'guided',
  },
  received: {
    'dossier/corrected': 'received',
    'dossier/dispute-settled': 'received',
    'dossier/form-printed': 'received',
    'dossier/note-added': 'received',
    'dossier/page-looked-at': 'received',
    'dossier/pages-added': 'received',
    'dossier/paper-attached': 'received',
    'dossier/paper-detached': 'received',
    'dossier/voided': 'withdrawn',
  },
  refused: { 'dossier/dispute-settled': 'refused', 'dossier/form-printed': 'refused', 'dossier/page-looked-at': 'refused' },
  guided: { 'dossier/dispute-settled': 'guided', 'dossier/form-printed': 'guided', 'dossier/page-looked-at': 'guided' },
  withdrawn: { 'dossier/dispute-settled': 'withdrawn', 'dossier/form-printed': 'withdrawn', 'dossier/page-looked-at': 'withdrawn' },
}

/** The state after the act, or undefined when the table does not allow it. */
export function nextState(from: Standing, kind: string): DossierState | undefined {
  const row: Readonly<Partial<Record<string, DossierState>>> = LIFECYCLE[from]
  return Object.hasOwn(row, kind) ? row[kind] : undefined
}

/** The table as text: a row an act, a column a state, so that it can be read next to the law. */
export function printLifecycle(): string {
  const states = Object.keys(LIFECYCLE) as Standing[]
  const kinds = [...new Set(states.flatMap(state => Object.keys(LIFECYCLE[state])))].sort()
  const rows = [['', ...states], ...kinds.map(kind => [kind, ...states.map(state => nextState(state, kind) ?? '·')])]
  const widths = ['', ...states].map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  return rows.map(row => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n')
}
