/** Whether the cursor stands where letters are typed or chosen, so that Esc leaves the field before the screen. */
export function isTextField(node: Element | null): boolean {
  return node !== null && node.matches('input, select, textarea') && node.closest('main') !== null
}
