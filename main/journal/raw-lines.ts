import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { LineRef, SubjectIndex } from './by-subject.ts'

/** The lines of a log after `seq` as they lie, without LF, oldest first, until `bytes` are reached: at least one when there is any. */
export async function rawLinesAfter(
  journalFolder: string, index: SubjectIndex, device: string, seq: number, bytes: number,
): Promise<readonly string[]> {
  const refs: LineRef[] = []
  let taken = 0
  for (let ref = index.refAt(device, seq + 1); ref !== undefined; ref = index.refAt(device, ref.seq + 1)) {
    taken += ref.length
    if (refs.length > 0 && taken > bytes) break
    refs.push(ref)
  }
  const lines: string[] = []
  for (const [name, ofFile] of Map.groupBy(refs, ref => ref.file)) {
    const [first, last] = [ofFile[0], ofFile.at(-1)]
    if (first === undefined || last === undefined) continue
    const file = await open(join(journalFolder, device, name), 'r')
    try {
      const span = Buffer.alloc(last.offset + last.length - first.offset)
      await file.read(span, 0, span.length, first.offset)
      for (const { offset, length } of ofFile) lines.push(span.toString('utf8', offset - first.offset, offset - first.offset + length - 1))
    } finally {
      await file.close()
    }
  }
  return lines
}
