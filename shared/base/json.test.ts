import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseJson } from './json.ts'

test('what was written as JSON is read back, and no text at all throws', () => {
  fc.assert(fc.property(fc.jsonValue(), value => { expect(parseJson(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value))) }))
  fc.assert(fc.property(fc.string(), text => { expect(() => parseJson(text)).not.toThrow() }))
  expect(parseJson('{"half"')).toBeUndefined()
})
