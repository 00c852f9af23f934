import { Type } from 'typebox'
import { Value } from 'typebox/value'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryOf } from '../../tests/builders/arbitrary-of-schema.ts'
import { DOSSIER_BODIES } from '../dossiers/act-bodies.ts'
import { checkerOf } from './checker.ts'

/** A fitting value with one thing in it changed for anything at all. */
function spoilt(value: unknown, path: number, by: unknown): unknown {
  if (typeof value !== 'object' || value === null || path % 3 === 0) return by
  const entries = Object.entries(value)
  const [key, part] = entries[path % (entries.length + 1)] ?? ['strange', undefined]
  const changed = spoilt(part, Math.floor(path / 3), by)
  return Array.isArray(value) ? [changed, ...value.slice(1)] : { ...value, [key]: changed }
}

test('it answers as typebox does, for what fits and for what is spoilt', () => {
  for (const schema of Object.values(DOSSIER_BODIES)) {
    const check = checkerOf(schema)
    fc.assert(fc.property(arbitraryOf(schema), fc.nat(1000), fc.jsonValue(), (value, path, by) => {
      expect(check(value)).toBe(true)
      const broken = spoilt(value, path, by)
      expect(check(broken)).toBe(Value.Check(schema, broken))
    }))
  }
})

test('lengths are of characters as people count them, not of what they are stored in', () => {
  const schema = Type.String({ minLength: 2, maxLength: 3 })
  const texts = ['', 'a', 'ab', 'abc', 'abcd', '😀', '😀😀', '😀😀😀', '😀😀😀😀']
  expect(texts.map(checkerOf(schema))).toEqual(texts.map(text => Value.Check(schema, text)))
})

test('a schema it does not know is a bug, found before anything is checked', () => {
  expect(() => checkerOf(Type.String({ format: 'email' }))).toThrow('does not know')
  expect(() => checkerOf(Type.Object({ deep: Type.Array(Type.Integer({ multipleOf: 2 })) }))).toThrow('does not know')
})
