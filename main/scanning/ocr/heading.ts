import { fold, limitText } from '../../../shared/base/text.ts'
import type { PageText } from './page-text.ts'

/**
 * The words at the top of a page that say which paper it is; empty when there are none. For suggestions only.
 *
 * The name of the State and its motto stand on every paper and say nothing.
 */
export function headingOf({ text, words, height }: PageText): string {
  const upper = new Set(words.filter(({ box }) => box[1] < height * UPPER_SHARE).map(word => word.text))
  const lines = text.split('\n').map(line => line.trim()).filter(line => line !== '')
  const top = lines.slice(0, MOST_LINES).filter(line => line.split(/\s+/).some(word => upper.has(word)))
  return limitText(top.filter(line => !ON_EVERY_PAPER.test(fold(line))).join(' '), 300)
}

const UPPER_SHARE = 0.35
const MOST_LINES = 12
const ON_EVERY_PAPER = /^(cong hoa xa hoi|.{0,3}oc lap.{0,5}tu do)/
