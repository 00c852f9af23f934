import { dayOfInstant } from '../../base/day.ts'
import { numberInWords } from '../../base/money.ts'
import { twoDigits } from '../../certification/book.ts'
import type { Certification, CertifiedPaper } from '../../certification/certification.ts'
import type { PrintMoment } from '../form.ts'

/** What the words of certification may name. */
export const PLACES = [
  'number', 'book', 'day', 'month', 'year', 'dayInWords', 'agency', 'signerName', 'signerTitle', 'clerkName', 'personName', 'personalNumber',
  'paperName', 'copyCount', 'pageCount',
] as const
export type Place = (typeof PLACES)[number]

/** Where nothing is known, a pen may write. */
const DOTS = '…………………'

/** What each place stands for on one paper of a visit; a number is dated the day it was drawn, also on a reprint. */
export function placesOf(visit: Certification, paper: CertifiedPaper, { office }: PrintMoment): Readonly<Record<Place, string>> {
  const [year = '', month = '', day = ''] = dayOfInstant(visit.at).split('-')
  const { person, signer } = visit
  return {
    number: twoDigits(paper.number), book: paper.book.label,
    day, month: Number(month) > 2 ? String(Number(month)) : month, year, dayInWords: dateInWords(Number(day), Number(month), Number(year)),
    agency: `${office.header.agency}, ${office.header.parentAgency}`,
    signerName: signer?.name ?? DOTS, signerTitle: signer?.title ?? DOTS, clerkName: visit.clerk,
    personName: person.name, personalNumber: person.personalNumber ?? DOTS,
    paperName: paper.name, copyCount: twoDigits(paper.copyCount), pageCount: twoDigits(paper.pageCount),
  }
}

/** The line with its places filled; everything in it is still text, not HTML. */
export function fillLine(line: string, places: Readonly<Record<Place, string>>): string {
  return line.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => Object.hasOwn(places, name) ? places[name as Place] : whole)
}

/** `ngày hai mươi tháng mười một năm hai nghìn không trăm hai mươi sáu`; the fourth month has a name of its own. */
function dateInWords(day: number, month: number, year: number): string {
  return `ngày ${numberInWords(day)} tháng ${month === 4 ? 'tư' : numberInWords(month)} năm ${numberInWords(year)}`
}
