import type { ComponentType } from 'react'
import type { PlaceId } from './state/place.ts'
import type { PlaceEntry } from './parts/Places.tsx'
import { CatalogueScreen } from './screens/catalogue/CatalogueScreen.tsx'
import { CertifyScreen } from './screens/certify/CertifyScreen.tsx'
import { DeskScreen } from './screens/desk/DeskScreen.tsx'
import { DossierScreen } from './screens/dossier/DossierScreen.tsx'
import { IntakeScreen } from './screens/intake/IntakeScreen.tsx'
import { PeopleScreen } from './screens/people/PeopleScreen.tsx'
import { PersonScreen } from './screens/person/PersonScreen.tsx'
import { RegistersScreen } from './screens/registers/RegistersScreen.tsx'
import { ReturnsScreen } from './screens/returns/ReturnsScreen.tsx'
import { ScanScreen } from './screens/scan/ScanScreen.tsx'
import { SearchScreen } from './screens/search/SearchScreen.tsx'
import { SettingsScreen } from './screens/settings/SettingsScreen.tsx'
import { SyncScreen } from './screens/sync/SyncScreen.tsx'

export interface Place extends PlaceEntry {
  readonly Screen: ComponentType
  /** Reached from other screens only; not in the list at the left. */
  readonly hidden?: boolean
}

/** Every screen, one line each, in the order of the list at the left. */
export const places: readonly Place[] = [
  { id: 'desk', digit: 1, Screen: DeskScreen },
  { id: 'intake', digit: 2, Screen: IntakeScreen },
  { id: 'certify', digit: 3, Screen: CertifyScreen },
  { id: 'scan', digit: 4, Screen: ScanScreen },
  { id: 'returns', digit: 5, Screen: ReturnsScreen },
  { id: 'search', digit: 6, Screen: SearchScreen },
  { id: 'registers', digit: 7, Screen: RegistersScreen },
  { id: 'sync', digit: 9, Screen: SyncScreen },
  { id: 'catalogue', Screen: CatalogueScreen },
  { id: 'dossier', Screen: DossierScreen, hidden: true },
  { id: 'person', Screen: PersonScreen, hidden: true },
  { id: 'people', Screen: PeopleScreen },
  { id: 'settings', Screen: SettingsScreen },
]

/** The place to show; the first one where a screen does not stand here. */
export function findPlace(id: PlaceId): Place | undefined {
  return places.find(place => place.id === id) ?? places[0]
}
