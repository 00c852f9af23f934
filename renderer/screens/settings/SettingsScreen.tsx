/** Filled in next. */
export function SettingsScreen() {
  return null
}
