import { html } from '../../../shared/base/html.ts'
import { appointUsers } from '../../admin/appoint-users.ts'
import { usersOf } from '../../db/queries/users.ts'
import { page, type Page } from '../page.ts'
import { adminSentence } from '../text/problems.ts'
import { ROLE_WORDS } from '../unit-parts.ts'
import { problemBox, unitName } from '../words.ts'

/** Everybody with a PIN, and a list of up to 1,000 at once. */
export const peoplePage: Page = {
  method: 'GET', path: '/people', right: 'user/manage',
  answer: async ({ city, csrf }) => {
    const users = await usersOf(city.db)
    return page('Người dùng', html`<section class="panel"><h2>Cử nhiều người một lần</h2>
<form class="fields" method="post" action="/people">${csrf}<label>Danh sách CSV, dòng đầu là: unit,name,roles (vai trò cách nhau bằng dấu +)
<textarea name="list" rows="8" required>unit,name,roles</textarea></label><button>Cử cả danh sách</button></form></section>
<section class="panel"><h2>${users.length} người</h2><table><thead><tr><th scope="col">Đơn vị</th><th scope="col">Họ tên</th><th scope="col">Vai trò</th></tr></thead>
<tbody>${users.map(row => html`<tr><td><a href="/units/${row.unit}">${unitName(row.unit)}</a></td><td>${row.name}${row.withdrawnAt !== null && html` <span class="muted">đã thôi</span>`}</td>
<td>${row.roles.map(role => ROLE_WORDS[role]).join(', ')}</td></tr>`)}</tbody></table></section>`)
  },
}

export const appointListPage: Page = {
  method: 'POST', path: '/people', right: 'user/manage',
  answer: async ({ city, person, form }) => {
    const appointed = await appointUsers(city, person, form['list'] ?? '')
    if (appointed.ok) {
      return page('Đã cử cả danh sách', html`<p>PIN đầu tiên của từng người, chỉ hiện một lần. In trang này, cắt trao tận tay.</p>
<table><thead><tr><th scope="col">Đơn vị</th><th scope="col">Họ tên</th><th scope="col">PIN</th></tr></thead>
<tbody>${appointed.value.users.map(({ unit, name, pin }) => html`<tr><td>${unitName(unit)}</td><td>${name}</td><td><b>${pin}</b></td></tr>`)}</tbody></table>`)
    }
    const rows = 'rows' in appointed.problem ? appointed.problem.rows : []
    return page('Chưa cử ai', html`${problemBox(appointed.problem)}<ul>${rows.map(row => html`<li>Dòng ${row.line}: ${adminSentence(row)}</li>`)}</ul><p><a href="/people">Sửa danh sách</a></p>`, 422)
  },
}
