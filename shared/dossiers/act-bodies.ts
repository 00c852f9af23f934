import { Type, type Static } from 'typebox'
import { PageOf, ReceivedPaper } from '../papers/paper.ts'
import { Organisation, Person } from '../people/person.ts'
import { CORRECTABLE } from './dossier.ts'
import { DuePromiseBody } from './due-promise.ts'
import { PartBody } from './part-bodies.ts'
import { PROGRESS_BODIES } from './progress-bodies.ts'

const Words = Type.String({ minLength: 1, maxLength: 1000 })
const Code = Type.String({ minLength: 1, maxLength: 100 })

const FrozenProcedure = Type.Object({
  code: Code,
  name: Type.String({ maxLength: 2000 }),
  field: Type.String({ maxLength: 500 }),
  version: Type.String({ maxLength: 200 }),
  caseId: Type.String({ maxLength: 100 }),
  caseName: Type.String({ maxLength: 2000 }),
})

/** Whole đồng, the ground it rests on, and why less or nothing is paid (rules M1, M3). */
export const FeeBody = Type.Object({
  amount: Type.Integer({ minimum: 0, maximum: 999_999_999_999 }),
  exemptionGround: Type.Optional(Words),
  basis: Type.String({ maxLength: 500 }),
})

/** A draft of the device that received, and the paper each of its rows became. */
export const TypedIn = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 200 }),
  rows: Type.Array(Type.Object({ row: Type.String({ maxLength: 200 }), paper: Code }), { maxItems: 200 }),
})
export type TypedIn = Static<typeof TypedIn>

/** The papers of a dossier whose printing is an act: forms 01–06, the slip of a returned result, the receipt for a fee. */
export const DOSSIER_FORMS = [
  'receipt', 'guidance', 'refusal', 'supplement-request', 'apology', 'stop-notice', 'control-sheet', 'return-slip', 'fee-receipt',
] as const

/** What every visit to the counter leaves behind, whether it ends in a receipt or not. */
const visit = {
  procedure: FrozenProcedure,
  applicant: Person,
  owner: Type.Optional(Type.Union([Organisation, Person])),
  authorisation: Type.Optional(Type.String({ maxLength: 500 })),
  content: Type.String({ maxLength: 1000 }),
  channel: Type.Union([Type.Literal('direct'), Type.Literal('online'), Type.Literal('post')]),
  helpedBy: Type.Optional(Type.String({ maxLength: 200 })),
  receivedBy: Type.String({ maxLength: 200 }),
  resolvedBy: Type.String({ maxLength: 200 }),
  deskName: Type.String({ maxLength: 100 }),
  clerkName: Type.String({ maxLength: 200 }),
  clockDoubted: Type.Boolean(),
}

/**
 * The kinds of act on a `dossier:…` subject and the bodies they carry.
 *
 * A body may hold more than is named here (its `salt`, what a newer version adds): what is named must fit.
 */
export const DOSSIER_BODIES = {
  ...PROGRESS_BODIES,
  'dossier/corrected': Type.Object({
    field: Type.Enum(CORRECTABLE),
    from: Type.Unknown(),
    to: Type.Unknown(),
    reason: Type.Optional(Words),
  }),
  'dossier/dispute-settled': Type.Object({
    /** Every act of the dispute, by name (rule D4). */
    acts: Type.Array(Type.String({ pattern: '^[0-9a-f]{64}$' }), { minItems: 1, maxItems: 200 }),
    /** The act that holds; null where the dossier stays as it is. */
    chosen: Type.Union([Type.String({ pattern: '^[0-9a-f]{64}$' }), Type.Null()]),
    /** Of a field: what stands in it from now on, said again so that it holds without the act that brought it. */
    field: Type.Optional(Type.Enum(CORRECTABLE)),
    value: Type.Optional(Type.Unknown()),
    reason: Type.Optional(Words),
  }),
  'dossier/form-printed': Type.Object({
    form: Type.Enum(DOSSIER_FORMS),
    /** 1 is the first print; every later one is a reprint (rule N7). */
    copy: Type.Integer({ minimum: 1 }),
    to: Type.Union([Type.Literal('printer'), Type.Literal('pdf')]),
  }),
  'dossier/note-added': Type.Object({ text: Words }),
  /** Somebody uncovered an image of an ID card (rule U5). */
  'dossier/page-looked-at': Type.Object({ sha256: PageOf.properties.sha256, screen: Code, reason: Words }),
  'dossier/pages-added': Type.Object({ paperId: Code, pages: Type.Array(PageOf, { minItems: 1, maxItems: 500 }) }),
  'dossier/paper-attached': Type.Object({ paper: ReceivedPaper, reason: Type.Optional(Words) }),
  'dossier/paper-detached': Type.Object({ paperId: Code, reason: Type.Optional(Words) }),
  'dossier/received': Type.Object({
    ...visit,
    code: Code,
    papers: Type.Array(ReceivedPaper, { maxItems: 200 }),
    setCount: Type.Integer({ minimum: 1, maximum: 999 }),
    due: DuePromiseBody,
    fee: FeeBody,
    collectAt: Type.Union([Type.Literal('counter'), Type.Literal('post')]),
    /** Of a linked procedure, in the order they are resolved. */
    parts: Type.Optional(Type.Array(PartBody, { minItems: 1, maxItems: 10 })),
    /** The draft it was typed in, when scanned pages of that draft may still follow to these papers. */
    draft: Type.Optional(TypedIn),
  }),
  'dossier/refused': Type.Object({ ...visit, reason: Words }),
  'dossier/voided': Type.Object({ reason: Words }),
  'guidance/given': Type.Object({
    ...visit,
    missingPapers: Type.Array(Type.String({ minLength: 1, maxLength: 2000 }), { minItems: 1, maxItems: 200 }),
    legalGround: Words,
  }),
} as const

export type DossierBodies = { readonly [Kind in keyof typeof DOSSIER_BODIES]: Static<(typeof DOSSIER_BODIES)[Kind]> }
export type DossierActKind = keyof DossierBodies
