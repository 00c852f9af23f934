import { formatDay } from '../../base/day.ts'
import { html, raw, type Html } from '../../base/html.ts'
import type { Dossier } from '../../dossiers/dossier.ts'
import type { Form, PaperSize, PrintMoment } from '../form.ts'
import { requestWords } from '../page/applicant-lines.ts'
import { PAGE_POLICY } from '../page/page.ts'
import { PAGE_CSS, PRINT_CSS } from '../page/print-css.ts'
import { qrText } from '../page/qr-text.ts'
import { trainingStripes } from '../page/training-stripes.ts'
import { typed } from '../page/typed.ts'

/** How many labels lie side by side and one above the other. */
const GRID: Readonly<Record<PaperSize, { readonly columns: number, readonly rows: number }>> = {
  A4: { columns: 2, rows: 7 },
  A5: { columns: 1, rows: 5 },
}

/** On each label the QR, the last four digits as big as they go, whose dossier it is, what for, and when it is due. */
export function layoutShelfLabels(form: Form<'shelf-label', readonly Dossier[]>, dossiers: readonly Dossier[], print: PrintMoment): Html {
  const { columns, rows } = GRID[print.size]
  const many = columns * rows
  const sheets = Array.from({ length: Math.ceil(dossiers.length / many) }, (_, i) => dossiers.slice(i * many, (i + 1) * many))
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}">
<title>${form.title}</title>
<style>${raw(print.fontFaces)}${raw(PRINT_CSS)}${raw(PAGE_CSS[print.size])}${raw(LABEL_CSS)}:root { --columns: ${columns}; --rows: ${rows}; }</style>
</head>
<body>
${print.office.training && trainingStripes()}
${sheets.map(labels => html`<div class="labels">${labels.map(dossier => label(form, dossier, print))}</div>`)}
</body>
</html>`
}

function label(form: Form<'shelf-label', readonly Dossier[]>, dossier: Dossier, print: PrintMoment): Html {
  const { code = '', applicant, owner, due } = dossier
  return html`<div class="label">
<div class="qr">${raw(print.qrSvg(qrText(form, dossier, print)))}</div>
<div class="words">
<p class="big">${code.slice(-4)}</p>
<p class="code">${typed(code)}</p>
<p class="name">${typed((owner ?? applicant).name)}</p>
<p class="what">${typed(requestWords(dossier))}</p>
<p class="due">Hẹn trả: ${due?.dueOn === undefined || due.dueOn === null ? 'không ấn định' : formatDay(due.dueOn)}</p>
</div>
</div>`
}

const LABEL_CSS = `
.labels { display: grid; grid-template-columns: repeat(var(--columns), 1fr); grid-template-rows: repeat(var(--rows), 1fr);
  width: var(--width); height: var(--height); padding: 8mm; gap: 2mm; break-after: page; overflow: hidden; }
.labels:last-child { break-after: auto; }
.label { display: grid; grid-template-columns: 24mm 1fr; gap: 3mm; padding: 2mm; border: 0.2mm dashed #888; overflow: hidden; line-height: 1.15; }
.label .qr svg { display: block; width: 24mm; height: 24mm; }
.label .words { min-width: 0; overflow: hidden; }
.label .big { font-size: 20pt; font-weight: 700; line-height: 1; }
.label .code { font-size: 8.5pt; }
.label .name { font-size: 10pt; font-weight: 700; max-height: 2.3em; overflow: hidden; }
.label .what { font-size: 8pt; max-height: 2.3em; overflow: hidden; }
.label .due { font-size: 8.5pt; }
`
