import { dayOfInstant } from '../../shared/base/day.ts'
import type { SyncState } from '../../shared/bridge/main-api.ts'
import { whyNotSent } from '../text/problems-sync.ts'
import { sendingLine as words, whenSent } from '../text/sync.ts'

/** The sending line: a word in a shape, and a quiet second line. */
export interface Sending {
  /** `safe` only by rule S8. */
  readonly tone: 'safe' | 'wait' | 'warning'
  readonly title: string
  readonly note: string
}

/** What the top bar says now; `now` is this PC's time, UTC. */
export function sendingWords(sync: SyncState | null, now: string): Sending {
  if (sync === null) return { tone: 'wait', title: words.asking, note: words.noCityNote }
  const { line, waiting } = sync
  const left = leftWords(waiting)
  const last = sync.lastExchangeAt === null ? words.never : words.last(whenSent(sync.lastExchangeAt, dayOfInstant(now)))
  const isToLookAt = sync.refusedCount > 0 || line.state === 'stuck'
  const note = (...parts: readonly string[]): string =>
    [...parts, ...(sync.refusedCount > 0 ? [words.refused(sync.refusedCount)] : []), ...(isToLookAt ? [words.lookAt] : [])].join(' · ')
  switch (line.state) {
    case 'no-city':
      return { tone: 'wait', title: words.noCity, note: words.noCityNote }
    case 'stuck':
      return { tone: 'warning', title: `${whyNotSent(line.problem.code)}.`, note: note(...(left === null ? [] : [left])) }
    case 'offline':
      return { tone: 'wait', title: words.offline, note: note(...(left === null ? [lastSafe(sync, now)] : [left, last])) }
    case 'later':
      return { tone: 'wait', title: words.later(line.at), note: note(...(left === null ? [lastSafe(sync, now)] : [left, last])) }
    case 'sending':
      return { tone: 'wait', title: words.sending, note: note(...(waiting.dossiers > 0 ? [words.toSendShort(waiting.dossiers)] : []), howLong(sync)) }
    case 'idle':
      if (isAllSafe(sync)) return { tone: 'safe', title: words.safe, note: last }
      return { tone: 'wait', title: words.waiting, note: note(...(left === null ? [] : [left]), words.bySelf) }
  }
}

/** Nothing waits, nothing was refused, and the city has answered at least once: only then is all safe (rule S8). */
export function isAllSafe({ waiting, refusedCount, lastExchangeAt, line }: SyncState): boolean {
  return line.state !== 'no-city' && lastExchangeAt !== null && refusedCount === 0 && waiting.dossiers === 0 && waiting.acts === 0 && waiting.pages === 0
}

function lastSafe(sync: SyncState, now: string): string {
  if (sync.lastExchangeAt === null) return words.never
  const when = whenSent(sync.lastExchangeAt, dayOfInstant(now))
  return isAllSafe(sync) ? words.lastSafe(when) : words.last(when)
}

function leftWords({ dossiers, pages, acts }: SyncState['waiting']): string | null {
  if (dossiers > 0) return words.toSend(dossiers)
  if (pages > 0) return words.pagesToSend(pages)
  return acts > 0 ? words.actsToSend : null
}

function howLong({ secondsLeft }: SyncState): string {
  return secondsLeft === null ? words.bySelf : words.left(secondsLeft)
}
