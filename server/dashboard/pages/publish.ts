import { html } from '../../../shared/base/html.ts'
import type { Problem, Result } from '../../../shared/base/result.ts'
import { failure } from '../../../shared/base/result.ts'
import { publishCalendar } from '../../admin/publish-calendar.ts'
import { publishCatalogue } from '../../admin/publish-catalogue.ts'
import { publishSettings } from '../../admin/publish-settings.ts'
import { publications } from '../../db/queries/publications.ts'
import { settled } from '../../projections/growth.ts'
import { go, page, type Asked, type Page } from '../page.ts'
import { problemBox, timeText } from '../words.ts'
import { parseJson } from '../../../shared/base/json.ts'

/** What the city says to every unit: procedures, calendar, settings; as acts of its public log. */
export const publishPage: Page = {
  method: 'GET', path: '/publish', right: 'publish',
  answer: async ({ city, csrf }) => {
    const rows = await publications(city.db)
    const form = (what: string, title: string, withVersion: boolean) => html`<section class="panel"><h2>${title}</h2><form class="fields" method="post" action="/publish">${csrf}<input type="hidden" name="what" value="${what}">
${withVersion && html`<label>Phiên bản <input name="version" required maxlength="100"></label>`}<label>Nội dung (JSON) <textarea name="text" rows="6" required></textarea></label><button>Công bố</button></form></section>`
    return page('Công bố', html`<p>Mọi máy nhận ở lần gửi sau. Đã công bố thì ở lại trong sổ; sửa bằng lần công bố mới.</p>
${form('catalogue', 'Danh mục thủ tục', true)}${form('calendar', 'Lịch nghỉ một năm', false)}${form('settings', 'Thiết lập', false)}
<section class="panel"><h2>Đã công bố</h2><table><thead><tr><th scope="col">Lúc</th><th scope="col">Gì</th><th scope="col">Tên</th><th scope="col" class="num">Số mục</th></tr></thead>
<tbody>${rows.map(row => html`<tr><td>${timeText(row.publishedAt)}</td><td>${KINDS[row.kind]}</td><td>${row.title}</td><td class="num">${row.count}</td></tr>`)}</tbody></table></section>`)
  },
}

export const publishActPage: Page = {
  method: 'POST', path: '/publish', right: 'publish',
  answer: async asked => {
    const published = await publish(asked)
    if (!published.ok) return page('Chưa công bố', html`${problemBox(published.problem)}<p><a href="/publish">Trở lại</a></p>`, 422)
    await settled(asked.city)
    return go('/publish')
  },
}

async function publish({ city, person, form }: Asked): Promise<Result<unknown, Problem>> {
  const { what, version = '' } = form
  const value = parseJson(form['text'] ?? '')
  if (what === 'catalogue') return publishCatalogue(city, person, { version, procedures: value })
  if (what === 'calendar') return publishCalendar(city, person, value)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return failure({ code: 'settings/malformed' })
  return publishSettings(city, person, value as Record<string, unknown>)
}

const KINDS: Readonly<Record<string, string>> = { 'catalogue/published': 'danh mục', 'calendar/published': 'lịch', 'settings/published': 'thiết lập' }
