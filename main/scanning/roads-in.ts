import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import type { PagePlace, PhoneDoor } from '../../shared/bridge/scanning-api.ts'
import type { DriverProblem, RawPage, ScanEnd } from './drivers/driver.ts'
import type { FilesEnd } from './drivers/files.ts'
import { takeSides, type SidesEnd } from './run-sides.ts'
import type { Tray } from './tray.ts'

/** Ways in that need no scanner: files, and the office's phone. They run beside a scanner, each in a batch of its own. */
export interface RoadsIn {
  readonly takesIn: (batch: string) => boolean
  /** What was wrong with the last files. */
  readonly notices: () => readonly Problem[]
  /** Resolves when all of them are read. Problem: that of the first one when none gave a page. */
  readonly takeFiles: (paths: readonly string[], into: PagePlace | null) => Promise<Result<null>>
  readonly openPhone: (into: PagePlace | null) => Promise<Result<PhoneDoor>>
  readonly closePhone: () => Promise<void>
}

/** A page for the office's phone, as the phone's room opens it. */
export type PhoneTools = () => Promise<Result<{
  readonly door: () => PhoneDoor
  readonly photos: AsyncGenerator<RawPage, Result<ScanEnd, DriverProblem>>
  readonly close: () => Promise<void>
}>>

export interface RoadsTools {
  readonly tray: Tray
  readonly readFiles: (paths: readonly string[], signal: AbortSignal) => AsyncGenerator<RawPage, Result<FilesEnd, DriverProblem>>
  readonly phone: PhoneTools
  readonly isTooFull: () => boolean
  readonly now: () => number
  readonly onCame: () => void
  readonly onChanged: () => void
  readonly report: (error: unknown) => void
}

/** Named as a scanner would be; the window says it in words. */
const FILES = 'files'
const PHONE = 'phone'

export function openRoadsIn({ tray, readFiles, phone, isTooFull, now, onCame, onChanged, report }: RoadsTools): RoadsIn {
  const open = new Set<string>()
  let notices: readonly Problem[] = []
  let phoneDoor: { readonly close: () => Promise<void>, readonly ended: Promise<void> } | null = null

  async function takeAll<End>(name: string, into: PagePlace | null, source: AsyncGenerator<RawPage, End>): Promise<SidesEnd<End>> {
    const batch = await tray.begin(name, into)
    open.add(batch)
    try {
      return await takeSides(source, {
        sheetsBefore: 0, isTooFull, onCame, report, keep: (raw, sheet) => tray.keepSide(batch, raw, { sheet, scanner: name }),
      })
    } finally {
      open.delete(batch)
      await tray.note(batch, { what: 'ended', at: new Date(now()).toISOString(), problem: null })
    }
  }

  async function takeFiles(paths: readonly string[], into: PagePlace | null): Promise<Result<null>> {
    if (paths.length === 0) return success(null)
    const { end, problem } = await takeAll(FILES, into, readFiles(paths, new AbortController().signal))
    if (problem !== null) return failure(problem)
    if (!end.ok) return end
    const { files } = end.value
    const troubles = files.flatMap(file => file.problem === null ? [] : [file.problem])
    const [first] = troubles
    const isInVain = files.every(({ pages }) => pages === 0)
    notices = isInVain ? [] : troubles
    onChanged()
    return isInVain && first !== undefined ? failure(first) : success(null)
  }

  async function closePhone(): Promise<void> {
    const door = phoneDoor
    phoneDoor = null
    await door?.close()
    await door?.ended
  }

  return {
    takesIn: batch => open.has(batch),
    notices: () => notices,
    takeFiles,
    openPhone: async into => {
      await closePhone()
      const opened = await phone()
      if (!opened.ok) return opened
      const { door, photos, close } = opened.value
      phoneDoor = { close, ended: takeAll(PHONE, into, photos).then(() => undefined, report) }
      return success(door())
    },
    closePhone,
  }
}
