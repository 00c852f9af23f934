import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Act, Position } from '../../shared/acts/act.ts'
import { inFoldingOrder } from '../../shared/acts/order.ts'
import { upcast } from '../../shared/acts/upcast.ts'
import { dayOfInstant, type Day } from '../../shared/base/day.ts'
import type { WorkDone } from '../../shared/bridge/people-api.ts'
import { foldCertification } from '../../shared/certification/fold.ts'
import { fold } from '../../shared/dossiers/fold.ts'
import { isFileError } from '../journal/durable-file.ts'
import { readLines } from '../journal/read-lines.ts'
import { readRawLine } from '../journal/walk-log.ts'

export interface WorkTools {
  readonly root: string
  /** How far each log reaches that lies here. */
  readonly heads: () => Position
  readonly actsOf: (subject: string) => Promise<readonly Act[]>
  /** The unit's desks by device. */
  readonly desks: () => Readonly<Record<string, string>>
}

/**
 * What somebody did on a day, at whatever desk, the newest first; from the file of that day in each log, so that no history is read.
 *
 * An act written while the clock had gone back a day lies in the file of the day before it and is not found by its own day.
 */
export async function readWorkOf(userId: string, day: Day, tools: WorkTools): Promise<readonly WorkDone[]> {
  const logs = await Promise.all(Object.keys(tools.heads()).map(device => actsOfDay(join(tools.root, 'journal', device, `${day}.ndjson`))))
  const acts = inFoldingOrder(logs.flat().filter(({ author, at }) => author === userId && dayOfInstant(at) === day))
  const about = new Map<string, string | null>()
  for (const { subject } of acts) if (!about.has(subject)) about.set(subject, await aboutOf(subject, tools))
  const desks = tools.desks()
  return acts.toReversed().map(({ name, at, kind, subject, device }) =>
    ({ name, at, kind, subject, about: about.get(subject) ?? null, desk: desks[device] ?? device }))
}

async function actsOfDay(path: string): Promise<readonly Act[]> {
  const acts: Act[] = []
  try {
    await access(path)
    for await (const lines of readLines(path)) {
      for (const line of lines) {
        const read = line.isEnded ? readRawLine(line) : undefined
        if (read?.ok === true) acts.push(upcast(read.value.act))
      }
    }
  } catch (error) {
    if (!isFileError(error, 'ENOENT')) throw error
  }
  return acts
}

/** A dossier by its code, a visit to the express lane by its numbers, anything else by nothing. */
async function aboutOf(subject: string, { actsOf }: WorkTools): Promise<string | null> {
  if (subject.startsWith('dossier:')) return fold(await actsOf(subject))?.code ?? null
  if (!subject.startsWith('certification:')) return null
  const numbers = foldCertification(await actsOf(subject))?.papers.map(({ number, book }) => `${String(number)} ${book.label}`) ?? []
  return numbers.length === 0 ? null : numbers.join('; ')
}
