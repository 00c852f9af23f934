/**
 * What a paper says, as data: for a form whose exact layout in the circular is not known here, so that the city can publish another.
 *
 * Words in braces are filled in: `{reason}`.
 */
export interface Plan {
  /** Where it comes from, and how sure we are. */
  readonly source: string
  readonly certainty: 'stated' | 'likely'
  readonly parts: readonly PlanPart[]
  readonly signers: readonly { readonly role: string; readonly name: string }[]
  /** `Nơi nhận`, a line each; none where the paper has no such list. */
  readonly recipients: readonly string[]
}

export interface PlanPart {
  /** With a label it is a field of the form, without one a sentence. */
  readonly label?: string
  readonly words: string
  /** Left out where a value it needs is empty; otherwise a field leaves room for the pen. */
  readonly optional?: true
}

/** What fills the braces of a plan. */
export type PlanValues = Readonly<Record<string, string>>
