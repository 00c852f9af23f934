import { Type, type TSchema } from 'typebox'
import { checkerOf } from '../base/checker.ts'
import { Person } from '../people/person.ts'
import { FeeBody } from './act-bodies.ts'
import { CORRECTABLE, type CorrectableField, type Dossier } from './dossier.ts'

const orEmpty = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** What each field may be corrected to (rule L16); null empties a field that need not be filled. */
const VALUES: Readonly<Record<CorrectableField, TSchema>> = {
  'applicant.name': Person.properties.name,
  'applicant.personalNumber': orEmpty(Person.properties.personalNumber),
  'applicant.bornOn': orEmpty(Person.properties.bornOn),
  'applicant.sex': orEmpty(Person.properties.sex),
  'applicant.phone': orEmpty(Person.properties.phone),
  'applicant.email': orEmpty(Person.properties.email),
  'applicant.address': orEmpty(Person.properties.address),
  'owner.name': Person.properties.name,
  content: Type.String({ minLength: 1, maxLength: 1000 }),
  collectAt: Type.Union([Type.Literal('counter'), Type.Literal('post')]),
  fee: FeeBody,
}

const CHECKS = new Map(CORRECTABLE.map(field => [field, checkerOf(VALUES[field])]))

/** Whether the field can hold this value at all. */
export function fitsField(field: CorrectableField, value: unknown): boolean {
  return CHECKS.get(field)?.(value) === true
}

/** What stands in the field now; null when it is empty. */
export function valueOf(dossier: Dossier, field: CorrectableField): unknown {
  switch (field) {
    case 'owner.name':
      return dossier.owner?.name ?? null
    case 'content':
      return dossier.content
    case 'collectAt':
      return dossier.collectAt
    case 'fee':
      return dossier.fee ?? null
    default:
      return dossier.applicant[personField(field)] ?? null
  }
}

/** The dossier with the field changed; the value must fit it. */
export function withValue(dossier: Dossier, field: CorrectableField, value: unknown): Dossier {
  switch (field) {
    case 'owner.name':
      return { ...dossier, owner: { ...dossier.owner, name: value as string } }
    case 'content':
      return { ...dossier, content: value as string }
    case 'collectAt':
      return { ...dossier, collectAt: value as Dossier['collectAt'] }
    case 'fee':
      return { ...dossier, fee: value as NonNullable<Dossier['fee']> }
    default: {
      const { [personField(field)]: _, ...others } = dossier.applicant
      return { ...dossier, applicant: (value === null ? others : { ...others, [personField(field)]: value }) as Person }
    }
  }
}

function personField(field: Extract<CorrectableField, `applicant.${string}`>): keyof Person {
  return field.slice('applicant.'.length) as keyof Person
}
