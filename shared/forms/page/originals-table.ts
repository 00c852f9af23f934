import { html, type HtmlPart } from '../../base/html.ts'
import type { OriginalsGivenBack } from '../../dossiers/progress-parts.ts'
import { typed } from './typed.ts'

/** Originals that lay in the dossier, and how many went back; nothing where there were none. */
export function originalsTable(originals: readonly OriginalsGivenBack[]): HtmlPart {
  return originals.length > 0 && html`<p>Bản chính đã nộp và trả lại:</p>
<table class="papers">
<thead><tr><th class="no">TT</th><th>Giấy tờ</th><th class="count">Đã nộp</th><th class="count">Trả lại</th></tr></thead>
<tbody>${originals.map(({ name, held, givenBack }, i) => html`<tr><td>${i + 1}</td><td class="what">${typed(name)}</td><td>${held}</td><td>${givenBack}</td></tr>`)}</tbody>
</table>`
}
