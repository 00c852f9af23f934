import { fold, limitText } from '../../../shared/base/text.ts'
import type { PageText } from './page-text.ts'

/**
 * The words at the top of a page that say which paper it is; empty when there are none. For suggestions only.
 *
 * The name of the State and its motto stand on every paper and say nothing; nor does a word the reader doubts by sixty in a hundred:
 * what a stamp or a stain was taken for names no paper.
 */
export function headingOf({ text, words, height }: PageText): string {
  const upper = words.filter(({ box }) => box[1] < height * UPPER_SHARE)
  const sure = new Set(upper.filter(({ sureness }) => sureness > LEAST_SURE).map(word => word.text))
  const unsure = new Set(upper.map(word => word.text).filter(word => !sure.has(word)))
  const lines = text.split('\n').map(line => line.split(/\s+/).filter(word => word !== '' && !unsure.has(word)))
  const top = lines.filter(line => line.length > 0).slice(0, MOST_LINES).filter(line => line.some(word => sure.has(word)))
  return limitText(top.map(line => line.join(' ')).filter(line => !ON_EVERY_PAPER.test(fold(line))).join(' '), 300)
}

const UPPER_SHARE = 0.35
const MOST_LINES = 12
/** Of 100. */
const LEAST_SURE = 40
const ON_EVERY_PAPER = /^(cong hoa xa hoi|.{0,3}oc lap.{0,5}tu do)/
