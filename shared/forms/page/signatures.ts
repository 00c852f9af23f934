import { html, type Html } from '../../base/html.ts'
import { typed } from './typed.ts'

/** One who signs: as what, and the name that stands under the signature. */
export interface Signer {
  readonly role: string
  readonly name: string
}

/** The signatures side by side; a single one stands at the right. Never torn from one another by the end of a page. */
export function signatures(signers: readonly Signer[]): Html {
  return html`<div class="signatures">${signers.length === 1 && html`<div></div>`}${signers.map(signature)}</div>`
}

function signature({ role, name }: Signer): Html {
  return html`<div>
<p class="role">${role.toUpperCase()}</p>
<p class="how">(Ký và ghi rõ họ tên)</p>
<p class="name">${typed(name)}</p>
</div>`
}
