import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Dossier } from '../../shared/dossiers/dossier.ts'
import { fold } from '../../shared/dossiers/fold.ts'
import { report } from '../ask.ts'
import { inAskedOrder } from '../in-asked-order.ts'
import { main, onMain } from '../main-api.ts'

/** A dossier as its acts make it; `half` when acts are here but not the one that begins it. */
export type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'unknown' | 'half' }
  | { readonly kind: 'open'; readonly dossier: Dossier }

/** Reads the acts of a subject and folds them, again each time the journal grows. */
export function useDossier(subject: string | null): { readonly opened: Opened; readonly reload: () => Promise<void> } {
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' })
  const answers = useMemo(inAskedOrder, [])
  const reload = useCallback(async () => {
    try {
      await answers.ask(() => open(subject), setOpened)
    } catch (reason) {
      void report(reason)
      setOpened({ kind: 'unknown' })
    }
  }, [answers, subject])
  useEffect(() => {
    void reload()
    return onMain('journal.grew', () => { void reload() })
  }, [reload])
  return { opened, reload }
}

async function open(subject: string | null): Promise<Opened> {
  const acts = subject === null ? [] : await main.journal.actsOf(subject)
  if (acts.length === 0) return { kind: 'unknown' }
  const dossier = fold(acts)
  return dossier === undefined ? { kind: 'half' } : { kind: 'open', dossier }
}
