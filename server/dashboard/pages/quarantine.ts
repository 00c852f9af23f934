import { html } from '../../../shared/base/html.ts'
import { decideQuarantine } from '../../admin/decide-quarantine.ts'
import { quarantineList } from '../../db/queries/quarantine.ts'
import { settled } from '../../projections/growth.ts'
import { go, page, type Page } from '../page.ts'
import { problemBox, timeText, unitName } from '../words.ts'

/** Lines that may not enter a log: kept, listed, decided by a person (rules S4, S5). */
export const quarantinePage: Page = {
  method: 'GET', path: '/quarantine', right: 'quarantine/decide',
  answer: async ({ city, csrf }) => {
    const rows = await quarantineList(city)
    return page('Để riêng', html`<p>Dòng của máy đã thu hồi, của thư mục bị chép, hoặc hai dòng khác nhau cùng một số. Không mất gì; cần người xem.</p>
<section class="panel"><h2>${rows.filter(({ decision }) => decision === null).length} việc chờ xem</h2>${rows.length === 0 ? html`<p class="muted">Không có gì để riêng.</p>` : html`<table>
<thead><tr><th scope="col">Nhận lúc</th><th scope="col">Đơn vị</th><th scope="col">Máy</th><th scope="col">Vì sao</th><th scope="col" class="num">Số dòng</th><th scope="col">Quyết định</th></tr></thead>
<tbody>${rows.map(row => html`<tr><td>${timeText(row.receivedAt)}</td><td>${row.unit === null ? '' : unitName(row.unit)}</td><td>${row.device}</td><td>${WHY[row.reason] ?? row.reason}</td><td class="num">${row.lineCount}</td>
<td>${row.decision !== null ? `${DECIDED[row.decision.decision] ?? row.decision.decision}: ${row.decision.note}` : html`<form class="line" method="post" action="/quarantine">${csrf}<input type="hidden" name="id" value="${row.id}">
<label>Ghi rõ <input name="note" required maxlength="500"></label> <button name="decision" value="settled">Đã xử lý</button> <button class="quiet" name="decision" value="set-aside">Không dùng</button></form>`}</td></tr>`)}</tbody></table>`}</section>`)
  },
}

export const decidePage: Page = {
  method: 'POST', path: '/quarantine', right: 'quarantine/decide',
  answer: async ({ city, person, form }) => {
    const decided = await decideQuarantine(city, person, {
      id: form['id'] ?? '', decision: form['decision'] === 'set-aside' ? 'set-aside' : 'settled', note: form['note'] ?? '',
    })
    if (!decided.ok) return page('Chưa ghi', html`${problemBox(decided.problem)}<p><a href="/quarantine">Trở lại</a></p>`, 422)
    await settled(city)
    return go('/quarantine')
  },
}

const WHY: Readonly<Record<string, string>> = { 'sync/fork': 'hai dòng khác nhau cùng một số', 'sync/device-revoked': 'máy đã thu hồi' }
const DECIDED: Readonly<Record<string, string>> = { 'settled': 'đã xử lý', 'set-aside': 'không dùng' }
