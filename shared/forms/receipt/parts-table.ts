import { formatDay } from '../../base/day.ts'
import { html, type HtmlPart } from '../../base/html.ts'
import type { Dossier } from '../../dossiers/dossier.ts'
import { findUnit } from '../../units/unit.ts'
import { typed } from '../page/typed.ts'

/** What a linked dossier is made of: each part with who resolves it and its own due day (rule L1); nothing for any other. */
export function partsTable({ parts = [] }: Pick<Dossier, 'parts'>): HtmlPart {
  if (parts.length === 0) return false
  return html`<p>Các thủ tục liên thông, làm lần lượt:</p>
<table class="papers"><thead><tr><th class="no">TT</th><th>Thủ tục</th><th>Cơ quan giải quyết</th><th class="count">Hẹn xong</th></tr></thead>
<tbody>${parts.map(({ name, resolvedBy, dueOn }, i) => html`<tr><td>${i + 1}</td><td class="what">${typed(name)}</td>
<td>${typed(findUnit(resolvedBy)?.name ?? resolvedBy)}</td><td>${dueOn === null ? '' : formatDay(dueOn)}</td></tr>`)}</tbody></table>`
}
