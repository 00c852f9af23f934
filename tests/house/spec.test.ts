import { expect, test } from 'vitest'
import { filesIn, PRODUCT, textOf } from './tree.ts'

/** What this version of the office promises; the numbers are those of the SPEC.md files. */
const PROMISED = [
  ...numbered('T', 1, 16), ...numbered('N', 1, 5), 'N7', ...numbered('L', 1, 22),
  ...numbered('D', 1, 6), ...numbered('J', 1, 9), ...numbered('S', 1, 13), ...numbered('U', 1, 5), ...numbered('M', 1, 3),
]

const specs = filesIn(PRODUCT).filter(file => file.endsWith('SPEC.md'))
const written = new Set(specs.flatMap(file => [...textOf(file).matchAll(/^- \*\*([A-Z]\d+)\*\* /gm)].map(match => match[1] ?? '')))

const tests = filesIn([...PRODUCT, 'build', 'tests']).filter(file => /\.(test|spec)\.tsx?$/.test(file))
const titles = tests.flatMap(file => [...textOf(file).matchAll(/\btest(?:\.\w+)*\(\s*(['"`])(.+?)\1/g)].map(match => ({ file, title: match[2] ?? '' })))
const cited = titles.flatMap(({ file, title }) => idsOf(title).map(id => ({ file, title, id })))

test('every rule of a SPEC.md has a test whose title begins with its number', () => {
  const proven = new Set(cited.map(({ id }) => id))
  expect([...written].filter(id => !proven.has(id))).toEqual([])
})

test('every rule a test cites stands in a SPEC.md', () => {
  expect(cited.filter(({ id }) => !written.has(id))).toEqual([])
})

test('every promised rule is written down', () => {
  expect(PROMISED.filter(id => !written.has(id))).toEqual([])
})

/** The rule numbers a title begins with: `N2, N3 a restored …` has two. */
function idsOf(title: string): string[] {
  const head = /^(?:[TNLDJUMS]\d+(?:, | and | ))+/.exec(title)?.[0] ?? ''
  return head.match(/[A-Z]\d+/g) ?? []
}

function numbered(letter: string, from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => `${letter}${from + i}`)
}
