import { html, raw, type Html, type HtmlPart } from '../../base/html.ts'
import { showCell, type Cell, type Table, type TableColumn } from '../../base/table.ts'
import type { Form, PrintMoment } from '../form.ts'
import { heading, type Head } from './heading.ts'
import { PAGE_POLICY, printedWords } from './page.ts'
import { PAGE_CSS, PRINT_CSS } from './print-css.ts'
import { trainingStripes } from './training-stripes.ts'
import { typed } from './typed.ts'

/** A book or list as it is printed: what stands over the table, the table itself, and how it is closed. */
export interface BookSheet {
  readonly table: Table
  /** Under the title, a line each: period, unit, filter. */
  readonly lines: readonly string[]
  /** The last row, such as sums; undefined where there is none. */
  readonly totals?: readonly Cell[]
  /** Under the table: the closing statement and whatever is signed. */
  readonly closing: HtmlPart
}

/**
 * A long table lying on A4, however many pages: its head on every page, every page numbered (NĐ 61/2018 wants pages numbered).
 *
 * The sheet has margins of its own, where Chromium numbers the pages; only what is fixed text of ours stands there.
 */
export function bookSheet(form: Pick<Form<string>, 'number'>, head: Head, print: PrintMoment, sheet: BookSheet): Html {
  const { table: { title, columns, rows }, lines, totals, closing } = sheet
  const corner = [print.office.training && 'Bản tập huấn, không có giá trị', form.number !== null && `Mẫu số ${form.number}`].filter(text => text).join(' · ')
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}">
<title>${title}</title>
<style>${raw(print.fontFaces)}${raw(PRINT_CSS)}${raw(PAGE_CSS.A4)}${raw(BOOK_CSS)}${raw(marginText('top-left', printedWords(print)))}${raw(marginText('top-right', corner))}</style>
</head>
<body>
${print.office.training && trainingStripes()}
${heading(head, print)}
<h1>${title.toUpperCase()}</h1>
${print.copy > 1 && html`<p class="reprint">Bản in lại (trước đó đã in ${print.copy - 1} bản)</p>`}
${lines.map(line => html`<p class="under">${typed(line)}</p>`)}
<div class="body">
<table class="papers book">
<thead><tr><th class="no">TT</th>${columns.map(column => html`<th>${column.title}</th>`)}</tr></thead>
<tbody>${rows.map((row, i) => html`<tr><td>${i + 1}</td>${cells(columns, row)}</tr>`)}
${totals !== undefined && html`<tr class="totals"><td></td>${cells(columns, totals)}</tr>`}</tbody>
</table>
${closing}
</div>
</body>
</html>`
}

function cells(columns: readonly TableColumn[], row: readonly Cell[]): HtmlPart {
  return columns.map(({ kind }, i) => html`<td class="${kind}">${typed(showCell(kind, row[i] ?? null))}</td>`)
}

/** Text in the margin of every page, as a style sheet may hold it. */
function marginText(box: 'top-left' | 'top-right', text: string): string {
  const safe = text.replace(/[^\p{L}\p{M}\p{N} .,:/()·-]/gu, ' ')
  return `@page { @${box} { content: "${safe}"; } }`
}

const BOOK_CSS = `
@page { size: A4 landscape; margin: 14mm 10mm 13mm 15mm; font-family: Tinos, 'Times New Roman', serif; font-size: 8.5pt; color: #333;
  @bottom-right { content: 'Trang ' counter(page) '/' counter(pages); } }
:root { --width: 297mm; --height: 210mm; }
html { font-size: 10pt; }
.under { text-align: center; font-style: italic; }
.book { font-size: 8.5pt; table-layout: auto; }
.book thead { display: table-header-group; }
.book td.text { text-align: left; }
.book td.number, .book td.money { text-align: right; white-space: nowrap; }
.book td.day, .book td.moment { white-space: nowrap; }
.book .totals td { font-weight: 700; }
@media screen { body { padding: 14mm 10mm 13mm 15mm; } }
`
