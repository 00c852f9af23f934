import { html, type Html } from '../../base/html.ts'
import type { PrintMoment } from '../form.ts'
import { typed } from './typed.ts'

/** Where to ask: the clerk, the phone and the web page, as far as the office has them. */
export function contactNote({ office, clerkName }: PrintMoment): Html {
  const { agency, phone, lookupLink } = office.header
  const ways = [
    clerkName === '' ? '' : `gặp ${clerkName}`,
    phone === '' ? '' : `gọi số ${phone}`,
    lookupLink === '' ? '' : `xem tại ${lookupLink}`,
  ].filter(way => way !== '')
  return html`<p class="note">Nếu cần hướng dẫn thêm, Ông (Bà) liên hệ ${typed(agency)}${ways.length > 0 && html`: ${typed(ways.join(', '))}`}.</p>`
}
