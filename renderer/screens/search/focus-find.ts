/** Puts the cursor into the search field of the top bar. */
export function focusFind(): void {
  document.getElementById('find')?.focus()
}
