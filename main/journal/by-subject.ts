import type { Act } from '../../shared/acts/act.ts'

/** Where an act's line lies. */
export interface LineRef {
  readonly device: string
  readonly seq: number
  readonly file: string
  readonly offset: number
  /** Bytes, the LF included. */
  readonly length: number
}

/** Which lines belong to which subject: kept in memory, built again at every start. */
export interface SubjectIndex {
  readonly add: (subject: string, ref: LineRef) => void
  readonly refsOf: (subject: string) => readonly LineRef[]
  readonly refAt: (device: string, seq: number) => LineRef | undefined
  /**
   * The subject of a line when no later line of it is left to read; otherwise undefined.
   *
   * The logs are walked one after the other by the names of their devices, each from behind `readUpTo`.
   */
  readonly endsAt: (device: string, seq: number, readUpTo: ReadonlyMap<string, number>) => string | undefined
  readonly lengthOf: (device: string) => number
}

interface LogColumns {
  readonly subjects: string[]
  readonly files: string[]
  readonly offsets: number[]
  readonly lengths: number[]
}

/** An empty index. Columns of plain numbers and shared strings: 120,000 acts take a few megabytes. */
export function newSubjectIndex(): SubjectIndex {
  const logs = new Map<string, LogColumns>()
  const seqsBySubject = new Map<string, Map<string, number[]>>()

  function add(subject: string, { device, seq, file, offset, length }: LineRef): void {
    const log = logs.get(device) ?? { subjects: [], files: [], offsets: [], lengths: [] }
    logs.set(device, log)
    if (log.lengths[seq] !== undefined) return
    const seqsByDevice = seqsBySubject.get(subject) ?? new Map<string, number[]>()
    seqsBySubject.set(subject, seqsByDevice)
    const seqs = seqsByDevice.get(device)
    if (seqs === undefined) seqsByDevice.set(device, [seq])
    else seqs.push(seq)
    log.subjects[seq] = subject
    log.files[seq] = file
    log.offsets[seq] = offset
    log.lengths[seq] = length
  }

  function refAt(device: string, seq: number): LineRef | undefined {
    const log = logs.get(device)
    const [file, offset, length] = [log?.files[seq], log?.offsets[seq], log?.lengths[seq]]
    return file === undefined || offset === undefined || length === undefined ? undefined : { device, seq, file, offset, length }
  }

  return {
    add,
    refAt,
    refsOf: subject => [...seqsBySubject.get(subject) ?? []].flatMap(([device, seqs]) => seqs.flatMap(seq => refAt(device, seq) ?? [])),
    endsAt: (device, seq, readUpTo) => {
      const subject = logs.get(device)?.subjects[seq]
      const seqsByDevice = subject === undefined ? undefined : seqsBySubject.get(subject)
      if (subject === undefined || seqsByDevice === undefined) return undefined
      const isLeft = ([other, seqs]: readonly [string, readonly number[]]): boolean =>
        other > device ? (seqs.at(-1) ?? 0) > (readUpTo.get(other) ?? 0) : other === device && (seqs.at(-1) ?? 0) > seq
      return [...seqsByDevice].some(isLeft) ? undefined : subject
    },
    lengthOf: device => Math.max(0, (logs.get(device)?.lengths.length ?? 1) - 1),
  }
}

/** Adds acts with where they lie. */
export function indexActs(index: SubjectIndex, acts: Iterable<readonly [Act, LineRef]>): void {
  for (const [act, ref] of acts) index.add(act.subject, ref)
}
