import { actsProjection } from './acts.ts'
import { certificationsProjection } from './certifications.ts'
import { cityUsersProjection } from './city-users.ts'
import { codesProjection } from './codes.ts'
import { devicesProjection } from './devices.ts'
import { dossiersProjection } from './dossiers.ts'
import { letterboxesProjection } from './letterboxes.ts'
import { livesProjection } from './lives.ts'
import { looksProjection } from './looks.ts'
import type { Projection } from './projection.ts'
import { publicationsProjection } from './publications.ts'
import { quarantineProjection } from './quarantine.ts'
import { signedFiguresProjection } from './signed-figures.ts'
import { statementsProjection } from './statements.ts'
import { unfoldableProjection } from './unfoldable.ts'
import { usersProjection } from './users.ts'

/** Every table that is made from the record. */
export const PROJECTIONS: readonly Projection[] = [
  actsProjection, certificationsProjection, cityUsersProjection, codesProjection, devicesProjection, dossiersProjection,
  letterboxesProjection, livesProjection, looksProjection, publicationsProjection, quarantineProjection, signedFiguresProjection,
  statementsProjection, unfoldableProjection, usersProjection,
]

/** Another number than the rows were made with, and everything is folded again at the next start. */
export const PROJECTION_VERSION = 4
