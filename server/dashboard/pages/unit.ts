import { html } from '../../../shared/base/html.ts'
import { mayInCity } from '../../admin/city-role.ts'
import { unitPage } from '../../db/queries/unit-page.ts'
import { usersOf } from '../../db/queries/users.ts'
import { codesOf } from '../../db/queries/codes.ts'
import { certifiedTable, deviceTable, codeForm, userForm, userTable } from '../unit-parts.ts'
import { nothingHere, page, type Page } from '../page.ts'
import { count, dossierTable, timeText } from '../words.ts'

/** One unit: its figures, PCs, people, and dossiers that need a look. */
export const unitPageOf: Page = {
  method: 'GET', path: '/units/:unit', right: 'unit/see',
  answer: async ({ city, person, params, csrf }) => {
    const unit = params['unit'] ?? ''
    const found = await unitPage(city, unit)
    if (found === undefined) return nothingHere(html`<p>Không có đơn vị này. <a href="/">Về Tình hình</a>.</p>`)
    const { row, devices, overdue, disputed, newest, certified } = found
    const maySee = mayInCity(person, 'dossier/see', unit)
    const mayManage = mayInCity(person, 'device/manage', unit)
    const [users, codes] = mayManage ? await Promise.all([usersOf(city.db, unit), codesOf(city.db, unit)]) : [[], []]
    const open = codes.filter(({ usedAt, withdrawnAt, expiresAt }) => usedAt === null && withdrawnAt === null && expiresAt > found.at)
    return page(row.name, html`
<ul class="figures"><li><a href="#devices"><b>${count(row.waitingDossiers)}</b>hồ sơ chờ gửi, ${count(row.waitingPages)} trang</a></li>
<li><a href="#overdue"><b>${count(row.overdueCount)}</b>hồ sơ quá hạn</a></li><li><a href="#newest"><b>${count(row.openCount)}</b>đang giải quyết</a></li>
<li><a href="#newest"><b>${count(row.receivedToday)}</b>nhận hôm nay</a></li></ul>
<p class="muted">Lần gửi gần nhất: ${row.exchangedAt === null ? 'chưa lần nào' : timeText(row.exchangedAt)}. <a href="/units/${row.unit}/figures">Số liệu tháng, đối chiếu</a>.</p>
<section class="panel" id="devices"><h2>Máy</h2>${deviceTable(devices, mayManage ? csrf : undefined)}
${mayManage && html`<h3>Cho mã ghi danh máy mới</h3>${codeForm(unit, csrf)}${open.length > 0 && html`<p>Mã đang chờ dùng: ${open.map(({ desk, expiresAt, id }) => html`
<form class="line" method="post" action="/codes/withdraw">${csrf}<input type="hidden" name="id" value="${id}"><input type="hidden" name="unit" value="${unit}">
<span>${desk}, đến ${timeText(expiresAt)}</span> <button class="quiet">Rút mã</button></form>`)}</p>`}`}</section>
${mayManage && html`<section class="panel"><h2>Người dùng</h2>${userTable(users, csrf)}<h3>Cử người mới</h3>${userForm(unit, csrf)}</section>`}
<section class="panel" id="certified"><h2>Sổ chứng thực</h2>${certifiedTable(certified, devices)}</section>
${maySee && html`<section class="panel" id="overdue"><h2>Quá hạn</h2>${dossierTable(overdue, 'Hồ sơ quá hạn')}</section>
<section class="panel"><h2>Có tranh chấp</h2>${dossierTable(disputed, 'Hồ sơ có tranh chấp')}</section>
<section class="panel" id="newest"><h2>Mới nhất</h2>${dossierTable(newest, 'Hồ sơ mới nhất')}</section>`}`)
  },
}
