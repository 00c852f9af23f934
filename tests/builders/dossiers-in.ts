import { join } from 'node:path'
import { walkLogs } from '../../main/books/walk-logs.ts'
import { readHeads } from '../../main/journal/heads-file.ts'
import type { Act } from '../../shared/acts/act.ts'
import { upcast } from '../../shared/acts/upcast.ts'
import type { Dossier } from '../../shared/dossiers/dossier.ts'
import { fold } from '../../shared/dossiers/fold.ts'

/** Every dossier of a data folder that was closed well, folded from its journal, in the order of receipt. */
export async function dossiersIn(folder: string): Promise<readonly Dossier[]> {
  const witness = await readHeads(folder)
  if (witness?.isClosed !== true) throw new Error('The program in this folder did not end by itself')
  const actsBySubject = new Map<string, Act[]>()
  for await (const { acts } of walkLogs(join(folder, 'journal'), new Map(), witness.heads)) {
    for (const { act } of acts) {
      if (!act.subject.startsWith('dossier:')) continue
      const known = actsBySubject.get(act.subject)
      if (known === undefined) actsBySubject.set(act.subject, [upcast(act)])
      else known.push(upcast(act))
    }
  }
  return [...actsBySubject.values()].flatMap(acts => fold(acts) ?? [])
}
