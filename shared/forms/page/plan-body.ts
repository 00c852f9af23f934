import { html, type Html, type HtmlPart } from '../../base/html.ts'
import type { PrintMoment } from '../form.ts'
import { formField } from './form-field.ts'
import type { Plan, PlanPart, PlanValues } from './plan.ts'
import { signatures } from './signatures.ts'
import { typed } from './typed.ts'

/** The body of a paper by its plan, or by the one the city has published for it, if that asks for nothing nobody knows. */
export function planBody(form: { readonly name: string }, own: Plan, values: PlanValues, print: PrintMoment): Html {
  const published = print.plans?.[form.name]
  const known = new Set([...Object.keys(values), ...keysOf(own)])
  const isFillable = published !== undefined && keysOf(published).every(key => known.has(key))
  const { parts, signers, recipients } = isFillable ? published : own
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
