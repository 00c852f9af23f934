import { dayOfInstant } from '../../shared/base/day.ts'
import { html, type Html } from '../../shared/base/html.ts'
import { periodOf } from '../../shared/reports/period.ts'

/** Asks for a month, `2026-11`; `more` are the page's other fields. */
export function monthForm(action: string, month: string, more: Html | '' = ''): Html {
  return html`<form class="line" method="get" action="${action}">${more}<label>Tháng <input name="month" type="month" value="${month}" required></label><button>Xem</button></form>`
}

/** The month that is asked about; the one before this where none is. */
export function monthOf(asked: string | undefined, now: number): string {
  if (asked !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(asked)) return asked
  const today = dayOfInstant(new Date(now).toISOString())
  const { from } = periodOf('month', today)
  return dayOfInstant(new Date(Date.parse(`${from}T00:00:00.000Z`) - 86_400_000).toISOString()).slice(0, 7)
}
