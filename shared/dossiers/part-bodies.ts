import { Type, type Static } from 'typebox'
import { DayText } from './progress-parts.ts'

/** A part of a linked dossier as its receipt promises it: a procedure of its own, who resolves it, until when. */
export const PartBody = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 40 }),
  procedure: Type.String({ minLength: 1, maxLength: 100 }),
  name: Type.String({ minLength: 1, maxLength: 500 }),
  resolvedBy: Type.String({ minLength: 1, maxLength: 200 }),
  dueOn: Type.Union([DayText, Type.Null()]),
})
export type PartBody = Static<typeof PartBody>
