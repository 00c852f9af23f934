/** A key as it stands on the keyboard; readers get the key from `aria-keyshortcuts` instead. */
export function KeyCap({ children }: { readonly children: string }) {
  return <kbd aria-hidden="true">{children}</kbd>
}
