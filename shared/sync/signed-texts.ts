import type { Heads } from './protocol.ts'

/**
 * The texts that are signed, so that both sides build the very same bytes (UTF-8).
 *
 * Each begins with a word of its own: a signature made for one purpose proves nothing for another.
 */

/** A request: method, path with query, device, its time, and sha256 (hex) of the body's bytes as sent; of nothing for a stream. */
export function signedText(request: {
  readonly method: string, readonly path: string, readonly device: string, readonly at: string, readonly bodySha256: string,
}): string {
  return ['mot-cua-request', request.method, request.path, request.device, request.at, request.bodySha256].join('\n')
}

/** The newest line of a log: with it everything before is signed, since each line names the one before (rule J1). */
export function headText(head: { readonly device: string, readonly seq: number, readonly name: string }): string {
  return ['mot-cua-head', head.device, String(head.seq), head.name].join('\n')
}

/** Who wants to be a device of the city: the code it was given, or the device whose folder was copied. */
export function enrolText(enrol: { readonly device: string, readonly publicKey: string, readonly by: string }): string {
  return ['mot-cua-enrol', enrol.device, enrol.publicKey, enrol.by].join('\n')
}

interface Said {
  readonly unit: string
  readonly heads: Heads
  readonly pages: readonly string[]
}

/** What the city confirms to have (rule S8): heads and pages, in sorted order. */
export function confirmationText(confirmed: Said): string {
  return ['mot-cua-confirmed', ...inOrder(confirmed)].join('\n')
}

/** What the city had confirmed and lost (rules S8, S13): where each log stands now, and the pages that are gone. */
export function withdrawnText(withdrawn: Said): string {
  return ['mot-cua-withdrawn', ...inOrder(withdrawn)].join('\n')
}

function inOrder({ unit, heads, pages }: Said): readonly string[] {
  const said = Object.entries(heads).sort(([one], [other]) => (one < other ? -1 : 1)).map(([device, { seq, name }]) => `${device} ${String(seq)} ${name}`)
  return [unit, ...said, '', ...[...pages].sort()]
}
