import { dayOfInstant } from '../../../shared/base/day.ts'
import { html } from '../../../shared/base/html.ts'
import type { Cell } from '../../../shared/base/table.ts'
import { getGrouping, type Grouping } from '../../../shared/reports/groupings.ts'
import { overdueReasons } from '../../../shared/reports/overdue-reasons.ts'
import { periodOf } from '../../../shared/reports/period.ts'
import { progress } from '../../../shared/reports/progress.ts'
import { reportTable } from '../../../shared/reports/report-table.ts'
import type { Report } from '../../../shared/reports/report.ts'
import { tabulate } from '../../../shared/reports/tabulate.ts'
import { livesIn } from '../../db/queries/figures.ts'
import { monthForm, monthOf } from '../month-form.ts'
import { page, type Page } from '../page.ts'
import { count, dayText } from '../words.ts'

/** The forms of the circular that a city counts, each a report of the desk over every unit, told by another thing. */
const FORMS: readonly { readonly number: string, readonly title: string, readonly report: Report, readonly grouping: Grouping }[] = [
  { number: 'II.06b', title: `${progress.title}, theo đơn vị`, report: progress, grouping: getGrouping('unit') },
  { number: 'II.06c', title: `${progress.title} trên địa bàn, theo lĩnh vực`, report: progress, grouping: getGrouping('field') },
  { number: 'II.07b', title: `${overdueReasons.title} trên địa bàn`, report: overdueReasons, grouping: getGrouping('delay-reason') },
]

/** A month of the whole city on one of its forms, counted by the functions the desks count with. */
export const reportsPage: Page = {
  method: 'GET', path: '/reports', right: 'overview/see',
  answer: async ({ city, query }) => {
    const month = monthOf(query['month'], city.now())
    const period = periodOf('month', `${month}-01`)
    const [first] = FORMS
    const form = FORMS.find(({ number }) => number === query['form']) ?? first
    if (form === undefined) throw new Error('No form')
    const { number, title, report, grouping } = form
    const lives = await livesIn(city.db, null, period)
    const today = dayOfInstant(new Date(city.now()).toISOString())
    const { table, totals } = reportTable(report, grouping, tabulate(report, grouping, lives, period, today))
    const choice = html`<label>Biểu <select name="form">${FORMS.map(each =>
      html`<option value="${each.number}"${each === form ? html` selected` : ''}>${each.number} · ${each.title}</option>`)}</select></label> `
    return page(`Biểu ${number}/VPCP/KSTT`, html`${monthForm('/reports', month, choice)}
<section class="panel"><h2>${title}</h2>
<p class="muted">Đơn vị tính: hồ sơ. Tính theo giờ xảy ra ở quầy,
từ ${dayText(period.from)} đến ${dayText(period.until)}, theo những gì đã về thành phố.</p>
${table.rows.length === 0 ? html`<p class="muted">Không có hồ sơ nào trong kỳ.</p>` : html`<table><thead><tr>${table.columns.map(column =>
  html`<th scope="col"${column.kind === 'number' ? html` class="num"` : ''}>${column.title}</th>`)}</tr></thead><tbody>
${table.rows.map(row => line(row))}${line(totals)}</tbody></table>`}</section>`)
  },
}

function line([name, ...figures]: readonly Cell[]) {
  return html`<tr><th scope="row">${String(name)}</th>${figures.map(figure => html`<td class="num">${count(Number(figure))}</td>`)}</tr>`
}
