import { dayOfInstant } from '../../../shared/base/day.ts'
import { html, type Html } from '../../../shared/base/html.ts'
import { periodOf, type Period } from '../../../shared/reports/period.ts'
import { progress } from '../../../shared/reports/progress.ts'
import type { DifferentCell } from '../../../shared/reports/signed-figures.ts'
import { findUnit } from '../../../shared/units/unit.ts'
import { checkedFigures, countFigures, type CheckedFigures } from '../../db/queries/figures.ts'
import { monthForm, monthOf } from '../month-form.ts'
import { nothingHere, page, type Page } from '../page.ts'
import { count, dayText, timeText, unitName } from '../words.ts'

/** What units have signed of a month, and whether the city counts the same. */
export const figuresPage: Page = {
  method: 'GET', path: '/figures', right: 'overview/see',
  answer: async ({ city, query }) => {
    const month = monthOf(query['month'], city.now())
    const checked = await checkedFigures(city.db, periodOf('month', `${month}-01`))
    return page('Số liệu đã ký', html`${monthForm('/figures', month)}
<section class="panel"><h2>Đơn vị đã ký số liệu tháng ${month.split('-').toReversed().join('/')}</h2>${checked.length === 0
  ? html`<p class="muted">Chưa có đơn vị nào ký số liệu tháng này.</p>`
  : html`<table><thead><tr><th scope="col">Đơn vị</th><th scope="col">Người ký</th><th scope="col">Ký lúc</th><th scope="col">Đối chiếu</th></tr></thead><tbody>${
    checked.map(({ unit, signed, at, different }) => html`<tr><td><a href="/units/${unit}/figures?month=${month}">${unitName(unit)}</a></td>
<td>${signed.signedByName}</td><td>${timeText(at)}</td><td>${verdict(different)}</td></tr>`)}</tbody></table>`}</section>`)
  },
}

/** Biểu II.06a of one unit and month as the city counts it, beside what its director signed. */
export const unitFiguresPage: Page = {
  method: 'GET', path: '/units/:unit/figures', right: 'unit/see',
  answer: async ({ city, params, query }) => {
    const unit = params['unit'] ?? ''
    if (findUnit(unit) === undefined) return nothingHere(html`<p>Không có đơn vị này. <a href="/">Về Tình hình</a>.</p>`)
    const month = monthOf(query['month'], city.now())
    const period = periodOf('month', `${month}-01`)
    const [signed] = await checkedFigures(city.db, period, unit)
    const counted = await countFigures(city.db, unit, period, signed?.signed.on ?? dayOfInstant(new Date(city.now()).toISOString()))
    return page(`Số liệu ${unitName(unit)}`, html`${monthForm(`/units/${unit}/figures`, month)}
<section class="panel"><h2>${progress.number} · ${progress.title}</h2><p class="muted">Tính theo giờ xảy ra ở quầy, từ ${dayText(period.from)} đến ${dayText(period.until)}.</p>
<table><thead><tr><th scope="col"></th>${progress.columns.map(({ number, title }) => html`<th scope="col" class="num">(${number}) ${title}</th>`)}</tr></thead><tbody>
${line('Thành phố đếm', counted.total)}${signed !== undefined && line('Đơn vị ký', signed.signed.total)}</tbody></table></section>
${check(signed, period)}`)
  },
}

function check(signed: CheckedFigures | undefined, { until }: Period): Html {
  if (signed === undefined) return html`<section class="panel"><h2>Đối chiếu</h2><p class="muted">Đơn vị chưa ký số liệu kỳ đến ${dayText(until)}.</p></section>`
  const { at, arrivedAt, different, signed: { signedByName } } = signed
  return html`<section class="panel"><h2>Đối chiếu: ${verdict(different)}</h2>
<p>${signedByName} ký lúc ${timeText(at)}, về thành phố lúc ${timeText(arrivedAt)}.</p>${different.length > 0 && html`<table><thead><tr>
<th scope="col">Thủ tục</th><th scope="col">Cột</th><th scope="col" class="num">Đơn vị ký</th><th scope="col" class="num">Thành phố đếm</th></tr></thead><tbody>${
  different.map(cell => html`<tr><td>${cell.procedure ?? 'Tổng số'}</td><td>${columnTitle(cell.column)}</td><td class="num">${count(cell.signed)}</td>
<td class="num">${count(cell.counted)}</td></tr>`)}</tbody></table>`}</section>`
}

function verdict(different: readonly DifferentCell[]): Html {
  return different.length === 0 ? html`khớp` : html`<span class="late">khác ${count(different.length)} ô</span>`
}

function line(name: string, figures: readonly number[]): Html {
  return html`<tr><th scope="row">${name}</th>${figures.map(figure => html`<td class="num">${count(figure)}</td>`)}</tr>`
}

function columnTitle(column: string): string {
  return progress.columns.find(({ key }) => key === column)?.title ?? column
}
