import { useEffect, useState } from 'react'
import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import { fold } from '../../../shared/dossiers/fold.ts'
import { report } from '../../ask.ts'
import { inAskedOrder } from '../../in-asked-order.ts'
import { main, onMain } from '../../main-api.ts'

/** The dossiers of these subjects as their acts make them, again each time the journal grows. */
export function useDossiers(subjects: readonly string[]): ReadonlyMap<string, Dossier> {
  const [dossiers, setDossiers] = useState<ReadonlyMap<string, Dossier>>(new Map())
  const key = subjects.join(' ')
  useEffect(() => {
    const wanted = key.split(' ').filter(subject => subject !== '')
    const answers = inAskedOrder()
    const read = (): void => { answers.ask(() => readAll(wanted), setDossiers).catch((reason: unknown) => { void report(reason) }) }
    read()
    return onMain('journal.grew', read)
  }, [key])
  return dossiers
}

async function readAll(subjects: readonly string[]): Promise<ReadonlyMap<string, Dossier>> {
  const read = await Promise.all(subjects.map(async subject => [subject, fold(await main.journal.actsOf(subject))] as const))
  return new Map(read.flatMap(([subject, dossier]) => dossier === undefined ? [] : [[subject, dossier] as const]))
}
