export type ScanKind = 'card' | 'receipt-qr' | 'dossier-code' | 'unknown'

/**
 * What a reader has read, by its outer shape only: an ID card begins with twelve digits, a paper of
 * ours with the dossier code (rule N7). Whether the content holds is for the reader of that kind to say.
 */
export function classifyScan(text: string): ScanKind {
  const [first = '', ...rest] = text.trim().split('|')
  const head = first.trim()
  if (DOSSIER_CODE.test(head)) return rest.length === 0 ? 'dossier-code' : 'receipt-qr'
  if (rest.length > 0 && /^(\D*:)?[\d\s]*\d{3}[\d\s]*$/.test(head)) return 'card'
  return 'unknown'
}

/** `H13.064-261120-0432`, also without dashes. */
const DOSSIER_CODE = /^[a-z]\d{1,3}(\.\d{1,4}){0,3}-?\d{6}-?\d{4,6}$/i

/** The card's text at the end of a field that a slow reader typed into, behind whatever stood there; undefined where none is. */
export function cardLeftIn(value: string): string | undefined {
  const text = value.replace(/^.*(?=\d{12}\|)/s, '')
  return classifyScan(text) === 'card' ? text : undefined
}
