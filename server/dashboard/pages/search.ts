import { html } from '../../../shared/base/html.ts'
import { scopeOf } from '../../admin/city-role.ts'
import { citySearch } from '../../db/queries/city-search.ts'
import { page, type Page } from '../page.ts'
import { dossierTable } from '../words.ts'

/** Dossiers by words without marks in any order, code, phone, personal number. */
export const searchPage: Page = {
  method: 'GET', path: '/search', right: 'dossier/search',
  answer: async ({ city, person, query }) => {
    const asked = (query['q'] ?? '').slice(0, 200)
    const found = asked.trim() === '' ? undefined : await citySearch(city, asked, { unit: scopeOf(person), limit: 50 })
    return page('Tra cứu', html`<form class="line" method="get" action="/search"><label>Tên, mã hồ sơ, điện thoại, số định danh, thủ tục; không cần dấu
<input name="q" value="${asked}" maxlength="200" size="50" autofocus></label><button>Tìm</button></form>
${found !== undefined && html`<section class="panel"><h2>${found.length === 50 ? '50 hồ sơ mới nhất' : `${String(found.length)} hồ sơ`}</h2>${dossierTable(found, 'Kết quả', true)}</section>`}`)
  },
}
