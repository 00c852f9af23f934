import { html, type Html } from '../../../shared/base/html.ts'
import { overview, type DayRow, type UnitRow } from '../../db/queries/overview.ts'
import { readState } from '../../admin/city-log.ts'
import { scopeOf } from '../../admin/city-role.ts'
import { OFFICE_LOG } from '../../admin/office-log.ts'
import type { City } from '../../city.ts'
import { go, page, type Page } from '../page.ts'
import { count, dayText, timeText } from '../words.ts'

/** Who is silent, what is at risk: all units at a glance (screen city-overview). */
export const overviewPage: Page = {
  method: 'GET', path: '/', right: 'signed-in',
  answer: async ({ city, person, query }) => {
    const own = scopeOf(person)
    if (own !== undefined) return go(`/units/${own}`)
    const { units, days, at, foldedUntil, nextWorkingDay } = await overview(city)
    const settlingUnits = await stillSettling(city, units)
    const silent = units.filter(({ silence }) => silence === 'over-24' || silence === 'over-48')
    const sum = (of: (row: UnitRow) => number): number => units.reduce((all, row) => all + of(row), 0)
    const toCall = sortedBy(units.filter(row => row.silence.startsWith('over') || row.waitingDossiers > 50), query['sort'])
    return page(`Tình hình ${String(units.length)} đơn vị`, html`
<p class="muted">Lúc ${timeText(at)}. Tính theo giờ xảy ra ở quầy, không theo giờ gửi. Số liệu tính đến ${foldedUntil === null ? 'chưa có gì' : timeText(foldedUntil)}.</p>
${settlingUnits.length > 0 && html`<p class="panel" role="status">Thành phố vừa khôi phục từ bản sao lưu. Còn ${settlingUnits.length} đơn vị đang trả lại phần còn thiếu; đến khi xong, thành phố chưa xác nhận và chưa nhận máy mới ở đó: ${settlingUnits.join(', ')}.</p>`}
<ul class="figures">
<li><a href="#call"><b${silent.length > 0 && html` class="late"`}>${silent.length} <small>trong ${units.length} đơn vị</small></b>chưa gửi quá 24 giờ</a></li>
<li><a href="#call"><b>${count(sum(row => row.waitingDossiers))}</b>hồ sơ mới có ở quầy</a></li>
<li><a href="#units"><b${sum(row => row.overdueCount) > 0 && html` class="late"`}>${count(sum(row => row.overdueCount))}</b>hồ sơ quá hạn</a></li>
<li><a href="#units"><b>${count(sum(row => row.dueNextCount))}</b>đến hạn ${dayText(nextWorkingDay)}</a></li>
<li><a href="#chart"><b>${count(sum(row => row.receivedToday))}</b>hồ sơ nhận hôm nay</a></li>
<li><a href="#units"><b>${count(sum(row => row.disputeCount))}</b>hồ sơ có tranh chấp</a></li></ul>
<section class="panel" id="tiles"><h2>Lần gửi gần nhất</h2>${[...Map.groupBy(units, row => row.oldProvince)].map(([province, rows]) => html`
<h3>${province} cũ, ${rows.length} đơn vị</h3><ul class="tiles">${rows.map(tile)}</ul>`)}</section>
<section class="panel" id="call"><h2>Cần gọi ngay</h2>${toCall.length === 0 ? html`<p class="safe">Mọi đơn vị đã ghi danh đều gửi gần đây.</p>` : table(toCall, true)}</section>
<section class="panel" id="chart"><h2>Hồ sơ nhận theo ngày, 14 ngày</h2>${chart(days)}</section>
<section class="panel" id="units"><h2>Từng đơn vị</h2>${table(units, false)}</section>`)
  },
}

/** Names of units whose PCs are still to be heard after a restore (rule S13). */
async function stillSettling(city: City, units: readonly UnitRow[]): Promise<readonly string[]> {
  const { restored } = await readState(city, OFFICE_LOG)
  return restored.at === null ? [] : units.filter(row => row.silence !== 'none' && !restored.settled.has(row.unit)).map(({ name }) => name)
}

const SILENCE: Readonly<Record<UnitRow['silence'], string>> = {
  'none': 'chưa ghi danh máy nào', 'never': 'chưa gửi lần nào', 'sent': 'đã an toàn', 'sending': 'đang gửi', 'over-24': 'chưa gửi quá 24 giờ', 'over-48': 'chưa gửi quá 48 giờ',
}

function tile(row: UnitRow): Html {
  const initials = row.name.replace(/^(Xã|Phường|Đặc khu) /, '').split(' ').map(word => word[0] ?? '').join('').slice(0, 3)
  const said = `${row.name}: ${SILENCE[row.silence]}${row.waitingDossiers > 0 ? `, ${count(row.waitingDossiers)} hồ sơ chờ` : ''}`
  return html`<li><a class="is-${row.silence}" href="/units/${row.unit}" title="${said}"><span aria-hidden="true">${row.silence === 'over-48' && '! '}${initials}</span><span class="sr">${said}</span></a></li>`
}

function table(rows: readonly UnitRow[], isSorted: boolean): Html {
  const head = (key: string, name: string): Html => isSorted ? html`<a href="/?sort=${key}#call">${name}</a>` : html`${name}`
  return html`<table><thead><tr><th scope="col">${head('name', 'Đơn vị')}</th><th scope="col">${head('silent', 'Lần gửi gần nhất')}</th>
<th scope="col" class="num">${head('waiting', 'Chờ gửi')}</th><th scope="col" class="num">${head('overdue', 'Quá hạn')}</th><th scope="col" class="num">Đang giải quyết</th>
<th scope="col">Bản chương trình</th><th scope="col" class="num">Ổ đĩa trống</th><th scope="col" class="num">Lệch giờ</th></tr></thead>
<tbody>${rows.map(row => html`<tr><td><a href="/units/${row.unit}">${row.name}</a></td>
<td${row.silence.startsWith('over') && html` class="late"`}>${row.exchangedAt === null ? SILENCE[row.silence] : timeText(row.exchangedAt)}</td>
<td class="num">${count(row.waitingDossiers)}</td><td class="num">${count(row.overdueCount)}</td><td class="num">${count(row.openCount)}</td>
<td>${row.programs.join(', ')}</td><td class="num">${row.freeDisk === null ? '' : `${String(Math.round(row.freeDisk / 1e9))} GB`}</td>
<td class="num">${row.clockDrift === null ? '' : `${String(Math.round(row.clockDrift / 60_000))} phút`}</td></tr>`)}</tbody></table>`
}

function sortedBy(rows: readonly UnitRow[], key = 'silent'): readonly UnitRow[] {
  const by: Readonly<Record<string, (one: UnitRow, other: UnitRow) => number>> = {
    name: (one, other) => one.name.localeCompare(other.name, 'vi'), waiting: (one, other) => other.waitingDossiers - one.waitingDossiers,
    overdue: (one, other) => other.overdueCount - one.overdueCount,
    silent: (one, other) => (other.silentHours ?? 0) - (one.silentHours ?? 0),
  }
  return [...rows].sort(Object.hasOwn(by, key) ? by[key] : by['silent'])
}

/** Bars with the same figures as a table behind them; days off are dashes, today is outlined since it is unfinished. */
function chart(days: readonly DayRow[]): Html {
  const most = Math.max(1, ...days.map(({ receivedCount }) => receivedCount))
  return html`<svg class="chart" viewBox="0 0 700 170" role="img" aria-label="Hồ sơ nhận theo ngày; số liệu trong bảng bên dưới">${days.map(({ day, isWorkingDay, receivedCount }, i) => {
    const height = Math.round((receivedCount / most) * 120)
    const isToday = i === days.length - 1
    return html`<rect x="${i * 50 + 8}" y="${140 - height}" width="34" height="${Math.max(2, height)}" fill="${isToday ? '#fff' : isWorkingDay ? '#0b5c8a' : '#b6c0c8'}" stroke="#0b5c8a"></rect>
<text x="${i * 50 + 25}" y="160" text-anchor="middle" font-size="13">${day.slice(8)}/${day.slice(5, 7)}</text>`
  })}</svg><details><summary>Bảng số liệu</summary><table><thead><tr><th scope="col">Ngày</th><th scope="col" class="num">Hồ sơ nhận</th></tr></thead>
<tbody>${days.map(({ day, receivedCount }) => html`<tr><td>${dayText(day)}</td><td class="num">${count(receivedCount)}</td></tr>`)}</tbody></table></details>`
}
