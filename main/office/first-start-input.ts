import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { OpenUnitInput } from '../../shared/bridge/main-api.ts'
import type { FirstPerson } from '../../shared/bridge/people-api.ts'
import { ROLES } from '../../shared/users/role.ts'

const FirstPersonShape = Type.Object({
  name: Type.String({ maxLength: 200 }),
  roles: Type.Array(Type.Union(ROLES.map(role => Type.Literal(role))), { maxItems: ROLES.length, uniqueItems: true }),
  pin: Type.String({ maxLength: 20 }),
})

const FirstStartShape = Type.Object({
  unit: Type.String({ maxLength: 10 }),
  desk: Type.String({ maxLength: 100 }),
  deskNumber: Type.Integer(),
  people: Type.Array(FirstPersonShape, { maxItems: 100 }),
})

/** The door of first start: what the window sends is checked before a line of it is believed. */
export function isFirstStart(input: unknown): input is OpenUnitInput {
  return Value.Check(FirstStartShape, input)
}

export function isFirstPerson(input: unknown): input is FirstPerson {
  return Value.Check(FirstPersonShape, input)
}

export function isText(value: unknown): value is string {
  return typeof value === 'string'
}
