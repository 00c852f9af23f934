import { Type, type Static } from 'typebox'
import { failure, success, type Problem, type Result } from '../base/result.ts'
import { limitText, normalise } from '../base/text.ts'
import { isClockBehind } from '../calendar/clock-behind.ts'
import {
  isOrganisation, MAX_ADDRESS_LENGTH, MAX_NAME_LENGTH, normaliseOrganisation, normalisePerson, Organisation, Person, type PersonProblem,
} from '../people/person.ts'
import type { DossierBodies } from './act-bodies.ts'
import type { FrozenProcedure } from './dossier.ts'
import type { Moment } from './moment.ts'

const Text = Type.Optional(Type.String({ maxLength: MAX_ADDRESS_LENGTH }))
const Name = Type.String({ maxLength: MAX_NAME_LENGTH })

/** People as they are typed: every text may still be empty, half a date, or hold what will be stripped. */
const PersonInput = Type.Object({
  name: Name, personalNumber: Text, oldNumber: Text, bornOn: Text, sex: Person.properties.sex,
  phone: Text, email: Text, address: Text, cardIssuedOn: Text,
}, { additionalProperties: false })
const OrganisationInput = Type.Object({
  name: Name, number: Type.String({ maxLength: 100 }), kind: Organisation.properties.kind, address: Text, phone: Text,
}, { additionalProperties: false })

/** What every visit to the counter says, whether it ends in a receipt, guidance or a refusal. */
export const VISIT_INPUT = {
  procedure: Type.String({ maxLength: 40 }),
  caseId: Type.String({ maxLength: 40 }),
  channel: Type.Union([Type.Literal('direct'), Type.Literal('online'), Type.Literal('post')]),
  applicant: PersonInput,
  /** When the applicant comes for somebody else. */
  owner: Type.Optional(Type.Union([OrganisationInput, PersonInput])),
  authorisation: Type.Optional(Type.String({ maxLength: 500 })),
  /** What is asked for; the procedure's name when empty. */
  content: Type.Optional(Type.String({ maxLength: 1000 })),
  helpedBy: Type.Optional(Type.String({ maxLength: 200 })),
  /** Who resolves, when it is not this unit (rule L22). */
  resolvedBy: Type.Optional(Type.String({ maxLength: 200 })),
}
export const VisitInput = Type.Object(VISIT_INPUT)
export type VisitInput = Static<typeof VisitInput>

export type VisitProblem =
  | Problem & { readonly code: 'dossier/name-missing'; readonly whom: 'applicant' | 'owner' }
  | Problem & { readonly code: 'dossier/input-invalid'; readonly fields: readonly string[] }

/** What the three acts that begin a dossier have in common. */
export type VisitBody = Omit<DossierBodies['dossier/refused'], 'reason'>

/**
 * The visit as it will be kept: texts normalised, the procedure frozen, three organisations kept apart (rules L1, L22).
 *
 * Problems: `dossier/name-missing`, `dossier/input-invalid` with the fields to look at.
 */
export function keepVisit(input: VisitInput, procedure: FrozenProcedure, moment: Moment): Result<VisitBody, VisitProblem> {
  const applicant = normalisePerson(input.applicant)
  if (!applicant.ok) return failure(toVisitProblem('applicant', applicant.problem))
  const owner = input.owner === undefined ? undefined : normaliseOwner(input.owner)
  if (owner?.ok === false) return failure(toVisitProblem('owner', owner.problem))
  const { office, author } = moment
  return success({
    procedure,
    applicant: applicant.value,
    ...(owner === undefined ? {} : { owner: owner.value }),
    ...optional('authorisation', input.authorisation, 500),
    content: clean(input.content, 1000) || limitText(procedure.name, 1000),
    channel: input.channel,
    ...optional('helpedBy', input.helpedBy, 200),
    receivedBy: office.unit,
    resolvedBy: clean(input.resolvedBy, 200) || office.unit,
    deskName: office.desk,
    clerkName: author.name,
    clockDoubted: isClockBehind(moment),
  })
}

function normaliseOwner(owner: Person | Organisation): Result<Person | Organisation, PersonProblem> {
  return isOrganisation(owner) ? normaliseOrganisation(owner) : normalisePerson(owner)
}

function toVisitProblem(whom: 'applicant' | 'owner', problem: PersonProblem): VisitProblem {
  if (problem.code === 'person/name-missing') return { code: 'dossier/name-missing', whom }
  return { code: 'dossier/input-invalid', fields: [`${whom}.${problem.field}`] }
}

function clean(text: string | undefined, max: number): string {
  return limitText(normalise(text ?? ''), max)
}

function optional<Key extends string>(key: Key, text: string | undefined, max: number): { readonly [K in Key]?: string } {
  const kept = clean(text, max)
  return (kept === '' ? {} : { [key]: kept }) as { readonly [K in Key]?: string }
}
