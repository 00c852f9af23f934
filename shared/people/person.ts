import { Type, type Static } from 'typebox'
import { isDay, type Day } from '../base/day.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { normalise } from '../base/text.ts'

export const MAX_NAME_LENGTH = 200
export const MAX_ADDRESS_LENGTH = 500

const DayText = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })
const Phone = Type.String({ maxLength: 30 })
const Address = Type.String({ maxLength: MAX_ADDRESS_LENGTH })

/** A person at the counter (công dân). Only the name must be known; numbers are checked as a warning, see personal-number.ts. */
export const Person = Type.Object({
  name: Type.String({ minLength: 1, maxLength: MAX_NAME_LENGTH }),
  personalNumber: Type.Optional(Type.String({ maxLength: 30 })),
  oldNumber: Type.Optional(Type.String({ maxLength: 30 })),
  bornOn: Type.Optional(DayText),
  sex: Type.Optional(Type.Union([Type.Literal('male'), Type.Literal('female')])),
  phone: Type.Optional(Phone),
  email: Type.Optional(Type.String({ maxLength: 100 })),
  address: Type.Optional(Address),
  cardIssuedOn: Type.Optional(DayText),
}, { additionalProperties: false })
export type Person = Static<typeof Person>

/** A business, an agency or another body (tổ chức). `number` is its tax or establishment number. */
export const Organisation = Type.Object({
  name: Type.String({ minLength: 1, maxLength: MAX_NAME_LENGTH }),
  number: Type.String({ maxLength: 30 }),
  kind: Type.Union([Type.Literal('business'), Type.Literal('agency'), Type.Literal('other')]),
  address: Type.Optional(Address),
  phone: Type.Optional(Phone),
}, { additionalProperties: false })
export type Organisation = Static<typeof Organisation>

export type Sex = NonNullable<Person['sex']>

export type PersonField = keyof Person | keyof Organisation

/** What is wrong with what was typed about a person; the field says where, the text itself is never repeated. */
export type PersonProblem =
  | Problem & { readonly code: 'person/name-missing' }
  | Problem & { readonly code: 'person/too-long'; readonly field: PersonField; readonly max: number }
  | Problem & { readonly code: 'person/date-impossible'; readonly field: PersonField }

/**
 * A person as we keep them: text composed and without hidden marks, numbers without blanks, empty fields gone.
 *
 * Problems: person/name-missing, person/too-long, person/date-impossible.
 */
export function normalisePerson(input: Person): Result<Person, PersonProblem> {
  const name = normalise(input.name)
  const kept: Partial<Record<keyof Person, string>> = {}
  for (const field of PERSON_TEXTS) {
    const text = field === 'personalNumber' || field === 'oldNumber' ? withoutBlanks(input[field]) : normalise(input[field] ?? '')
    if (text !== '') kept[field] = text
  }
  const problem = firstProblem({ name, ...kept }, Person.properties, ['bornOn', 'cardIssuedOn'])
  if (problem !== undefined) return failure(problem)
  return success({ name, ...kept, ...(input.sex === undefined ? {} : { sex: input.sex }) } as Person)
}

/** An organisation as we keep it. Problems: as for a person. */
export function normaliseOrganisation(input: Organisation): Result<Organisation, PersonProblem> {
  const address = normalise(input.address ?? '')
  const phone = normalise(input.phone ?? '')
  const organisation: Organisation = {
    name: normalise(input.name), number: withoutBlanks(input.number), kind: input.kind,
    ...(address === '' ? {} : { address }), ...(phone === '' ? {} : { phone }),
  }
  const problem = firstProblem(organisation, Organisation.properties, [])
  return problem === undefined ? success(organisation) : failure(problem)
}

/** Tells an organisation from a person; only organisations are of a kind. */
export function isOrganisation(whom: Person | Organisation): whom is Organisation {
  return 'kind' in whom
}

const PERSON_TEXTS = ['personalNumber', 'oldNumber', 'bornOn', 'phone', 'email', 'address', 'cardIssuedOn'] as const

function withoutBlanks(text: string | undefined): string {
  return normalise(text ?? '').replace(/ /g, '')
}

type Texts = Readonly<Partial<Record<PersonField, string>>>
type Schemas = Readonly<Record<string, unknown>>

function firstProblem(texts: Texts, schemas: Schemas, days: readonly PersonField[]): PersonProblem | undefined {
  if ((texts.name ?? '') === '') return { code: 'person/name-missing' }
  for (const field of days) {
    if (texts[field] !== undefined && !isPlausible(texts[field])) return { code: 'person/date-impossible', field }
  }
  for (const [field, text] of Object.entries(texts)) {
    const max = maxLengthOf(schemas[field])
    if (max !== undefined && text.length > max) return { code: 'person/too-long', field: field as PersonField, max }
  }
  return undefined
}

function isPlausible(on: Day): boolean {
  return isDay(on) && on >= '1850-01-01' && on < '2200-01-01'
}

function maxLengthOf(schema: unknown): number | undefined {
  const max = (schema as { readonly maxLength?: unknown } | undefined)?.maxLength
  return typeof max === 'number' ? max : undefined
}
