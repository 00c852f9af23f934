import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { parseJson } from '../../shared/base/json.ts'
import { PageOf } from '../../shared/papers/paper.ts'

const Id = Type.String({ pattern: '^[0-9]{8}T[0-9]{6}-[0-9a-f]{4}-[0-9]{4}-(front|back)$' })
const Ids = Type.Array(Id, { maxItems: 5000 })
const Name = Type.String({ maxLength: 200 })
const Turn = Type.Union([Type.Literal(0), Type.Literal(90), Type.Literal(180), Type.Literal(270)])
const Trouble = Type.Object({ code: Type.String({ maxLength: 60 }), file: Type.String({ maxLength: 300 }) })
const At = Type.String({ maxLength: 30 })

const Place = Type.Union([
  Type.Object({ kind: Type.Literal('paper'), subject: Type.String({ maxLength: 80 }), paper: Name }),
  Type.Object({ kind: Type.Literal('draft'), draft: Name, paper: Name }),
])

/** One line of a batch's manifest: what came, what became of it, and what a person decided; never changed, only added to. */
export const BatchLine = Type.Union([
  Type.Object({ what: Type.Literal('begun'), at: At, scanner: Name, into: Type.Union([Place, Type.Null()]) }),
  /** A side is on disk, whole, as the device gave it (rule J5). */
  Type.Object({
    what: Type.Literal('came'), id: Id, at: At, scanner: Name, sheet: Type.Integer({ minimum: 1 }),
    side: Type.Union([Type.Literal('front'), Type.Literal('back')]),
    dpi: Type.Union([Type.Number(), Type.Null()]), isPhoto: Type.Boolean(), bytes: Type.Integer({ minimum: 0 }),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    /** Its place among all pages of the tray. */
    order: Type.Number(),
    /** Where it goes while no cover sheet says otherwise. */
    place: Type.Union([Place, Type.Null()]),
    /** Of a side that may be given twice after a cut. */
    name: Type.Optional(Name),
  }),
  /** The run ended by itself, by a person, or by a problem; a batch without it was cut off. */
  Type.Object({ what: Type.Literal('ended'), at: At, problem: Type.Union([Type.Object({ code: Type.String() }), Type.Null()]) }),
  Type.Object({
    what: Type.Literal('cleaned'), id: Id, page: PageOf, turn: Turn, isBlank: Type.Boolean(), isFaint: Type.Boolean(),
    width: Type.Number(), height: Type.Number(), codes: Type.Array(Type.String({ maxLength: 4000 }), { maxItems: 20 }),
  }),
  Type.Object({ what: Type.Literal('broken'), id: Id, turn: Turn, problem: Trouble }),
  /** A person wants another try at sides of which no page could be made. */
  Type.Object({ what: Type.Literal('again'), ids: Ids }),
  /** Null: a person said it belongs nowhere yet, whatever a cover sheet says. */
  Type.Object({ what: Type.Literal('placed'), ids: Ids, place: Type.Union([Place, Type.Null()]) }),
  Type.Object({ what: Type.Literal('turned'), id: Id, turn: Turn }),
  Type.Object({ what: Type.Literal('moved'), id: Id, order: Type.Number() }),
  Type.Object({ what: Type.Literal('taken-out'), ids: Ids }),
  Type.Object({ what: Type.Literal('brought-back'), ids: Ids }),
  /** They left the tray: attached to a dossier by an act, or handed to a draft. */
  Type.Object({ what: Type.Literal('filed'), ids: Ids, into: Type.String({ maxLength: 200 }) }),
  /** The draft for which sides were scanned was saved or thrown away: each goes where its row went, to nobody where it went nowhere. */
  Type.Object({
    what: Type.Literal('draft-left'), draft: Name, subject: Type.String({ maxLength: 80 }),
    rows: Type.Array(Type.Object({ row: Name, paper: Name }), { maxItems: 200 }),
  }),
  /** A person said that this batch is done as it stands (F9). */
  Type.Object({ what: Type.Literal('done'), at: At }),
])
export type BatchLine = Static<typeof BatchLine>
export type LeftLine = Extract<BatchLine, { what: 'draft-left' }>
export type CameLine = Extract<BatchLine, { what: 'came' }>

/** Lines of a manifest in order; a torn one was never acknowledged and says nothing. */
export function readBatchLines(text: string): readonly BatchLine[] {
  return text.split('\n').flatMap(line => {
    const read = parseJson(line)
    return Value.Check(BatchLine, read) ? [read] : []
  })
}
