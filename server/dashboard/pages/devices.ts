import { html } from '../../../shared/base/html.ts'
import { devicesOf } from '../../db/queries/devices.ts'
import { unfoldableList } from '../../db/queries/unfoldable.ts'
import { page, type Page } from '../page.ts'
import { timeText, unitName } from '../words.ts'

/** Every PC of the city by unit; what is done with one is on its unit's page. */
export const devicesPage: Page = {
  method: 'GET', path: '/devices', right: 'device/manage',
  answer: async ({ city }) => {
    const [devices, unfoldable] = await Promise.all([devicesOf(city.db), unfoldableList(city.db)])
    return page('Máy', html`<p>Ghi danh hoặc thu hồi máy ở trang của từng đơn vị.</p>
<section class="panel"><h2>${devices.length} máy</h2><table><thead><tr><th scope="col">Đơn vị</th><th scope="col">Quầy</th><th scope="col">Máy</th><th scope="col">Lần gửi gần nhất</th><th scope="col">Bản</th></tr></thead>
<tbody>${devices.map(row => html`<tr><td><a href="/units/${row.unit}">${unitName(row.unit)}</a></td><td>${row.desk}</td><td>${row.device}${row.revokedAt !== null && html` <span class="late">đã thu hồi</span>`}</td>
<td>${row.exchangedAt === null ? 'chưa lần nào' : timeText(row.exchangedAt)}</td><td>${row.program ?? ''}</td></tr>`)}</tbody></table></section>
<section class="panel"><h2>Dòng chưa đọc được</h2>${unfoldable.length === 0 ? html`<p class="muted">Không có.</p>` : html`<p>Đã giữ đủ, bản chương trình này chưa hiểu.</p><table>
<thead><tr><th scope="col">Đơn vị</th><th scope="col">Máy</th><th scope="col" class="num">Dòng</th><th scope="col">Loại</th><th scope="col">Vì sao</th></tr></thead>
<tbody>${unfoldable.map(row => html`<tr><td>${unitName(row.unit)}</td><td>${row.device}</td><td class="num">${row.seq}</td><td>${row.kind}</td><td>${row.reason}</td></tr>`)}</tbody></table>`}</section>`)
  },
}
