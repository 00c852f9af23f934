import fc from 'fast-check'

interface JsonSchema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly maximum?: number
}

/** What people and machines put into a text field: marks that hide or turn, markup, formulas, lone surrogates, nothing. */
const HOSTILE = ['', ' ', '\u0000', '\u200b\u202e', '<script>alert(1)</script>', '=1+1', 'Nguye\u0302\u0303n', '\ud800', '2026-02-30', '../..', '__proto__', 'ẨM']

/** Any value the schema lets through, the nasty ones often. Knows the part of JSON Schema that our inputs use. */
export function arbitraryOf(given: unknown): fc.Arbitrary<unknown> {
  const schema = given as JsonSchema
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map(arbitraryOf))
  switch (schema.type) {
    case 'object':
      return fc.record(
        Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, part]) => [key, arbitraryOf(part)])),
        { requiredKeys: [...(schema.required ?? [])] },
      )
    case 'array':
      return fc.array(arbitraryOf(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 4, 4) })
    case 'string':
      return arbitraryText(schema)
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1000, max: Math.min(schema.maximum ?? 1000, 2 ** 31 - 1) })
    case 'number':
      return fc.oneof(fc.integer({ min: -1, max: 10_000 }), fc.double())
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.jsonValue()
  }
}

function arbitraryText({ pattern, minLength = 0, maxLength = 50 }: JsonSchema): fc.Arbitrary<string> {
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern))
  const fits = (text: string): boolean => text.length >= minLength && text.length <= maxLength
  return fc.oneof(fc.constantFrom(...HOSTILE.filter(fits), 'x'.repeat(Math.max(minLength, maxLength))), fc.string({ unit: 'grapheme', minLength, maxLength }).filter(fits))
}
