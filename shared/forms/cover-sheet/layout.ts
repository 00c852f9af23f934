import { html, raw, type Html } from '../../base/html.ts'
import { coverSheetText } from '../../papers/cover-sheet.ts'
import { receivedPapers } from '../../papers/paper.ts'
import type { Form, PaperSize, PrintMoment } from '../form.ts'
import { requestWords } from '../page/applicant-lines.ts'
import { formField } from '../page/form-field.ts'
import { PAGE_POLICY } from '../page/page.ts'
import { PAGE_CSS, PRINT_CSS } from '../page/print-css.ts'
import { trainingStripes } from '../page/training-stripes.ts'
import { typed } from '../page/typed.ts'
import { momentInWords } from '../page/words.ts'
import { coverMarks } from './cover-marks.ts'
import type { Covered } from './covered.ts'

/**
 * The same code at two opposite corners, so that a torn or stained one leaves the other; squares all around, by which
 * a sheet is known as a cover even when neither can be read; in the middle what a person looks for, in big letters.
 */
export function layoutCoverSheet(form: Form<'cover-sheet', Covered>, covered: Covered, print: PrintMoment): Html {
  const { dossier, paper, sheets } = covered
  const code = dossier.code ?? ''
  const qr = html`<div class="qr">${raw(print.qrSvg(textOf(covered, print), 'H'))}</div>`
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}">
<title>${form.title} ${code}</title>
<style>${raw(print.fontFaces)}${raw(PRINT_CSS)}${raw(PAGE_CSS[print.size])}${raw(COVER_CSS[print.size])}</style>
</head>
<body>
<div class="cover">
${print.office.training && trainingStripes()}
${coverMarks(print.size)}
${qr}
<div class="body">
<h1>${form.title.toUpperCase()}</h1>
<p class="big">${typed(code)}</p>
<p class="name">${typed(dossier.applicant.name)}</p>
<p class="what">${paper === null ? 'Cả hồ sơ' : typed(paper.name)}</p>
${sheets !== null && html`<p class="count">Đúng ${String(sheets)} tờ sau tờ này</p>`}
${formField('Nội dung', requestWords(dossier))}
${formField('Nơi nhận', [print.office.unitName, dossier.desk].filter(text => text !== '').join(', '))}
${formField('Lúc nhận', momentInWords(dossier.receivedAt))}
<p class="note">Đặt tờ này lên trên ${paper === null ? 'các giấy của hồ sơ' : 'giấy này'} rồi đưa cả chồng vào máy quét. Quay chiều nào cũng được. Quét xong thì bỏ tờ này, không phải trả cho người nộp.</p>
</div>
${qr}
</div>
</body>
</html>`
}

function textOf({ dossier, paper, sheets }: Covered, { office }: PrintMoment): string {
  return coverSheetText({
    unit: office.unit, code: dossier.code ?? '', subject: dossier.subject, paper: paper?.id ?? null,
    ...(sheets === null ? { sheets: paper === null ? leastSheets(dossier) : 1 } : { sheets, isCounted: true }),
  })
}

/** Every paper that stays has at least one sheet; what is only shown may never be scanned. */
function leastSheets({ papers }: Covered['dossier']): number | null {
  const count = receivedPapers(papers).filter(({ kind }) => kind !== 'present').length
  return count === 0 ? null : count
}

const COVER = `
.cover { position: relative; width: var(--width); height: var(--height); overflow: hidden; page-break-after: avoid; break-inside: avoid; }
.cover .marks { position: absolute; left: 0; top: 0; width: 100%; height: 100%; }
.cover .qr { position: absolute; width: var(--code); height: var(--code); }
.cover .qr svg { display: block; width: 100%; height: 100%; }
.cover .qr:first-of-type, .cover .marks + .qr { left: var(--edge); top: var(--edge); }
.cover .body + .qr { left: auto; top: auto; right: var(--edge); bottom: var(--edge); }
.cover .body { position: absolute; left: var(--edge); right: var(--edge); top: calc(var(--edge) + var(--code) + 5mm); bottom: calc(var(--edge) + var(--code) + 5mm);
  overflow: hidden; text-align: center; }
.cover .body h1 { margin: 0; }
.cover .body p { text-align: center; }
.cover .body .big { font-size: var(--big); font-weight: 700; line-height: 1.3; white-space: nowrap; }
.cover .body .name { font-size: var(--name); font-weight: 700; line-height: 1.25; }
.cover .body .what { margin: 2mm 0; font-size: var(--what); line-height: 1.25; max-height: 2.5em; overflow: hidden; }
.cover .body .count { margin: 0 0 2mm; font-size: var(--what); font-weight: 700; }
.cover .body .field { max-height: 2.6em; overflow: hidden; }
`

const COVER_CSS: Readonly<Record<PaperSize, string>> = {
  A4: `${COVER}:root { --code: 34mm; --edge: 22mm; --big: 30pt; --name: 22pt; --what: 18pt; }`,
  A5: `${COVER}:root { --code: 30mm; --edge: 19mm; --big: 20pt; --name: 15pt; --what: 13pt; }`,
}
