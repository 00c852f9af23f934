import { html, type Html } from '../../base/html.ts'
import { normalise } from '../../base/text.ts'

/**
 * What a person typed, fit for paper: hidden and direction marks gone, HTML escaped.
 *
 * `bdi` keeps letters that are written from right to left from turning the words around them.
 */
export function typed(text: string): Html {
  return html`<bdi>${normalise(text)}</bdi>`
}
