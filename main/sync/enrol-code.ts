import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { failure, success, type Problem, type Result } from '../../shared/base/result.ts'
import { parseJson } from '../../shared/base/json.ts'
import { isAddress, type CityChoice } from './city-file.ts'

/** A code and the city it is for. */
export interface EnrolCode {
  readonly code: string
  readonly city: CityChoice
}

const EnrolFile = Type.Object({
  kind: Type.Literal('mot-cua-enrol'),
  city: Type.String({ maxLength: 500 }),
  code: Type.String({ minLength: 1, maxLength: 40 }),
  cityKey: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9+/]{43}=$' })),
})

/**
 * What a person typed, a QR held, or an enrolment file says; the last two name their city, so nobody types an address.
 *
 * Problem: `enrol/code-wrong` for what is none of them, or is typed where no city is known.
 */
export function readEnrolCode(text: string, byDefault: CityChoice | undefined): Result<EnrolCode, Problem & { readonly code: 'enrol/code-wrong' }> {
  const said = text.trim()
  const named = said.startsWith('{') ? parseJson(said) : undefined
  if (Value.Check(EnrolFile, named)) {
    const address = named.city.replace(/\/+$/, '')
    if (!isAddress(address)) return failure({ code: 'enrol/code-wrong' })
    const ca = byDefault?.address === address ? byDefault.ca : undefined
    const publicKey = named.cityKey
    const city: CityChoice = { address, ...(publicKey === undefined ? {} : { publicKey }), ...(ca === undefined ? {} : { ca }) }
    return success({ code: named.code, city })
  }
  const isTyped = /^[0-9A-Za-z][0-9A-Za-z\s-]{7,39}$/.test(said)
  return isTyped && byDefault !== undefined && isAddress(byDefault.address)
    ? success({ code: said.replace(/\s+/g, ''), city: byDefault })
    : failure({ code: 'enrol/code-wrong' })
}
