import { html, type Html, type HtmlPart } from '../../base/html.ts'
import type { PrintMoment } from '../form.ts'
import { formField } from './form-field.ts'
import { signatures } from './signatures.ts'
import { typed } from './typed.ts'

/**
 * What a paper says, as data: for a form whose exact layout in the circular is not known here, so that the city can publish another.
 *
 * Words in braces are filled in: `{reason}`.
 */
export interface Plan {
  /** Where it comes from, and how sure we are. */
  readonly source: string
  readonly certainty: 'stated' | 'likely'
  readonly parts: readonly PlanPart[]
  readonly signers: readonly { readonly role: string; readonly name: string }[]
  /** `Nơi nhận`, a line each; none where the paper has no such list. */
  readonly recipients: readonly string[]
}

export interface PlanPart {
  /** With a label it is a field of the form, without one a sentence. */
  readonly label?: string
  readonly words: string
  /** Left out where a value it needs is empty; otherwise a field leaves room for the pen. */
  readonly optional?: true
}

/** What fills the braces of a plan. */
export type PlanValues = Readonly<Record<string, string>>

/** The body of a paper by its plan, or by the one the city has published for it. */
export function planBody(form: { readonly name: string }, own: Plan, values: PlanValues, print: PrintMoment): Html {
  const { parts, signers, recipients } = print.plans?.[form.name] ?? own
  return html`<div class="body">
${parts.map(part => partOf(part, values))}
${signatures(signers.map(({ role, name }) => ({ role: fill(role, values), name: fill(name, values) })))}
${recipients.length > 0 && html`<p class="recipients"><b>Nơi nhận:</b>${recipients.map(line => html`<br>- ${typed(fill(line, values))}`)}</p>`}
</div>`
}

/** The keys a plan asks for. */
export function keysOf({ parts, signers, recipients }: Plan): readonly string[] {
  const texts = [...parts.map(({ words }) => words), ...signers.flatMap(({ role, name }) => [role, name]), ...recipients]
  return [...new Set(texts.flatMap(text => [...text.matchAll(BRACES)].map(match => match[1] ?? '')))].sort()
}

const BRACES = /\{(\w+)\}/g

function partOf({ label, words, optional }: PlanPart, values: PlanValues): HtmlPart {
  const isEmpty = [...words.matchAll(BRACES)].some(([, key = '']) => (values[key] ?? '') === '')
  if (optional === true && isEmpty) return false
  return label === undefined ? html`<p>${typed(fill(words, values))}</p>` : formField(label, fill(words, values))
}

function fill(text: string, values: PlanValues): string {
  return text.replace(BRACES, (_, key: string) => values[key] ?? '')
}
