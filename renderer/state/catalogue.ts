import { create } from 'zustand'
import type { Catalogue } from '../../shared/procedures/catalogue.ts'
import { main, onMain } from '../main-api.ts'

/** The procedures this office receives; null until read. */
export const useCatalogue = create<{ readonly catalogue: Catalogue | null }>(() => ({ catalogue: null }))

/** Reads the catalogue once. */
export async function loadCatalogue(): Promise<void> {
  if (useCatalogue.getState().catalogue === null) useCatalogue.setState({ catalogue: await main.office.catalogue() })
}

/** Reads it again when the city published procedures; the answer stops it. */
export function followCatalogue(onFailure: (reason: unknown) => void): () => void {
  return onMain('catalogue.changed', () => {
    if (useCatalogue.getState().catalogue === null) return
    main.office.catalogue().then(catalogue => { useCatalogue.setState({ catalogue }) }).catch(onFailure)
  })
}
