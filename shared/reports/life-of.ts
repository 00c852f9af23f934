import { dayOfInstant, isInstant, type Day } from '../base/day.ts'
import type { Certification } from '../certification/certification.ts'
import type { BookedDossier } from '../dossiers/booked-dossier.ts'
import type { DossierEnd } from '../dossiers/progress.ts'
import type { Life, LifeEnd } from './life.ts'

/**
 * What figures know of a dossier; undefined for what drew no number, for what was received in error and voided, and where an act says
 * it happened at no time there is.
 */
export function lifeOf(dossier: BookedDossier): Life | undefined {
  const { subject, code, procedure, clerk, channel, receivedAt, promises, pauses, supplements, apology, delay, ended } = dossier
  if (code === undefined || ended?.how === 'voided' || !dossier.acts.every(({ at }) => isInstant(at))) return undefined
  const receivedOn = dayOfInstant(receivedAt)
  return {
    subject, field: procedure.field, procedureCode: procedure.code, procedureName: procedure.name,
    clerk, channel, unit: dossier.receivedBy, receivedOn,
    end: ended === undefined ? null : endOf(ended, receivedOn),
    dues: promises.map(({ due, at }) => ({ since: dayOfInstant(at), dueOn: due.dueOn })),
    waits: pauses.map(({ since, until }) => ({ from: dayOfInstant(since), until: until === undefined ? null : dayOfInstant(until) })),
    delayReason: delay?.reason ?? apology?.reason ?? null,
    supplementsAskedOn: supplements.map(({ requestedAt }) => dayOfInstant(requestedAt)),
  }
}

/** A PC whose clock was behind may have ended a dossier before it was received. */
function endOf({ how, at }: DossierEnd, receivedOn: Day): LifeEnd {
  const on = dayOfInstant(at)
  return { on: on < receivedOn ? receivedOn : on, isWithdrawn: how === 'withdrawn' }
}

/** As the catalogue calls the field of the express lane. */
export const CERTIFICATION_FIELD = 'Chứng thực'

/** What a visit to the express lane is called in figures: its procedures by name, and the field they are of. */
export interface CertificationNames {
  readonly unit: string
  readonly field: string
  readonly procedureName: (code: string) => string
}

/**
 * A visit as figures count it: one dossier for each procedure in it, received and done when its papers were certified.
 *
 * Refused papers drew no number and are in no figure; nor is a procedure all of whose numbers were voided the same day.
 */
export function livesOfVisit(visit: Certification, { unit, field, procedureName }: CertificationNames): readonly Life[] {
  if (!visit.acts.every(({ at }) => isInstant(at))) return []
  const on = dayOfInstant(visit.at)
  const counting = visit.papers.filter(({ voided }) => voided === undefined || dayOfInstant(voided.at) !== on)
  return [...new Set(counting.map(({ procedure }) => procedure))].map(procedure => ({
    subject: visit.subject, field, procedureCode: procedure, procedureName: procedureName(procedure), clerk: visit.clerk, channel: 'direct', unit,
    receivedOn: on, end: { on, isWithdrawn: false }, dues: [{ since: on, dueOn: visit.dueOn ?? null }], waits: [], delayReason: null,
    supplementsAskedOn: [],
  }))
}
