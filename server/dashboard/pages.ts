import type { Page } from './page.ts'
import { appointCityUserPage, cityPeoplePage, withdrawCityUserPage } from './pages/city-people.ts'
import { devicesPage } from './pages/devices.ts'
import { dossierPageOf } from './pages/dossier.ts'
import { figuresPage, unitFiguresPage } from './pages/figures.ts'
import { overviewPage } from './pages/overview.ts'
import { appointListPage, peoplePage } from './pages/people.ts'
import { publishActPage, publishPage } from './pages/publish.ts'
import { decidePage, quarantinePage } from './pages/quarantine.ts'
import { reportsPage } from './pages/reports.ts'
import { searchPage } from './pages/search.ts'
import { statementsPage } from './pages/statements.ts'
import { appointUserPage, issueCodePage, resetPinPage, revokeDevicePage, withdrawCodePage, withdrawUserPage } from './pages/unit-acts.ts'
import { unitPageOf } from './pages/unit.ts'

/** Every page of the city's web, one line each, sorted by its address. */
export const PAGES: readonly Page[] = [
  overviewPage,
  cityPeoplePage,
  appointCityUserPage,
  withdrawCityUserPage,
  issueCodePage,
  withdrawCodePage,
  devicesPage,
  revokeDevicePage,
  dossierPageOf,
  figuresPage,
  peoplePage,
  appointListPage,
  publishPage,
  publishActPage,
  quarantinePage,
  decidePage,
  reportsPage,
  searchPage,
  statementsPage,
  unitPageOf,
  unitFiguresPage,
  appointUserPage,
  resetPinPage,
  withdrawUserPage,
]
