import { html } from '../../../shared/base/html.ts'
import { units } from '../../../shared/units/unit.ts'
import { appointCityUser } from '../../admin/appoint-city-user.ts'
import { CITY_ROLES, type CityRole } from '../../admin/city-role.ts'
import { withdrawCityUser } from '../../admin/withdraw-city-user.ts'
import { looks } from '../../db/queries/looks.ts'
import { cityUsers } from '../../db/queries/users.ts'
import { settled } from '../../projections/growth.ts'
import { go, page, type Page } from '../page.ts'
import { problemBox, timeText } from '../words.ts'

const ROLE: Readonly<Record<CityRole, string>> = {
  'administrator': 'quản trị viên', 'operator': 'vận hành', 'supervisor': 'giám sát', 'unit-reader': 'người xem của đơn vị',
}

/** Who works with these pages, and who looked at whose papers (rule U3). */
export const cityPeoplePage: Page = {
  method: 'GET', path: '/city-people', right: 'city-user/manage',
  answer: async ({ city, csrf }) => {
    const [people, seen] = await Promise.all([cityUsers(city.db), looks(city.db)])
    const names = new Map(people.map(({ id, name }) => [id, name]))
    return page('Người của thành phố', html`<section class="panel"><table><thead><tr><th scope="col">Họ tên</th><th scope="col">Tên đăng nhập</th><th scope="col">Vai trò</th><th scope="col">Việc</th></tr></thead>
<tbody>${people.map(row => html`<tr><td>${row.name}</td><td>${row.signInName}</td><td>${ROLE[row.role]}${row.unit !== null && html` ${row.unit}`}</td><td>${row.withdrawnAt !== null ? 'đã thôi' : html`
<form class="line" method="post" action="/city-people/withdraw">${csrf}<input type="hidden" name="id" value="${row.id}"><label>Lý do <input name="reason" required maxlength="300"></label> <button class="quiet">Cho thôi</button></form>`}</td></tr>`)}</tbody></table></section>
<section class="panel"><h2>Cử người mới</h2><form class="fields" method="post" action="/city-people">${csrf}<label>Họ tên <input name="name" required maxlength="200"></label>
<label>Tên đăng nhập <input name="signInName" required maxlength="100"></label><label>Mật khẩu đầu tiên <input name="password" type="password" autocomplete="new-password" required maxlength="200"></label>
<label>Vai trò <select name="role">${CITY_ROLES.map(role => html`<option value="${role}">${ROLE[role]}</option>`)}</select></label>
<label>Đơn vị (chỉ cho người xem của đơn vị) <select name="unit"><option value=""></option>${units.map(({ code, name }) => html`<option value="${code}">${name}</option>`)}</select></label><button>Cử</button></form></section>
<section class="panel"><h2>Đã xem hồ sơ của dân</h2><table><thead><tr><th scope="col">Lúc</th><th scope="col">Ai</th><th scope="col">Hồ sơ</th><th scope="col">Ở trang</th></tr></thead>
<tbody>${seen.map(row => html`<tr><td>${timeText(row.at)}</td><td>${names.get(row.cityUser) ?? row.cityUser}</td><td>${row.unit} ${row.subject}</td><td>${row.screen}</td></tr>`)}</tbody></table></section>`)
  },
}

export const appointCityUserPage: Page = {
  method: 'POST', path: '/city-people', right: 'city-user/manage',
  answer: async ({ city, person, form }) => {
    const { name = '', signInName = '', password = '', role = '', unit = '' } = form
    const known = CITY_ROLES.find(one => one === role) ?? 'unit-reader'
    const appointed = await appointCityUser(city, person, { name, signInName, password, role: known, unit: known === 'unit-reader' && unit !== '' ? unit : null })
    if (!appointed.ok) return page('Chưa cử được', html`${problemBox(appointed.problem)}<p><a href="/city-people">Trở lại</a></p>`, 422)
    await settled(city)
    return go('/city-people')
  },
}

export const withdrawCityUserPage: Page = {
  method: 'POST', path: '/city-people/withdraw', right: 'city-user/manage',
  answer: async ({ city, person, form }) => {
    const withdrawn = await withdrawCityUser(city, person, { id: form['id'] ?? '', reason: form['reason'] ?? '' })
    if (!withdrawn.ok) return page('Chưa làm được', html`${problemBox(withdrawn.problem)}<p><a href="/city-people">Trở lại</a></p>`, 422)
    await settled(city)
    return go('/city-people')
  },
}
