import type { DossierRow } from './row.ts'

/** Rows by their subject, held for as long as the search is asked. */
export interface RowKeeper {
  readonly put: (rows: readonly DossierRow[]) => void
  /** The rows of these subjects in the same order; one that is not known is left out. */
  readonly of: (subjects: readonly string[]) => readonly DossierRow[]
}

/** What many rows say in the same words. */
const SAID_AGAIN = [
  'state', 'queue', 'entry', 'dueOn', 'dueAt', 'dueKey', 'task', 'worker', 'holderName', 'waits', 'provisional', 'disputed',
  'procedureCode', 'procedureName', 'field', 'channel', 'clerk', 'desk',
] as const satisfies readonly (keyof DossierRow)[]

/** A row that comes from another thread brings every text anew; what fifty thousand say in the same words is held once. */
export function rowKeeper(): RowKeeper {
  const rows = new Map<string, DossierRow>()
  const texts = new Map<string | null, string | null>()

  function once(text: string | null): string | null {
    const known = texts.get(text)
    if (known === undefined) texts.set(text, text)
    return known ?? text
  }

  return {
    put: added => {
      for (const row of added) {
        const kept: { -readonly [Key in keyof DossierRow]: unknown } = { ...row }
        for (const key of SAID_AGAIN) kept[key] = once(row[key])
        rows.set(row.subject, kept as DossierRow)
      }
    },
    of: subjects => subjects.flatMap(subject => rows.get(subject) ?? []),
  }
}
