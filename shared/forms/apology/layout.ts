import { dayOfInstant } from '../../base/day.ts'
import type { Html } from '../../base/html.ts'
import type { Dossier } from '../../dossiers/dossier.ts'
import type { Form, PrintMoment } from '../form.ts'
import { dayOrNothing, dossierValues } from '../page/dossier-values.ts'
import { page } from '../page/page.ts'
import { planBody } from '../page/plan-body.ts'
import { capitalise } from '../page/words.ts'
import { APOLOGY_PLAN } from './apology-plan.ts'

/** The apology with the day promised before, the reason and the new day; dated the day it was decided. */
export function layoutApology(form: Form<'apology'>, dossier: Dossier, print: PrintMoment): Html {
  const { apology } = dossier
  if (apology === undefined) throw new Error('Nobody has apologised')
  const own = dossierValues(dossier, print)
  const values = {
    ...own,
    receivedOn: capitalise(own['receivedOn'] ?? ''),
    number: apology.number ?? '',
    reason: apology.reason,
    previousDueOn: dayOrNothing(apology.previousDueOn),
    dueOn: dayOrNothing(apology.dueOn),
  }
  return page(form, dossier, print, planBody(form, APOLOGY_PLAN, values, print), dayOfInstant(apology.at))
}
