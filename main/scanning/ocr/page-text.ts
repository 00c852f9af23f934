/** What a text reader saw on a page: a proposal to search by, never a fact of a dossier. */
export interface PageText {
  /** Lines in reading order, NFC. */
  readonly text: string
  readonly words: readonly SeenWord[]
  /** Pixels of the image it was read from; boxes are in these. */
  readonly width: number
  readonly height: number
}

export interface SeenWord {
  readonly text: string
  /** Left, top, right, bottom. */
  readonly box: readonly [number, number, number, number]
  /** 0…100, as sure as the reader is. */
  readonly sureness: number
}
