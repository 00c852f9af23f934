/** What a cover sheet (tờ bìa quét) says of the pages behind it. */
export interface CoverSheet {
  /** The unit that printed it, five digits. */
  readonly unit: string
  /** The dossier's code, as printed on it (rule N1). */
  readonly code: string
  /** The dossier, by its subject. */
  readonly subject: string
  /** The paper its pages belong to; null for the dossier as a whole. */
  readonly paper: string | null
  /** How many sheets follow it at least; null when nothing is known of that. */
  readonly sheets: number | null
  /** A person counted them: no more follow it and no fewer. */
  readonly isCounted?: true
}

/** Every cover sheet's text begins so, of whatever version. */
const FAMILY = 'MCB'
const KIND = `${FAMILY}1`
const SEPARATOR = '*'

/** What is reported of a page that looks like a cover sheet whatever its codes say: the marks of the form were seen on it. */
export const COVER_MARKS = `${FAMILY}?`

/**
 * What the QR of a cover sheet holds, e.g. `MCB1*31186*H13.064-261120-0432*00AA11BB22CC33DD*P89*3*0QK5X1A`.
 *
 * Sheets that a person counted have a full stop behind their number: so many, and the pile ends.
 * Only capitals, digits and a few marks: those make the smallest QR code, so its modules are the largest.
 * The last part is a check over all before it.
 */
export function coverSheetText({ unit, code, subject, paper, sheets, isCounted }: CoverSheet): string {
  const count = sheets === null ? '' : `${String(sheets)}${isCounted === true ? COUNTED : ''}`
  const parts = [KIND, unit, code, subject.slice(SUBJECT.length).toUpperCase(), paper === null ? '' : escape(paper), count]
  const text = parts.join(SEPARATOR)
  if (!subject.startsWith(SUBJECT) || !SHAPE.test(text)) throw new Error('This dossier or paper cannot stand on a cover sheet')
  return `${text}${SEPARATOR}${checkOf(text)}`
}

/** A cover sheet by the text of its QR; undefined for every other text, a damaged one and one of a version not known here. */
export function readCoverSheet(text: string): CoverSheet | undefined {
  const end = text.lastIndexOf(SEPARATOR)
  const body = text.slice(0, Math.max(end, 0))
  if (!SHAPE.test(body) || checkOf(body) !== text.slice(end + 1)) return undefined
  const [, unit = '', code = '', subject = '', paper = '', sheets = ''] = body.split(SEPARATOR)
  return {
    unit, code, subject: SUBJECT + subject.toLowerCase(),
    paper: paper === '' ? null : unescape(paper), sheets: sheets === '' ? null : parseInt(sheets, 10),
    ...(sheets.endsWith(COUNTED) ? { isCounted: true } : {}),
  }
}

/** Whether this text marks a cover sheet, readable or not: pages behind one that cannot be read belong to nobody known. */
export function isOfCoverSheet(text: string): boolean {
  return text.startsWith(FAMILY)
}

const SUBJECT = 'dossier:'
const COUNTED = '.'
const SHAPE = /^MCB1\*\d{5}\*[A-Z0-9.-]{1,40}\*(?:[0-9A-F]{2}){8,32}\*(?:[A-Z0-9.-]|\$[0-9A-F]{4})*\*(?:[1-9]\d{0,2}\.?)?$/

/** A paper's id in what is left of the small alphabet: small letters as capitals, everything else by its number. */
function escape(id: string): string {
  return id.replace(/[^a-z0-9.-]/g, letter => `$${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).toUpperCase()
}

function unescape(written: string): string {
  return written.toLowerCase().replace(/\$([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}

/** CRC-32 (ISO 3309) in seven digits of base 36. */
function checkOf(text: string): string {
  let sum = 0xffffffff
  for (let i = 0; i < text.length; i += 1) {
    sum ^= text.charCodeAt(i) & 0xff
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return ((sum ^ 0xffffffff) >>> 0).toString(36).toUpperCase().padStart(7, '0')
}
