import { formatDay } from '../../base/day.ts'
import { html, type HtmlPart } from '../../base/html.ts'
import type { Dossier } from '../../dossiers/dossier.ts'
import { agencyName } from '../page/agency-name.ts'
import { typed } from '../page/typed.ts'

/** What a linked dossier is made of: each part with who resolves it and its own due day (rule L1); nothing for any other. */
export function partsLines({ parts = [] }: Pick<Dossier, 'parts'>): HtmlPart {
  if (parts.length === 0) return false
  return html`<p>Các thủ tục liên thông, làm lần lượt:</p>${parts.map(({ name, resolvedBy, dueOn }, i) => html`
<p class="part">${i + 1}) ${typed(name)}: ${typed(agencyName(resolvedBy))}${dueOn !== null && html`, hẹn xong ${formatDay(dueOn)}`}</p>`)}`
}
