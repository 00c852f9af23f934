import { Type, type Static } from 'typebox'

/** A signer's name, and the title over it. */
export const PublishedSigner = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200 }),
  title: Type.String({ minLength: 1, maxLength: 200 }),
})
export type PublishedSigner = Static<typeof PublishedSigner>

/** What the city may set for all its offices; what it has not published is as the law has it. */
export const CitySettings = Type.Object({
  /**
   * After a supplement the limit begins again from zero (NĐ 61/2018/NĐ-CP, Art. 19.4), or what is left of it runs on (rule T10).
   */
  supplementPolicy: Type.Union([Type.Literal('restart'), Type.Literal('resume')]),
  /** Procedures, by the first part of their code, whose result a leader must sign (rule L11). */
  signedProcedures: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 5000 }),
  /** Roles that only the city gives and takes (rule U4); the director gives all others. */
  cityRoles: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 20 }),
  /** Where a unit's papers are signed, by the unit's code: the words before the day (NĐ 30/2020/NĐ-CP, Annex I). */
  places: Type.Record(Type.String({ maxLength: 10 }), Type.String({ minLength: 1, maxLength: 300 })),
  /** Who signs for a unit, by its code; the first one stands on forms that carry a signature of the agency. */
  signers: Type.Record(Type.String({ maxLength: 10 }), Type.Array(PublishedSigner, { maxItems: 20 })),
  /** Words of certification, as `shared/forms/certification-words` reads them. */
  certificationWords: Type.Array(Type.Unknown(), { maxItems: 40 }),
  /** What stands on each copy of a fee receipt (liên), in the order they are printed; none where the form's own hold. */
  receiptParts: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { maxItems: 9 }),
  /** Layouts by the name of the form, as `shared/forms/page` reads them. */
  plans: Type.Record(Type.String({ maxLength: 100 }), Type.Unknown()),
})
export type CitySettings = Static<typeof CitySettings>

export const DEFAULT_SETTINGS: CitySettings = {
  supplementPolicy: 'restart', signedProcedures: [], cityRoles: [], places: {}, signers: {}, certificationWords: [],
  receiptParts: [], plans: {},
}
