import type { Problem } from '../../shared/base/result.ts'
import { isFileError } from '../journal/durable-file.ts'
import type { CameLine } from './batch-line.ts'
import type { RawPage } from './drivers/driver.ts'

export interface SidesTools {
  /** Resolves when the side is on disk; the next one is asked for only then (rule J5). */
  readonly keep: (raw: RawPage, sheet: number) => Promise<CameLine>
  /** The number of the last sheet that came before. */
  readonly sheetsBefore: number
  readonly isTooFull: () => boolean
  readonly onCame: (came: CameLine, sheets: number) => void
  readonly report: (error: unknown) => void
}

/** How a run ended: what its source says, or why it could not go on. */
export type SidesEnd<End> = { readonly end: End, readonly problem: null } | { readonly end: null, readonly problem: Problem }

/** Takes sides as they come until their source ends; whatever stops it, every side that came before stays. */
export async function takeSides<End>(
  source: AsyncGenerator<RawPage, End>, { keep, sheetsBefore, isTooFull, onCame, report }: SidesTools,
): Promise<SidesEnd<End>> {
  let sheets = sheetsBefore
  try {
    for (;;) {
      const turn = await source.next()
      if (turn.done === true) return { end: turn.value, problem: null }
      if (turn.value.side === 'front' || sheets === sheetsBefore) sheets += 1
      const came = await keep(turn.value, sheets)
      onCame(came, sheets)
      if (!isTooFull()) continue
      await source.return(undefined as never)
      return { end: null, problem: { code: 'disk/very-low' } }
    }
  } catch (error) {
    if (!isFileError(error)) report(error)
    await leave(source, report)
    return { end: null, problem: isFileError(error, 'ENOSPC', 'EDQUOT') ? { code: 'disk/very-low' } : { code: isFileError(error) ? 'page/not-kept' : 'scan/failed' } }
  }
}

/** The device is left free whatever happened. */
async function leave(source: AsyncGenerator<RawPage, unknown>, report: (error: unknown) => void): Promise<void> {
  try {
    await source.return(undefined)
  } catch (error) {
    report(error)
  }
}
