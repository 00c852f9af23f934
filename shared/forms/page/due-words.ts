import { addDays, dayOfInstant, formatDay, formatDayLong, formatMinutes, formatTime, type Day } from '../../base/day.ts'
import type { DueStep } from '../../calendar/due.ts'
import { capitalise, limitInWords } from './words.ts'

/** More weekend days than this are named together, or a month's limit would fill the paper. */
const NAMED_WEEKEND_DAYS = 4

/**
 * Why the due day is what it is, in one sentence (rule T14): where the clock started,
 * which days do not count and why, what was counted. Empty when there is nothing to explain.
 */
export function dueInWords(steps: readonly DueStep[]): string {
  const weekends = steps.filter(step => step.kind === 'day-skipped' && step.why === 'weekend').length
  const parts = stretches(steps).flatMap(stretch => stretchInWords(stretch, weekends > NAMED_WEEKEND_DAYS) ?? [])
  const words = weekends > NAMED_WEEKEND_DAYS ? [...parts.slice(0, -1), 'không tính các ngày thứ Bảy, Chủ nhật', ...parts.slice(-1)] : parts
  return words.length === 0 ? '' : `${capitalise(words.join('; '))}.`
}

/** The same thing said of days in a row, once. */
interface Stretch {
  readonly step: DueStep
  readonly from: Day
  readonly until: Day
}

function stretches(steps: readonly DueStep[]): readonly Stretch[] {
  const found: Stretch[] = []
  for (const step of steps) {
    const last = found.at(-1)
    if (last !== undefined && saysTheSame(last, step)) found[found.length - 1] = { ...last, until: step.on }
    else found.push({ step, from: step.on, until: step.on })
  }
  return found
}

function saysTheSame({ step, until }: Stretch, next: DueStep): boolean {
  return step.kind === 'day-skipped' && next.kind === 'day-skipped' && step.why === next.why && step.name === next.name && addDays(until, 1) === next.on
}

/** What a stretch says; undefined for what is said elsewhere on the paper. */
function stretchInWords({ step, from, until }: Stretch, weekendsTogether: boolean): string | undefined {
  switch (step.kind) {
    case 'start-moved':
      return `${START[step.why]} nên tính từ ${formatTime(step.to)} ${formatDayLong(dayOfInstant(step.to))}`
    case 'day-skipped':
      if (step.why === 'weekend') return weekendsTogether ? undefined : `không tính ${daysInWords(from, until)}`
      return `không tính ${daysInWords(from, until)} (${step.why === 'holiday' ? 'nghỉ ' : ''}${step.name ?? 'nghỉ'})`
    case 'make-up-day':
      return `tính cả ${formatDayLong(step.on)} (${step.name})`
    case 'after-cutoff':
      return `nhận từ ${formatMinutes(step.cutoff)} trở đi nên trả vào ngày làm việc tiếp theo`
    case 'counted':
      return step.unit === 'same-day' ? undefined : `tính đủ ${limitInWords({ count: step.count, unit: step.unit })} đến ${formatDayLong(step.on)}`
    case 'no-limit':
      return undefined
    case 'paused':
      return `tạm dừng từ ${formatDayLong(step.on)} đến ${formatDayLong(step.until)} để ${PAUSE[step.why]}${step.then === 'restart' ? ', rồi tính lại từ đầu' : ''}`
    case 'remaining':
      return `tính tiếp ${remainingInWords(step.count, step.unit)} còn lại đến ${formatDayLong(step.on)}`
    case 'used-up':
      return `thời hạn đã hết trước khi tạm dừng, giữ ngày hẹn ${formatDayLong(step.on)}`
    case 'extended':
      return `đã xin lỗi và hẹn lại từ ${formatDayLong(step.from)} sang ${formatDayLong(step.on)}`
    case 'not-announced':
      return `lịch nghỉ sau ngày ${formatDay(step.knownUntil)} chưa công bố, ngày hẹn là tạm tính`
  }
}

function daysInWords(from: Day, until: Day): string {
  if (from === until) return formatDayLong(from)
  return `${formatDayLong(from)}${addDays(from, 1) === until ? ' và ' : ' đến '}${formatDayLong(until)}`
}

/** Working time is said in hours, eight to a working day (rule T4). */
export function remainingInWords(count: number, unit: 'minutes' | 'days'): string {
  if (unit === 'days') return `${String(count)} ngày`
  const [hours, minutes] = [Math.floor(count / 60), count % 60]
  return `${[hours > 0 ? `${String(hours)} giờ` : '', minutes > 0 || hours === 0 ? `${String(minutes)} phút` : ''].filter(part => part !== '').join(' ')} làm việc`
}

const PAUSE = { supplement: 'chờ bổ sung hồ sơ', payment: 'chờ thực hiện nghĩa vụ tài chính' } as const

const START = {
  'before-opening': 'nhận trước giờ làm việc',
  'midday-break': 'nhận trong giờ nghỉ trưa',
  'after-closing': 'nhận sau giờ làm việc',
  'day-off': 'nhận vào ngày nghỉ',
} as const
