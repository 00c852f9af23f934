import { html, type Html, type HtmlPart } from '../../base/html.ts'
import { normalise } from '../../base/text.ts'
import { typed } from './typed.ts'

/** One line of a form: its label and what was typed, or a dotted rule where a pen may write. */
export function formField(label: string, value: string | undefined): Html {
  return isEmpty(value)
    ? html`<p class="field blank"><span>${label}:</span><i></i></p>`
    : html`<p class="field">${label}: ${typed(value)}</p>`
}

/** One line of a form whose value is already HTML. */
export function formLine(label: string, value: HtmlPart): Html {
  return html`<p class="field">${label}: ${value}</p>`
}

/** Two short fields side by side. */
export function formFieldPair(first: Html, second: Html): Html {
  return html`<div class="pair">${first}${second}</div>`
}

function isEmpty(value: string | undefined): value is undefined {
  return value === undefined || normalise(value) === ''
}
