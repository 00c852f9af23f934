/** Puts the cursor into the search field of the top bar. */
export function focusFind(): void {
  document.getElementById('find')?.focus()
}

/** Puts the cursor into the first filter. */
export function focusFilter(): void {
  document.querySelector<HTMLElement>('.filters select')?.focus()
}

/** Puts the cursor into the list, where one stands. */
export function focusRow(): void {
  document.querySelector<HTMLElement>('.results [data-stop][tabindex="0"]')?.focus()
}
