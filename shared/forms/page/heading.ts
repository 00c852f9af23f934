import { dayOfInstant } from '../../base/day.ts'
import { html, raw, type Html } from '../../base/html.ts'
import type { Dossier } from '../../dossiers/dossier.ts'
import type { Form, PrintMoment } from '../form.ts'
import { qrText } from './qr-text.ts'
import { typed } from './typed.ts'
import { dayInWords } from './words.ts'

/**
 * The head of a paper: QR at the top left (rule N7), the agency and the nation each with its
 * rule beneath, then the dossier code, and place and date in italics (NĐ 30/2020, annex I).
 *
 * The date is the day of receipt also on a reprint: the running line says when it was printed.
 */
export function heading(form: Pick<Form, 'name' | 'title'>, dossier: Dossier, print: PrintMoment): Html {
  const { parentAgency, agency, place } = print.office.header
  return html`<header>
<div class="qr">${raw(print.qrSvg(qrText(form, dossier, print)))}</div>
<div class="agency">
<p class="parent">${typed(parentAgency.toUpperCase())}</p>
<p class="own">${typed(agency.toUpperCase())}</p>
<hr>
</div>
<div class="nation">
<p class="country">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>
<p class="motto"><span>Độc lập - Tự do - Hạnh phúc</span></p>
</div>
<div class="code">${dossier.code !== undefined && html`Mã hồ sơ: <b>${typed(dossier.code)}</b>`}</div>
<p class="date">${typed(place)}, ${dayInWords(dayOfInstant(dossier.receivedAt))}</p>
</header>`
}
