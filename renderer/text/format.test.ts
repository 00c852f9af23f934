import { expect, test } from 'vitest'
import { formatBytes, formatCount } from './format.ts'

test('counts are grouped by threes with a point', () => {
  expect([0, 12, 999, 4716, 1234567].map(formatCount)).toEqual(['0', '12', '999', '4.716', '1.234.567'])
})

test('free space is told so that it never looks like more than there is', () => {
  expect([38_900_000_000, 1_290_000_000, 480_000_000, 2_000_000_000, 9_990_000_000].map(formatBytes))
    .toEqual(['38 GB', '1,2 GB', '480 MB', '2 GB', '9,9 GB'])
})
