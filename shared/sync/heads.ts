import type { Heads } from './protocol.ts'

/** Heads as one text, sorted, so that both sides sum the same bytes (rule S9). Logs of which nothing is there are left out. */
export function headsText(heads: Heads): string {
  return Object.entries(heads).filter(([, { seq }]) => seq > 0).map(([device, { seq, name }]) => `${device} ${String(seq)} ${name}`).sort().join('\n')
}
