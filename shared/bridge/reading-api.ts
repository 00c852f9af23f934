import type { Result } from '../base/result.ts'
import type { CardProposal } from '../people/card-page.ts'

/** A dossier one of whose scanned papers holds what was searched for. */
export interface TextHit {
  readonly subject: string
  /** Empty for a visit that drew no number. */
  readonly code: string
  readonly applicantName: string
  readonly paperName: string
  /** 1… within that paper. */
  readonly page: number
}

/** An image of the tray by its id, or a stored page by its name. */
export type ImagePlace = { readonly kind: 'tray'; readonly id: string } | { readonly kind: 'page'; readonly sha256: string }

/** What the program reads from images: proposals, which only a person makes into facts. */
export interface ReadingApi {
  /** Problems: `card/…`, `tray/page-gone`, `session/nobody`. */
  readCard(place: ImagePlace): Promise<Result<CardProposal>>
  /** Of the papers that were read so far, on this PC. */
  searchTexts(query: string): Promise<readonly TextHit[]>
}
