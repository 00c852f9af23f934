import { create } from 'zustand'
import type { Catalogue } from '../../shared/procedures/catalogue.ts'
import { main } from '../main-api.ts'

/** The procedures this office receives; null until read. */
export const useCatalogue = create<{ readonly catalogue: Catalogue | null }>(() => ({ catalogue: null }))

/** Reads the catalogue once. */
export async function loadCatalogue(): Promise<void> {
  if (useCatalogue.getState().catalogue === null) useCatalogue.setState({ catalogue: await main.office.catalogue() })
}
