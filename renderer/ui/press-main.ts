/** Presses the one filled button in view, which is what F9 does on a screen of several forms. */
export function pressMain(): void {
  const buttons = [...document.querySelectorAll<HTMLElement>('main [data-main]')]
  buttons.find(button => button.getClientRects().length > 0)?.click()
}
