/** Filled in next. */
export function FirstStartScreen() {
  return null
}
