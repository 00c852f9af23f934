import { html, type Html } from '../../shared/base/html.ts'
import type { Problem } from '../../shared/base/result.ts'
import { dayOfInstant } from '../../shared/base/day.ts'
import { findUnit } from '../../shared/units/unit.ts'
import type { DossierRow } from '../db/queries/dossier-row.ts'
import { adminSentence } from './text/problems.ts'

/** `20/11/2026` */
export function dayText(day: string | null): string {
  return day === null ? '' : day.split('-').toReversed().join('/')
}

/** `20/11/2026 10:44`, in Vietnam. */
export function timeText(at: string | null): string {
  if (at === null) return ''
  const local = new Date(Date.parse(at) + 7 * 3_600_000).toISOString()
  return `${dayText(dayOfInstant(at))} ${local.slice(11, 16)}`
}

/** What a unit is called; its code for one that is none of the city's. */
export function unitName(code: string): string {
  return findUnit(code)?.name ?? code
}

export function count(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, '.')
}

/** A refusal as a sentence in its box. */
export function problemBox(problem: Problem): Html {
  return html`<p class="problem" role="alert">${adminSentence(problem as Parameters<typeof adminSentence>[0])}</p>`
}

export const STATE_WORDS: Readonly<Record<string, string>> = { received: 'đang giải quyết', refused: 'từ chối', guided: 'hướng dẫn', withdrawn: 'đã hủy hoặc rút' }

/** Dossiers as a table; lists show no personal number. */
export function dossierTable(rows: readonly DossierRow[], caption: string, withUnit = false): Html {
  if (rows.length === 0) return html`<p class="muted">Không có hồ sơ nào.</p>`
  return html`<table><caption class="sr">${caption}</caption><thead><tr><th scope="col">Mã</th>${withUnit && html`<th scope="col">Đơn vị</th>`}
<th scope="col">Người nộp</th><th scope="col">Thủ tục</th><th scope="col">Nhận lúc</th><th scope="col">Hẹn trả</th><th scope="col">Tình trạng</th></tr></thead>
<tbody>${rows.map(row => html`<tr><td><a href="/dossiers/${row.unit}/${row.subject}">${row.code ?? 'không cấp mã'}</a></td>
${withUnit && html`<td>${unitName(row.unit)}</td>`}<td>${row.personName}</td><td>${row.procedureName}</td>
<td>${timeText(row.receivedAt)}</td><td>${dayText(row.dueOn)}${row.isOverdue && html` <span class="late">! quá hạn</span>`}</td>
<td>${STATE_WORDS[row.state] ?? row.state}${row.disputeCount > 0 && html` <span class="soon">có tranh chấp</span>`}</td></tr>`)}</tbody></table>`
}
