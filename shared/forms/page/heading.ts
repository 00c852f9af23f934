import type { Day } from '../../base/day.ts'
import { html, raw, type Html } from '../../base/html.ts'
import type { PrintMoment } from '../form.ts'
import { typed } from './typed.ts'
import { dayInWords } from './words.ts'

/** What the head of a paper says of what it is about. */
export interface Head {
  /** What its QR holds (rule N7). */
  readonly qr: string
  /** The number the paper goes by; without one its place stays empty. */
  readonly code: { readonly label: string, readonly text: string } | undefined
  /** The day it is dated. */
  readonly on: Day
}

/**
 * The head of a paper: QR at the top left (rule N7), the agency and the nation each with its
 * rule beneath, then the dossier code, and place and date in italics (NĐ 30/2020, annex I).
 *
 * The date of a dossier's paper is the day of receipt also on a reprint: the running line says when it was printed.
 */
export function heading({ qr, code, on }: Head, print: PrintMoment): Html {
  const { parentAgency, agency, place } = print.office.header
  return html`<header>
<div class="qr">${raw(print.qrSvg(qr))}</div>
<div class="agency">
<p class="parent">${typed(parentAgency.toUpperCase())}</p>
<p class="own">${typed(agency.toUpperCase())}</p>
<hr>
</div>
<div class="nation">
<p class="country">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>
<p class="motto"><span>Độc lập - Tự do - Hạnh phúc</span></p>
</div>
<div class="code">${code !== undefined && html`${code.label}: <b>${typed(code.text)}</b>`}</div>
<p class="date">${typed(place)}, ${dayInWords(on)}</p>
</header>`
}
