import { dayOfInstant, formatDay, formatTime, type Day } from '../../base/day.ts'
import { html, raw, type Html, type HtmlPart } from '../../base/html.ts'
import { normalise } from '../../base/text.ts'
import type { Dossier } from '../../dossiers/dossier.ts'
import type { Form, PrintMoment } from '../form.ts'
import { heading, type Head } from './heading.ts'
import { LANDSCAPE_CSS, PAGE_CSS, PRINT_CSS } from './print-css.ts'
import { qrText } from './qr-text.ts'
import { trainingStripes } from './training-stripes.ts'

/** No script, no network, nothing from outside: a paper is its own text, style and fonts. */
export const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"

/** A paper of a dossier around its body, dated the day of receipt where no other day is given. */
export function page(
  form: Pick<Form, 'name' | 'number' | 'title'>, dossier: Dossier, print: PrintMoment, body: HtmlPart, on: Day = dayOfInstant(dossier.receivedAt),
): Html {
  const { code } = dossier
  const head = { qr: qrText(form, dossier, print), code: code === undefined ? undefined : { label: 'Mã hồ sơ', text: code }, on }
  return sheet(form, head, print, html`${dossier.ended?.how === 'voided' && html`<p class="voided">Mã hồ sơ này đã hủy. Giấy này không còn giá trị.</p>`}
${body}`)
}

/** A paper around its body: running line, heading, title, reprint line. */
export function sheet(form: SheetForm, head: Head, print: PrintMoment, body: HtmlPart): Html {
  return sheets(form, head, print, [body])
}

/**
 * A paper of several copies that differ in a word or two, each on a sheet of its own.
 *
 * What is fixed stands on every page. The outer table is only there because its head and foot
 * repeat, which keeps the text of every page clear of what is fixed.
 */
export function sheets(form: SheetForm, head: Head, print: PrintMoment, bodies: readonly HtmlPart[]): Html {
  const { number, title, landscape } = form
  const running = [print.office.training && 'Bản tập huấn, không có giá trị', number !== null && `Mẫu số ${number}`, head.code?.text].filter(text => text).join(' · ')
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}">
<title>${title}${head.code === undefined ? '' : ` ${head.code.text}`}</title>
<style>${raw(print.fontFaces)}${raw(PRINT_CSS)}${raw(PAGE_CSS[print.size])}${landscape === true && raw(LANDSCAPE_CSS[print.size])}</style>
</head>
<body>
${print.office.training && trainingStripes()}
<p class="running"><span>${printedWords(print)}</span> <span>${running}</span></p>
${bodies.map(body => html`<table class="sheet" role="presentation">
<thead><tr><td></td></tr></thead>
<tfoot><tr><td></td></tr></tfoot>
<tbody><tr><td>
${heading(head, print)}
<h1>${title.toUpperCase()}</h1>
${print.copy > 1 && html`<p class="reprint">Bản in lại (trước đó đã in ${print.copy - 1} bản)</p>`}
${body}
</td></tr></tbody>
</table>`)}
</body>
</html>`
}

type SheetForm = Pick<Form<string>, 'number' | 'title'> & { readonly landscape?: boolean }

/** When and where it was printed, and by which program: the running line of every paper. */
export function printedWords({ printedAt, systemName, office }: PrintMoment): string {
  return normalise(`In lúc ${formatTime(printedAt)} ngày ${formatDay(dayOfInstant(printedAt))} · ${systemName} · ${office.desk}`)
}
