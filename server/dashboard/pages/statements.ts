import { html } from '../../../shared/base/html.ts'
import { scopeOf } from '../../admin/city-role.ts'
import { findStatement } from '../../db/queries/statements.ts'
import { page, type Page } from '../page.ts'
import { dayText, timeText, unitName } from '../words.ts'

/** The check code of a printed statement: the same figures as on the paper. */
export const statementsPage: Page = {
  method: 'GET', path: '/statements', right: 'statement/find',
  answer: async ({ city, person, query }) => {
    const code = (query['code'] ?? '').slice(0, 40)
    const found = code.trim() === '' ? undefined : await findStatement(city.db, code, scopeOf(person))
    return page('Tờ kết ngày', html`<form class="line" method="get" action="/statements"><label>Mã kiểm trên tờ giấy <input name="code" value="${code}" maxlength="40" autofocus></label><button>Xem</button></form>
${found !== undefined && found.length === 0 && html`<p class="problem">Chưa có tờ nào mang mã này. Máy có thể chưa gửi; xem lại từng chữ rồi thử sau.</p>`}
${(found ?? []).map(({ unit, day, at, arrivedAt, body }) => html`<section class="panel"><h2>${unitName(unit)}, ngày ${dayText(day)}</h2>
<p>Ghi lúc ${timeText(at)}, về thành phố lúc ${timeText(arrivedAt)}.</p><table><tbody>${Object.entries(body).filter(([, value]) => typeof value === 'number')
    .map(([name, value]) => html`<tr><th scope="row">${FIGURES[name] ?? name}</th><td class="num">${String(value)}</td></tr>`)}</tbody></table></section>`)}`)
  },
}

const FIGURES: Readonly<Record<string, string>> = {
  dossierCount: 'Hồ sơ trong ngày', safeCount: 'Hồ sơ đã an toàn', pageCount: 'Trang', safePageCount: 'Trang đã an toàn', refusedCount: 'Không gửi được',
}
