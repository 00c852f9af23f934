/** The names that stand, joined by blanks: `classNames('btn', isMain && 'main')`. */
export function classNames(...names: readonly (string | false | undefined)[]): string {
  return names.filter(name => name !== false && name !== undefined && name !== '').join(' ')
}
