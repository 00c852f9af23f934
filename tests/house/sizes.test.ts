import { expect, test } from 'vitest'
import { PRODUCT, sourcesIn, textOf } from './tree.ts'

test('files are small: half of them below 90 lines, nine in ten below 250, none above 400', () => {
  const files = sourcesIn([...PRODUCT, 'build']).map(file => ({ file, lines: textOf(file).trimEnd().split('\n').length }))
  const lines = files.map(file => file.lines).sort((a, b) => a - b)
  const share = (part: number): number => lines[Math.floor(part * (lines.length - 1))] ?? 0
  expect(files.filter(file => file.lines > 400)).toEqual([])
  expect(share(0.5)).toBeLessThanOrEqual(90)
  expect(share(0.9)).toBeLessThanOrEqual(250)
})
