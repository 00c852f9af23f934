/**
 * A code as it is shown while it is typed: capitals in fours, O as 0, I and L as 1; the text of a QR or a file stays as it is.
 */
export function showEnrolCode(typed: string): string {
  if (typed.trimStart().startsWith('{')) return typed
  const bare = typed.normalize('NFD').toUpperCase().replace(/[^0-9A-Z]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return bare.slice(0, CODE_LENGTH).replace(/(.{4})(?=.)/g, '$1-')
}

const CODE_LENGTH = 12
