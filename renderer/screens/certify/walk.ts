import { flushSync } from 'react-dom'
import { useCertify } from '../../state/certify.ts'
import { fieldsIn, focusableIn, focusField } from '../../ui/focusable.ts'

/** The field an element belongs to, by the `data-field` around it. */
export function fieldAt(node: EventTarget | null): string | undefined {
  return node instanceof Element ? node.closest<HTMLElement>('[data-field]')?.dataset['field'] : undefined
}

/** The key of the line an element stands in. */
export function lineAt(node: EventTarget | null): string | undefined {
  return fieldAt(node)?.match(/^(?:kind|pages|copies|amount):(.+)$/)?.[1]
}

/** Puts the cursor on a field at once, after what changed is drawn: a key pressed meanwhile must not be lost. */
export function focusCertify(field: string, change: () => void = () => undefined): void {
  flushSync(change)
  const place = document.querySelector<HTMLElement>(`main [data-field="${CSS.escape(field)}"]`)
  const control = place?.matches('input, select, button') === true ? place : place === null ? undefined : fieldsIn(place)[0] ?? focusableIn(place)[0]
  if (control === undefined) return
  focusField(control)
  control.scrollIntoView({ block: 'nearest' })
}

/** Where Enter goes from a field; undefined where Enter does what it does everywhere. */
export function fieldAfter(field: string): string | undefined {
  const { draft, finished } = useCertify.getState()
  if (draft.isRefusal) return AFTER_IN_REFUSAL[field]
  const firstOpen = `kind:${draft.lines.find(line => line.procedure === null)?.key ?? ''}`
  if (field === 'name') return draft.person.personalNumber === '' ? 'personalNumber' : firstOpen
  if (field === 'personalNumber' || field === 'phone' || field === 'exemptionGround') return firstOpen
  if (field === 'signerName') return 'signerTitle'
  if (field === 'signerTitle' || field === 'signer') return 'main'
  const [part = '', key = ''] = field.split(':')
  const place = draft.lines.findIndex(line => line.key === key)
  const line = draft.lines[place]
  if (line === undefined) return undefined
  const next = `kind:${draft.lines[place + 1]?.key ?? key}`
  if (part === 'kind' && key === finished) return next
  if (part === 'kind') return line.text.trim() === '' ? 'main' : line.procedure === null ? field : `pages:${key}`
  if (part === 'pages') return `copies:${key}`
  return next
}

/** Where Shift+Enter goes. */
export function fieldBefore(field: string): string | undefined {
  const { lines } = useCertify.getState().draft
  const [part = '', key = ''] = field.split(':')
  const place = lines.findIndex(line => line.key === key)
  if (part === 'personalNumber') return 'name'
  if (part === 'phone') return 'personalNumber'
  if (part === 'pages') return `kind:${key}`
  if (part === 'copies') return `pages:${key}`
  if (part === 'kind') return place > 0 ? `copies:${lines[place - 1]?.key ?? ''}` : 'name'
  return undefined
}

/** After a card the cursor stands where the first paper is typed. */
export function afterCard(): string {
  const { draft } = useCertify.getState()
  return draft.isRefusal ? 'refusedPaper' : `kind:${draft.lines.find(line => line.procedure === null)?.key ?? ''}`
}

const AFTER_IN_REFUSAL: Readonly<Record<string, string>> = {
  name: 'personalNumber', personalNumber: 'refusedPaper', phone: 'refusedPaper', refusedPaper: 'ground', ground: 'note', note: 'main',
}
