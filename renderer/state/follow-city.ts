import { onMain } from '../main-api.ts'
import { followCatalogue } from './catalogue.ts'
import { loadOffice } from './office.ts'
import { loadWhoMay } from './session.ts'

/** What the city may change under the window: who works here, the office, the calendar, the catalogue; the answer stops it. */
export function followCity(onFailure: (reason: unknown) => void): () => void {
  const stopCatalogue = followCatalogue(onFailure)
  const stopRest = onMain('program.changed', () => { Promise.all([loadOffice(), loadWhoMay()]).catch(onFailure) })
  return () => {
    stopCatalogue()
    stopRest()
  }
}
