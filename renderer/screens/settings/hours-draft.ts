import { formatMinutes } from '../../../shared/base/day.ts'
import { failure, success, type Problem, type Result } from '../../../shared/base/result.ts'
import { checkHours, type Hours } from '../../../shared/calendar/working-hours.ts'

/** The hours as they are typed, `07:00`; an empty afternoon is none. */
export interface HoursDraft {
  readonly morningFrom: string
  readonly morningUntil: string
  readonly afternoonFrom: string
  readonly afternoonUntil: string
  readonly cutoff: string
}

export interface HoursDraftProblem extends Problem {
  readonly code: 'hour-malformed' | 'hours-out-of-order'
  readonly field: keyof HoursDraft
}

export function hoursToDraft({ sessions, sameDayCutoff }: Hours): HoursDraft {
  const [morning, afternoon] = sessions
  const text = (minutes: number | undefined): string => minutes === undefined ? '' : formatMinutes(minutes)
  return {
    morningFrom: text(morning?.from),
    morningUntil: text(morning?.until),
    afternoonFrom: text(afternoon?.from),
    afternoonUntil: text(afternoon?.until),
    cutoff: formatMinutes(sameDayCutoff),
  }
}

/** The hours meant, or the first field that must be put right. */
export function draftToHours(draft: HoursDraft): Result<Hours, HoursDraftProblem> {
  const hasAfternoon = draft.afternoonFrom.trim() !== '' || draft.afternoonUntil.trim() !== ''
  const fields = hasAfternoon ? FIELDS : FIELDS.filter(field => !field.startsWith('afternoon'))
  const malformed = fields.find(field => parseClock(draft[field]) === undefined)
  if (malformed !== undefined) return failure({ code: 'hour-malformed', field: malformed })
  const at = (field: keyof HoursDraft): number => parseClock(draft[field]) ?? 0
  const morning = { from: at('morningFrom'), until: at('morningUntil') }
  const afternoon = { from: at('afternoonFrom'), until: at('afternoonUntil') }
  const checked = checkHours({ sessions: hasAfternoon ? [morning, afternoon] : [morning], sameDayCutoff: at('cutoff') })
  return checked.ok ? success(checked.value) : failure({ code: 'hours-out-of-order', field: 'morningFrom' })
}

/** Minutes since midnight from `07:00`, `7:00`, `7h30`, `0730` or `7`; undefined when it is no time. */
export function parseClock(text: string): number | undefined {
  const match = /^(\d{1,2})(?:[:hg.]?(\d{2}))?$/i.exec(text.trim())
  if (match === null) return undefined
  const minutes = Number(match[1]) * 60 + Number(match[2] ?? '0')
  return Number(match[2] ?? '0') < 60 && minutes <= 1440 ? minutes : undefined
}

const FIELDS = ['morningFrom', 'morningUntil', 'afternoonFrom', 'afternoonUntil', 'cutoff'] as const
