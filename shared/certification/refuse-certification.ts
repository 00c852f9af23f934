import { Type, type Static } from 'typebox'
import type { NewAct } from '../acts/act.ts'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { limitText, normalise } from '../base/text.ts'
import { normalisePerson, type PersonProblem } from '../people/person.ts'
import type { CertificationBodies } from './act-bodies.ts'
import { findCertified } from './certified.ts'
import { PersonToCertify, typedIn } from './certify.ts'
import type { CertificationMoment } from './moment.ts'
import { groundsOf } from './refusal-grounds.ts'

export const RefuseCertificationInput = Type.Object({
  person: PersonToCertify,
  procedure: Type.String({ maxLength: 40 }),
  paperName: Type.String({ maxLength: 500 }),
  ground: Type.String({ maxLength: 100 }),
  note: Type.Optional(Type.String({ maxLength: 1000 })),
  /** The form it was typed into. */
  draft: Type.Optional(Type.String({ maxLength: 200 })),
})
export type RefuseCertificationInput = Static<typeof RefuseCertificationInput>

export type RefuseCertificationProblem = PersonProblem
  | Problem & { readonly code: 'certification/procedure-unknown'; readonly procedure: string }
  | Problem & { readonly code: 'certification/paper-nameless'; readonly place: number }
  | Problem & { readonly code: 'certification/ground-unknown' }

/**
 * Refuses to certify a paper on a ground of the law, without a number; the words of the ground are kept as they are today.
 *
 * Problems: `person/…`, `certification/procedure-unknown`, `certification/paper-nameless`, `certification/ground-unknown`.
 */
export function refuseCertification(
  input: RefuseCertificationInput, moment: CertificationMoment,
): Result<readonly NewAct[], RefuseCertificationProblem> {
  const person = normalisePerson(input.person)
  if (!person.ok) return person
  const certified = findCertified(input.procedure)
  if (certified === undefined) return failure({ code: 'certification/procedure-unknown', procedure: input.procedure })
  const paperName = limitText(normalise(input.paperName), 500)
  if (paperName === '') return failure({ code: 'certification/paper-nameless', place: 1 })
  const ground = groundsOf(certified.procedure).find(({ id }) => id === input.ground)
  if (ground === undefined) return failure({ code: 'certification/ground-unknown' })
  const note = limitText(normalise(input.note ?? ''), 1000)
  const body: CertificationBodies['certification/refused'] = {
    person: person.value,
    procedure: certified.procedure,
    paperName,
    ground: ground.id,
    groundWords: ground.words,
    legalBasis: ground.legalBasis,
    ...(note === '' ? {} : { note }),
    ...typedIn(input.draft),
    deskName: moment.office.desk,
    clerkName: moment.author.name,
  }
  return success([{ subject: moment.freshSubject('certification'), kind: 'certification/refused', body }])
}
