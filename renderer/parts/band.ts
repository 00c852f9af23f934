import type { JournalState, ProgramState } from '../../shared/bridge/main-api.ts'
import { formatDay } from '../../shared/base/day.ts'
import { bands, type BandWords } from '../text/bands.ts'
import { formatBytes, formatCount } from '../text/format.ts'
import { problemText } from '../text/problems.ts'
import type { CityTrouble } from './city-trouble.ts'

export interface Band extends BandWords {
  readonly tone: 'late' | 'soon' | 'readonly'
  /** Only a full disk is an alert; the rest is told without interrupting. */
  readonly alert: boolean
}

const NO_TROUBLE: CityTrouble = { noRange: false, driftMinutes: null, unsent: null }

/** The one band to show, the gravest first; undefined when all is as usual. Training is added to any of them. */
export function gravestBand(program: ProgramState, journal: JournalState | null, city: CityTrouble = NO_TROUBLE): Band | undefined {
  const { state, drive, freeBytes } = program.disk
  const free = formatBytes(freeBytes)
  if (state === 'full') return late(bands.diskFull(drive), true)
  if (journal?.readOnly != null) return { ...bands.readOnly(journal.readOnly.device, formatCount(journal.readOnly.seq)), tone: 'readonly', alert: false }
  const met = program.problems[0]
  if (met !== undefined) return late({ title: bands.metAtStart, rest: problemText(met) })
  if (state === 'very-low') return late(bands.diskVeryLow(free, drive))
  if (program.clockBehind !== null) {
    return late(bands.clockBehind(formatDay(program.clockBehind.today), formatDay(program.clockBehind.newestDay)))
  }
  if (journal?.verification.state === 'damaged') return late(bands.damaged)
  if (city.noRange) return late(bands.noRange)
  if (city.driftMinutes !== null) return soon(bands.clockDrift(city.driftMinutes))
  if (city.unsent !== null) return soon(bands.unsent(city.unsent.days, city.unsent.dossiers))
  if (state === 'low') return soon(bands.diskLow(free, drive))
  if (journal?.secondCopy.state === 'missing') return soon(bands.secondCopyMissing(journal.secondCopy.folder ?? ''))
  return undefined
}

function late(words: BandWords, alert = false): Band {
  return { ...words, tone: 'late', alert }
}

function soon(words: BandWords): Band {
  return { ...words, tone: 'soon', alert: false }
}
