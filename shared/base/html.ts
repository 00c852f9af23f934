/** Only this file can make one, so text that came as JSON can never pass for trusted HTML. */
const trusted: unique symbol = Symbol('trusted html')

/** A piece of HTML that is safe to place in another. */
export interface Html {
  readonly html: string
  readonly [trusted]: true
}

/** What may stand in a hole of the template; nothing is written for null, undefined and false. */
export type HtmlPart = string | number | Html | null | undefined | false | readonly HtmlPart[]

/**
 * HTML from a template: every hole is escaped unless it is already `Html`; lists are joined.
 *
 * Attribute values must be written in quotes: an unquoted hole would end at a blank.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  return raw(strings.reduce((whole, string, i) => whole + partToHtml(parts[i - 1]) + string))
}

/** Marks text as HTML we wrote ourselves, such as a style sheet. Never for what a person typed. */
export function raw(text: string): Html {
  return { html: text, [trusted]: true }
}

/** Text so that it reads as itself, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => ESCAPES[character] ?? character)
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function partToHtml(part: HtmlPart): string {
  if (part === null || part === undefined || part === false) return ''
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return String(part)
  if (isList(part)) return part.map(partToHtml).join('')
  if (part[trusted] !== true) throw new Error('Only html`…` and raw() make Html')
  return part.html
}

function isList(part: Html | readonly HtmlPart[]): part is readonly HtmlPart[] {
  return Array.isArray(part)
}
