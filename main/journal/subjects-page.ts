import { join } from 'node:path'
import { BEFORE_FIRST, type Act, type Position } from '../../shared/acts/act.ts'
import { inFoldingOrder } from '../../shared/acts/order.ts'
import type { SubjectsPage } from '../../shared/bridge/main-api.ts'
import type { LineRef, SubjectIndex } from './by-subject.ts'
import { readActs } from './read-acts.ts'

/**
 * The subjects of these domains touched after a position, each once, with all its acts.
 *
 * A subject comes with the last of its lines that the reader has not met, so that one who reads on to the end meets it once, however
 * often and at however many devices it was touched. A position that is not of this journal counts as the beginning.
 */
export async function subjectsPage(
  root: string, index: SubjectIndex, heads: Position, after: Position, limit: number, domains: readonly string[],
): Promise<SubjectsPage> {
  const folder = join(root, 'journal')
  const position: Position = {}
  const subjects: string[] = []
  const prefixes = domains.map(domain => `${domain}:`)
  const readUpTo = new Map<string, number>()
  for (const device of Object.keys(heads).sort()) readUpTo.set(device, await knownSeq(folder, index, device, after[device]))
  let done = true
  for (const [device, known] of readUpTo) {
    const head = heads[device]?.seq ?? 0
    let seq = known
    while (seq < head && subjects.length < limit) {
      seq += 1
      const subject = index.endsAt(device, seq, readUpTo)
      if (subject !== undefined && prefixes.some(prefix => subject.startsWith(prefix))) subjects.push(subject)
    }
    position[device] = { seq, name: await nameAt(folder, index, device, seq) }
    done &&= seq >= head
  }
  const actsBySubject = Map.groupBy(await readActs(folder, subjects.flatMap(index.refsOf)), act => act.subject)
  return {
    subjects: subjects.map(subject => ({ subject, acts: inFoldingOrder(actsBySubject.get(subject) ?? []) })),
    position,
    done,
    readCount: countOf(position),
    totalCount: countOf(heads),
  }
}

/** The acts of one subject, in folding order. */
export async function actsOfSubject(root: string, refs: readonly LineRef[]): Promise<readonly Act[]> {
  return inFoldingOrder(await readActs(join(root, 'journal'), refs))
}

export function countOf(position: Position): number {
  return Object.values(position).reduce((sum, { seq }) => sum + seq, 0)
}

async function knownSeq(folder: string, index: SubjectIndex, device: string, place: Position[string] | undefined): Promise<number> {
  return place !== undefined && await nameAt(folder, index, device, place.seq) === place.name ? place.seq : 0
}

async function nameAt(folder: string, index: SubjectIndex, device: string, seq: number): Promise<string> {
  const ref = index.refAt(device, seq)
  const [act] = ref === undefined ? [] : await readActs(folder, [ref])
  return act?.name ?? BEFORE_FIRST
}
