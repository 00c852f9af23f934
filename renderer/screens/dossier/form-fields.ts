import type { Dossier } from '../../../shared/dossiers/dossier.ts'
import type { Draft, DraftPlace } from './draft.ts'

/** What the fields of an open form are given. */
export interface FormFieldsProps {
  readonly dossier: Dossier
  readonly draft: Draft
  readonly onChange: (changes: Partial<Draft>) => void
  /** The sentence that stands next to a field, if it is the one to look at. */
  readonly problemAt: (place: DraftPlace) => string | undefined
}
