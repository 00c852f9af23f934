import { html, type Html } from '../../base/html.ts'
import { receivedPapers, type ReceivedPaper } from '../../papers/paper.ts'
import { typed } from './typed.ts'

/** The papers that are really here, counted: TT · Thành phần hồ sơ · Bản chính · Bản sao. Its head repeats on every page. */
export function paperTable(papers: readonly ReceivedPaper[]): Html {
  return html`<table class="papers">
<thead><tr><th class="no">TT</th><th>Thành phần hồ sơ</th><th class="count">Bản chính</th><th class="count">Bản sao</th></tr></thead>
<tbody>${receivedPapers(papers).map((paper, i) => row(paper, i + 1))}</tbody>
</table>`
}

function row(paper: ReceivedPaper, position: number): Html {
  const handedBack = paper.kind === 'present' && ' (đối chiếu, trả lại ngay)'
  return html`<tr><td>${position}</td><td class="what">${typed(paper.name)}${handedBack}</td><td>${count(paper.originals)}</td><td>${count(paper.copies)}</td></tr>`
}

/** None is a dash, so that no pen turns a nought into a ten. */
function count(value: number): string {
  return value === 0 ? '–' : String(value)
}
