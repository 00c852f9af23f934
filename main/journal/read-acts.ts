import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Act } from '../../shared/acts/act.ts'
import { readLine } from '../../shared/acts/chain.ts'
import { upcast } from '../../shared/acts/upcast.ts'
import type { LineRef } from './by-subject.ts'
import { sha256 } from './sha256.ts'

/** Lines nearer than this are fetched in one read. */
const NEAR = 16 * 1024
const LONGEST_READ = 1 << 20

/** The acts on these lines, in no order; a line that no longer reads is left out, the verification names it. */
export async function readActs(journalFolder: string, refs: readonly PlacedLine[]): Promise<readonly Act[]> {
  const acts: Act[] = []
  for (const [path, ofFile] of Map.groupBy(refs, ref => join(journalFolder, ref.device, ref.file))) {
    const file = await open(path, 'r')
    try {
      for (const span of toSpans(ofFile)) {
        const bytes = Buffer.allocUnsafe(span.end - span.start)
        await file.read(bytes, 0, bytes.length, span.start)
        for (const { offset, length } of span.refs) {
          const read = readLine(bytes.toString('utf8', offset - span.start, offset - span.start + length - 1), sha256)
          if (read.ok) acts.push(upcast(read.value.act))
        }
      }
    } finally {
      await file.close()
    }
  }
  return acts
}

type PlacedLine = Omit<LineRef, 'seq'>

interface Span {
  readonly start: number
  end: number
  readonly refs: PlacedLine[]
}

function toSpans(refs: readonly PlacedLine[]): readonly Span[] {
  const spans: Span[] = []
  for (const ref of [...refs].sort((one, other) => one.offset - other.offset)) {
    const last = spans.at(-1)
    const end = ref.offset + ref.length
    if (last !== undefined && ref.offset - last.end <= NEAR && end - last.start <= LONGEST_READ) {
      last.end = Math.max(last.end, end)
      last.refs.push(ref)
    } else {
      spans.push({ start: ref.offset, end, refs: [ref] })
    }
  }
  return spans
}
