import { expect, test } from 'vitest'
import { shortCode } from './code.ts'

test('codes of our own office lose what they all begin with, others keep it', () => {
  const pattern = { prefix: 'H13', unitPart: '064' }
  expect(['H13.064-261120-0432', 'H13.065-261120-0432', 'H13.0640-261120-0432'].map(code => shortCode(code, pattern)))
    .toEqual(['261120-0432', 'H13.065-261120-0432', 'H13.0640-261120-0432'])
})
