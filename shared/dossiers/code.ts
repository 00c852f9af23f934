import type { CodePattern } from '../units/dossier-code.ts'

/** A code as one's own office reads it in lists: without the part every one of its codes begins with; another office's code keeps it. */
export function shortCode(code: string, pattern: Pick<CodePattern, 'prefix' | 'unitPart'>): string {
  const own = `${pattern.prefix}.${pattern.unitPart}-`
  return code.startsWith(own) ? code.slice(own.length) : code
}
