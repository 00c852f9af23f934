const FIELDS = 'input:not([type=hidden]), select, textarea, [role=combobox]'
const FOCUSABLE = `${FIELDS}, button, a[href], [tabindex]`

/** What the keyboard can reach inside a node, in reading order. */
export function focusableIn(root: ParentNode): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(node => node.tabIndex >= 0 && isShown(node) && !isOff(node))
}

/** Fields to be filled, in reading order; of a radio group only the one the keyboard stops at. */
export function fieldsIn(root: ParentNode): readonly HTMLElement[] {
  const fields = [...root.querySelectorAll<HTMLElement>(FIELDS)].filter(node => node.tabIndex >= 0 && isShown(node) && !isOff(node))
  return fields.filter(node => !isRadio(node) || node.checked || noneChecked(fields, node))
}

/** Puts the cursor into a field and selects what stands there, so that typing replaces it. */
export function focusField(node: HTMLElement): void {
  node.focus()
  if (node instanceof HTMLInputElement && SELECTABLE.has(node.type)) node.select()
}

const SELECTABLE: ReadonlySet<string> = new Set(['text', 'search', 'tel', 'password', 'number'])

function isShown(node: HTMLElement): boolean {
  return node.getClientRects().length > 0
}

function isOff(node: HTMLElement): boolean {
  return node.matches(':disabled') || node.closest('[inert]') !== null
}

function isRadio(node: HTMLElement): node is HTMLInputElement {
  return node instanceof HTMLInputElement && node.type === 'radio'
}

/** True of the first radio of a group in which none is chosen. */
function noneChecked(fields: readonly HTMLElement[], node: HTMLInputElement): boolean {
  const group = fields.filter(isRadio).filter(radio => radio.name === node.name)
  return !group.some(radio => radio.checked) && group[0] === node
}
