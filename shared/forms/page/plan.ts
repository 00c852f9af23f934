import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'

const Text = Type.String({ maxLength: 2000 })

/**
 * What a paper says, as data: for a form whose exact layout in the circular is not known here, so that the city can publish another.
 *
 * Words in braces are filled in: `{reason}`.
 */
export const Plan = Type.Object({
  /** Where it comes from, and how sure we are. */
  source: Text,
  certainty: Type.Union([Type.Literal('stated'), Type.Literal('likely')]),
  parts: Type.Array(Type.Object({
    /** With a label it is a field of the form, without one a sentence. */
    label: Type.Optional(Text),
    words: Text,
    /** Left out where a value it needs is empty; otherwise a field leaves room for the pen. */
    optional: Type.Optional(Type.Literal(true)),
  }), { minItems: 1, maxItems: 100 }),
  signers: Type.Array(Type.Object({ role: Text, name: Text }), { maxItems: 4 }),
  /** `Nơi nhận`, a line each; none where the paper has no such list. */
  recipients: Type.Array(Text, { maxItems: 20 }),
})
export type Plan = Static<typeof Plan>
export type PlanPart = Plan['parts'][number]

/** What fills the braces of a plan. */
export type PlanValues = Readonly<Record<string, string>>

/** The plans that can be read, by the name of their form; a form whose plan cannot is printed by the program's own. */
export function readPlans(published: Readonly<Record<string, unknown>>): Readonly<Record<string, Plan>> {
  return Object.fromEntries(Object.entries(published).filter((named): named is [string, Plan] => Value.Check(Plan, named[1])))
}
