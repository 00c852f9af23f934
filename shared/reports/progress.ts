import type { Day } from '../base/day.ts'
import { compareDays, type OnTime } from '../calendar/on-time.ts'
import { dueOnAt, isWaitingAt, type Life } from './life.ts'
import { isWithin, type Period } from './period.ts'
import type { Report } from './report.ts'

type Intake = 'online' | 'direct' | 'carriedOver'
type Outcome = OnTime | 'openWithinDue' | 'openOverdue'
export type ProgressColumn = Intake | Outcome | 'received' | 'ended' | 'open'

/**
 * Biểu II.06a/VPCP/KSTT (TT 01/2020/TT-VPCP): what came in, what was done, what is under way.
 *
 * A dossier of the period stands in one column of 4–6 and in one of 8–10, 12, 13; so 3 = 7 + 11.
 */
export const progress: Report<ProgressColumn> = {
  name: 'progress',
  number: 'II.06a/VPCP/KSTT',
  title: 'Tình hình, kết quả giải quyết thủ tục hành chính',
  groupedBy: 'field',
  columns: [
    { key: 'received', number: '3', title: 'Tiếp nhận: tổng số', parts: ['online', 'direct', 'carriedOver'] },
    { key: 'online', number: '4', title: 'Tiếp nhận: trực tuyến', parts: [] },
    { key: 'direct', number: '5', title: 'Tiếp nhận: trực tiếp, bưu chính', parts: [] },
    { key: 'carriedOver', number: '6', title: 'Tiếp nhận: từ kỳ trước', parts: [] },
    { key: 'ended', number: '7', title: 'Đã giải quyết: tổng số', parts: ['early', 'onTime', 'overdue'] },
    { key: 'early', number: '8', title: 'Đã giải quyết: trước hạn', parts: [] },
    { key: 'onTime', number: '9', title: 'Đã giải quyết: đúng hạn', parts: [] },
    { key: 'overdue', number: '10', title: 'Đã giải quyết: quá hạn', parts: [] },
    { key: 'open', number: '11', title: 'Đang giải quyết: tổng số', parts: ['openWithinDue', 'openOverdue'] },
    { key: 'openWithinDue', number: '12', title: 'Đang giải quyết: trong hạn', parts: [] },
    { key: 'openOverdue', number: '13', title: 'Đang giải quyết: quá hạn', parts: [] },
  ],
  place: (life, period, today) => {
    const intake = intakeOf(life, period)
    return intake === undefined ? [] : [intake, outcomeOf(life, period, today)]
  },
}

/** How a dossier came into the period; undefined where it does not belong to it. */
function intakeOf({ receivedOn, end, channel }: Life, { from, until }: Period): Intake | undefined {
  if (receivedOn > until) return undefined
  if (receivedOn < from) return end === null || end.on >= from ? 'carriedOver' : undefined
  return channel === 'online' ? 'online' : 'direct'
}

/** How it stood when the period ended, or stands today where it has not. */
function outcomeOf(life: Life, period: Period, today: Day): Outcome {
  if (life.end !== null && isWithin(life.end.on, { from: life.receivedOn, until: period.until })) return endedOnTime(life, life.end)
  const at = period.until < today ? period.until : today
  const dueOn = dueOnAt(life, at)
  return dueOn === null || at <= dueOn || isWaitingAt(life, at) ? 'openWithinDue' : 'openOverdue'
}

/** Early, on time or overdue, by the due day that held when it ended (rule T13); one taken back is on time. */
export function endedOnTime(life: Life, { on, isWithdrawn }: NonNullable<Life['end']>): OnTime {
  return isWithdrawn ? 'onTime' : compareDays(on, dueOnAt(life, on))
}
