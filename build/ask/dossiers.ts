import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { walkLog } from '../../main/journal/walk-log.ts'
import type { Act } from '../../shared/acts/act.ts'
import { failure, success, type Result } from '../../shared/base/result.ts'
import type { Dossier } from '../../shared/dossiers/dossier.ts'
import { fold } from '../../shared/dossiers/fold.ts'
import type { WholeQuestion } from './question.ts'

/**
 * A data folder's folded dossiers, oldest first; nothing in the folder is written or moved.
 *
 * Problems: `ask/folder-unnamed`, `ask/folder-missing`.
 */
export const dossiersQuestion: WholeQuestion = {
  name: 'dossiers',
  whole: async ([folder]) => {
    if (folder === undefined) return failure({ code: 'ask/folder-unnamed' })
    if (!existsSync(folder) || !statSync(folder).isDirectory()) return failure({ code: 'ask/folder-missing' })
    return readDossiers(resolve(folder))
  },
}

async function readDossiers(root: string): Promise<Result<readonly Dossier[]>> {
  const journal = join(root, 'journal')
  const acts = (await Promise.all(foldersIn(journal).map(device => readActs(join(journal, device))))).flat()
  const bySubject = Map.groupBy(acts.filter(({ subject }) => subject.startsWith('dossier:')), ({ subject }) => subject)
  const dossiers = [...bySubject.values()].map(ofOne => fold(ofOne)).filter(dossier => dossier !== undefined)
  return success(dossiers.sort((one, other) => compare(one.receivedAt, other.receivedAt) || compare(one.subject, other.subject)))
}

/** Every line that proves itself, without the end of an append that never came whole. */
async function readActs(log: string): Promise<readonly Act[]> {
  const lines: { readonly act: Act; readonly more: number }[] = []
  for await (const walked of walkLog(log)) {
    for (const { chained, fault } of walked) if (chained !== undefined && fault !== 'line/not-ended') lines.push(chained)
  }
  const whole = lines.findLastIndex(({ more }) => more === 0) + 1
  return lines.slice(0, whole).map(({ act }) => act)
}

function foldersIn(path: string): readonly string[] {
  if (!existsSync(path)) return []
  return readdirSync(path, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => name).sort()
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
