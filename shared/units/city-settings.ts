import { Type, type Static } from 'typebox'

/** What the city may set for all its offices; what it has not published is as the law has it. */
export const CitySettings = Type.Object({
  /**
   * After a supplement the limit begins again from zero (NĐ 61/2018/NĐ-CP, Art. 19.4), or what is left of it runs on (rule T10).
   */
  supplementPolicy: Type.Union([Type.Literal('restart'), Type.Literal('resume')]),
  /** Procedures, by the first part of their code, whose result a leader must sign (rule L11). */
  signedProcedures: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 5000 }),
})
export type CitySettings = Static<typeof CitySettings>

export const DEFAULT_SETTINGS: CitySettings = { supplementPolicy: 'restart', signedProcedures: [] }
