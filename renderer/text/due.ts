import { dayOfInstant, formatDayLong, formatTime, formatMinutes, type Day } from '../../shared/base/day.ts'
import type { DueStep, Limit } from '../../shared/calendar/due.ts'
import { remainingInWords } from '../../shared/forms/page/due-words.ts'

/** How long a procedure may take, in words. */
export function limitInWords({ count, unit }: Limit): string {
  switch (unit) {
    case 'hours': return `${String(count)} giờ làm việc`
    case 'working-days': return `${String(count)} ngày làm việc`
    case 'days': return `${String(count)} ngày, kể cả ngày nghỉ`
    case 'same-day': return 'Trả trong ngày'
    case 'none': return 'Không có thời hạn'
  }
}

/** `Thứ Năm 26/11/2026`, as a heading. */
export function dayAsHeading(on: Day): string {
  return capitalise(formatDayLong(on))
}

/** `thứ Ba 24/11`, in a sentence about days close by. */
export function dayInSentence(on: Day): string {
  return formatDayLong(on).replace(/\/\d{4}$/, '')
}

/** Two letters for a square of the strip. */
export function weekdayMark(on: number): string {
  return ['', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'][on] ?? ''
}

export const dueText = {
  received: 'nhận',
  off: 'nghỉ',
  holiday: 'lễ',
  due: 'hẹn',
  gap: 'các ngày ở giữa',
  how: (sentence: string) => `Cách tính: ${sentence}`,
  before: (dueAt: string) => `trước ${formatTime(dueAt)}, tại quầy này`,
  provisional: 'Lịch nghỉ của những ngày này chưa công bố. Ngày hẹn còn có thể đổi.',
} as const

/** Why the due day is what it is, as sentences (rule T14): the limit, then whatever moved it. */
export function dueSentences(limit: Limit, steps: readonly DueStep[], dueOn: Day | null): readonly string[] {
  const counted = limit.unit === 'working-days' || limit.unit === 'days' ? ', tính từ ngày sau ngày nhận' : ''
  return [`${capitalise(limitInWords(limit))}${counted}.`, ...moved(steps, dueOn), ...holidays(steps), ...makeUps(steps)]
}

function moved(steps: readonly DueStep[], dueOn: Day | null): readonly string[] {
  return steps.flatMap(step => {
    if (step.kind === 'start-moved') {
      return dayOfInstant(step.from) === step.on
        ? [`Nhận ngoài giờ làm việc: tính từ ${formatTime(step.to)}.`]
        : [`Nhận ngoài giờ làm việc: tính từ ${dayInSentence(step.on)}.`]
    }
    if (step.kind === 'paused') {
      const why = step.why === 'supplement' ? 'chờ bổ sung' : 'chờ nghĩa vụ tài chính'
      const then = step.then === 'restart' ? ', rồi tính lại từ đầu' : ''
      return [`Tạm dừng từ ${dayInSentence(step.on)} đến ${dayInSentence(step.until)} vì ${why}${then}.`]
    }
    if (step.kind === 'remaining') return [`Tính tiếp ${remainingInWords(step.count, step.unit)} còn lại.`]
    if (step.kind === 'used-up') return ['Thời hạn đã hết trước khi tạm dừng: giữ ngày hẹn cũ.']
    if (step.kind === 'extended') return [`Đã xin lỗi, hẹn lại từ ${dayInSentence(step.from)} sang ${dayInSentence(step.on)}.`]
    if (step.kind === 'after-cutoff' && dueOn !== null) return [`Nhận sau ${formatMinutes(step.cutoff)}: hẹn trả sang ${dayInSentence(dueOn)}.`]
    return []
  })
}

/** Days of one holiday that follow one another are told once; weekends are seen in the strip. */
function holidays(steps: readonly DueStep[]): readonly string[] {
  const runs: { name: string; from: Day; until: Day }[] = []
  for (const step of steps) {
    if (step.kind !== 'day-skipped' || step.why === 'weekend') continue
    const name = step.name ?? ''
    const last = runs.at(-1)
    if (last?.name === name) last.until = step.on
    else runs.push({ name, from: step.on, until: step.on })
  }
  return runs.map(({ name, from, until }) => from === until
    ? capitalise(`${dayInSentence(from)} nghỉ ${name}.`)
    : `Từ ${dayInSentence(from)} đến ${dayInSentence(until)} nghỉ ${name}.`)
}

function makeUps(steps: readonly DueStep[]): readonly string[] {
  return steps.flatMap(step => step.kind === 'make-up-day' ? [capitalise(`${dayInSentence(step.on)} làm bù, vẫn tính.`)] : [])
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
