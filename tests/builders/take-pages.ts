import type { Result } from '../../shared/base/result.ts'
import type { DriverProblem, RawPage, ScanEnd } from '../../main/scanning/drivers/driver.ts'

export interface Taken {
  readonly pages: readonly RawPage[]
  readonly end: Result<ScanEnd, DriverProblem>
}

type Scan = AsyncGenerator<RawPage, Result<ScanEnd, DriverProblem>>

/** Takes every side of a scan and its end, as whoever keeps pages does; `onPage` hears how many there are. */
export async function takeAll(scan: Scan, onPage?: (count: number) => void): Promise<Taken> {
  const pages: RawPage[] = []
  let turn = await scan.next()
  for (; turn.done !== true; turn = await scan.next()) {
    pages.push(turn.value)
    onPage?.(pages.length)
  }
  return { pages, end: turn.value }
}
