import { html, type Html } from '../../shared/base/html.ts'
import { formatMoney } from '../../shared/base/money.ts'
import { ROLES, type Role } from '../../shared/users/role.ts'
import type { CertifiedMonth } from '../db/queries/certified.ts'
import type { DeviceRow } from '../db/queries/devices.ts'
import type { UserRow } from '../db/queries/users.ts'
import { count, timeText } from './words.ts'

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  'clerk': 'công chức một cửa', 'officer': 'chuyên viên', 'leader': 'lãnh đạo', 'registrar': 'văn thư', 'fee-clerk': 'thu phí',
  'director': 'giám đốc trung tâm', 'office-administrator': 'quản trị đơn vị',
}

/** PCs with what they last said; with forms to revoke them where `csrf` is given. */
export function deviceTable(devices: readonly DeviceRow[], csrf: Html | undefined): Html {
  if (devices.length === 0) return html`<p class="muted">Chưa ghi danh máy nào.</p>`
  return html`<table><thead><tr><th scope="col">Quầy</th><th scope="col">Máy</th><th scope="col">Dải số</th><th scope="col">Lần gửi gần nhất</th>
<th scope="col">Bản</th><th scope="col" class="num">Chờ gửi</th><th scope="col">Tình trạng</th></tr></thead><tbody>${devices.map(row => html`<tr>
<td>${row.desk}</td><td>${row.device}${row.continues !== null && html`<br><span class="muted">tiếp máy ${row.continues}</span>`}</td>
<td>${row.numberRange.from}–${row.numberRange.to}</td><td>${row.exchangedAt === null ? 'chưa lần nào' : timeText(row.exchangedAt)}</td><td>${row.program ?? ''}</td>
<td class="num">${row.waitingDossiers ?? ''}</td><td>${row.revokedAt !== null ? html`<span class="late">đã thu hồi ${timeText(row.revokedAt)}</span> ${row.revokedReason ?? ''}` : csrf === undefined ? 'đang dùng' : html`
<form class="line" method="post" action="/devices/revoke">${csrf}<input type="hidden" name="unit" value="${row.unit}"><input type="hidden" name="device" value="${row.device}">
<label>Lý do thu hồi <input name="reason" required maxlength="300"></label> <button class="quiet">Thu hồi</button></form>`}</td></tr>`)}</tbody></table>`
}

/** What each book of certification gained in each month; the numbers are those of the desk, by the day they were drawn. */
export function certifiedTable(months: readonly CertifiedMonth[], devices: readonly DeviceRow[]): Html {
  if (months.length === 0) return html`<p class="muted">Chưa có số chứng thực nào.</p>`
  const deskOf = (device: string): string => devices.find(row => row.device === device)?.desk ?? device
  return html`<table><thead><tr><th scope="col">Quyển</th><th scope="col">Quầy</th><th scope="col">Tháng</th><th scope="col" class="num">Số đã ghi</th>
<th scope="col" class="num">Đã hủy</th><th scope="col" class="num">Bản</th><th scope="col" class="num">Phí</th><th scope="col">Khóa sổ</th></tr></thead><tbody>${months.map(row => html`<tr>
<td>${row.label}</td><td>${deskOf(row.device)}</td><td>${row.month.slice(5)}/${row.month.slice(0, 4)}</td><td class="num">${count(row.numberCount)}</td>
<td class="num">${count(row.voidedCount)}</td><td class="num">${count(row.copyCount)}</td><td class="num">${formatMoney(row.fee)}</td>
<td>${row.closedAt === null ? '' : timeText(row.closedAt)}</td></tr>`)}</tbody></table>`
}

export function codeForm(unit: string, csrf: Html): Html {
  return html`<form class="line" method="post" action="/codes">${csrf}<input type="hidden" name="unit" value="${unit}">
<label>Tên quầy <input name="desk" required maxlength="100" value="Quầy 1"></label><label>Số quầy (để trống: máy tự chọn) <input name="deskNumber" inputmode="numeric" maxlength="2"></label><button>Cho mã</button></form>`
}

export function userTable(users: readonly UserRow[], csrf: Html): Html {
  if (users.length === 0) return html`<p class="muted">Chưa có ai.</p>`
  const hidden = (row: UserRow): Html => html`${csrf}<input type="hidden" name="unit" value="${row.unit}"><input type="hidden" name="id" value="${row.id}">`
  return html`<table><thead><tr><th scope="col">Họ tên</th><th scope="col">Vai trò</th><th scope="col">Cử lúc</th><th scope="col">Việc</th></tr></thead>
<tbody>${users.map(row => html`<tr><td>${row.name}</td><td>${row.roles.map(role => ROLE_WORDS[role]).join(', ')}</td><td>${timeText(row.appointedAt)}</td>
<td>${row.withdrawnAt !== null ? html`<span class="muted">đã thôi ${timeText(row.withdrawnAt)}</span>` : html`
<form class="line" method="post" action="/users/pin">${hidden(row)}<button class="quiet">PIN mới</button></form>
<form class="line" method="post" action="/users/withdraw">${hidden(row)}<label>Lý do thôi <input name="reason" required maxlength="300"></label> <button class="quiet">Cho thôi</button></form>`}</td></tr>`)}</tbody></table>`
}

export function userForm(unit: string, csrf: Html): Html {
  return html`<form class="fields" method="post" action="/users">${csrf}<input type="hidden" name="unit" value="${unit}">
<label>Họ tên <input name="name" required maxlength="200"></label>
<fieldset><legend>Vai trò</legend>${ROLES.map(role => html`<label class="tick"><input type="checkbox" name="roles" value="${role}"> ${ROLE_WORDS[role]}</label> `)}</fieldset>
<button>Cử</button></form>`
}
