import { html, raw, type Html } from '../../base/html.ts'
import { twoDigits } from '../../certification/book.ts'
import type { Certification, CertifiedPaper } from '../../certification/certification.ts'
import type { Form, PrintMoment } from '../form.ts'
import { PAGE_POLICY } from '../page/page.ts'
import { PAGE_CSS, PRINT_CSS } from '../page/print-css.ts'
import { trainingStripes } from '../page/training-stripes.ts'
import { typed } from '../page/typed.ts'
import { fillLine, placesOf } from './fill.ts'
import type { WordsToPrint } from './words-to-print.ts'
import { wordsFor, type CertificationWords } from './words.ts'

interface Label {
  readonly paper: CertifiedPaper
  readonly nth: number
  readonly count: number
}

/** A label behind the other, none torn by the end of a page; short words stand two in a row on A4. A number that is void has none. */
export function layoutWords(
  form: Pick<Form<'certification-words', WordsToPrint>, 'title'>, { visit, forEveryCopy, published }: WordsToPrint, print: PrintMoment,
): Html {
  const papers = visit.papers.filter(({ voided }) => voided === undefined)
  const labels = papers.flatMap(paper => labelsOf(paper, forEveryCopy))
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}">
<title>${form.title} ${papers.map(({ number }) => twoDigits(number)).join(', ')}</title>
<style>${raw(print.fontFaces)}${raw(PRINT_CSS)}${raw(PAGE_CSS[print.size])}${raw(WORDS_CSS)}</style>
</head>
<body>
${print.office.training && trainingStripes()}
<table class="sheet" role="presentation">
<thead><tr><td></td></tr></thead>
<tfoot><tr><td></td></tr></tfoot>
<tbody><tr><td>
<div class="labels">${labels.map(label => layoutLabel(label, wordsFor(label.paper.book.kind, published), visit, print))}</div>
</td></tr></tbody>
</table>
</body>
</html>`
}

function labelsOf(paper: CertifiedPaper, forEveryCopy: boolean): readonly Label[] {
  const count = forEveryCopy ? paper.copyCount : 1
  return Array.from({ length: count }, (_, i) => ({ paper, nth: i + 1, count }))
}

function layoutLabel({ paper, nth, count }: Label, words: CertificationWords, visit: Certification, print: PrintMoment): Html {
  const places = placesOf(visit, paper, print)
  const isShort = words.lines.length <= 3
  return html`<div class="${isShort ? 'label short' : 'label'}">
<p class="whose">${typed(paper.name)}${count > 1 && ` · bản ${String(nth)}/${String(count)}`}${whereTo(paper)}</p>
${words.heading !== '' && html`<p class="head">${typed(fillLine(words.heading, places).toUpperCase())}</p>`}
${words.lines.map(line => html`<p>${typed(fillLine(line, places))}</p>`)}
<div class="signing">${words.signatures.map(who => signature(who, visit))}</div>
${print.office.training && html`<p class="whose">Bản tập huấn, không có giá trị</p>`}
</div>`
}

/** Two pages and more: the words stand on the last one, and the seal goes over all sheets (NĐ 23/2015/NĐ-CP, Art. 20). */
function whereTo({ book, pageCount }: CertifiedPaper): string {
  return book.kind === 'copies' && pageCount > 1 ? ` · ${String(pageCount)} trang: ghi ở trang cuối; từ 2 tờ đóng giáp lai` : ''
}

function signature(who: CertificationWords['signatures'][number], { clerk, signer }: Certification): Html {
  return who === 'clerk'
    ? html`<div><p class="role">NGƯỜI TIẾP NHẬN HỒ SƠ</p><p class="name">${typed(clerk)}</p></div>`
    : html`<div><p class="role">${typed((signer?.title ?? '').toUpperCase())}</p><p class="name">${typed(signer?.name ?? '')}</p></div>`
}

/** Labels reach nearer to the edge than a letter does, so that the heading stands on one line. */
const WORDS_CSS = `
.sheet > tbody > tr > td { padding: 0 10mm; }
.labels { display: flex; flex-wrap: wrap; gap: 3mm; }
.label { flex: 1 0 100%; padding: 3mm 4mm; border: 0.2mm dashed #888; break-inside: avoid; }
.label.short { flex: 0 0 92mm; padding: 3mm 2mm; font-size: 10pt; }
.label p { margin-top: 0.5mm; text-align: justify; }
.label .whose { margin: 0 0 1mm; font-size: 0.72em; color: #333; text-align: left; }
.label .head, .label.short p { text-align: center; }
.label.short .whose { text-align: left; }
.label .head { font-weight: 700; }
.label .signing { display: flex; justify-content: space-around; margin-top: 1.5mm; }
.label .signing p { text-align: center; }
.label .role { font-weight: 700; }
.label .name { margin-top: 16mm; font-weight: 700; }
`
