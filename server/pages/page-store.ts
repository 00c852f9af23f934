/** The city's pages: whole ones by their sha256, and what has arrived of the others. Two processes may share one. */
export interface PageStore {
  /** Bytes held from the beginning on; null when the page is whole and its sum was read again (rule S7). */
  readonly held: (sha256: string) => Promise<number | null>
  /**
   * Keeps a piece that begins at or before the bytes held. Flushed before it resolves. The piece that makes the page whole has
   * it read again: a page unlike its name is thrown away from its beginning (`unlike`).
   */
  readonly keep: (piece: Piece) => Promise<Kept>
  /** A whole page from the byte `from` on, or undefined. */
  readonly read: (sha256: string, from: number) => Promise<WholePage | undefined>
  /** Bytes of a whole page; undefined when it is not whole. */
  readonly size: (sha256: string) => Promise<number | undefined>
  readonly ready: () => Promise<void>
}

export type Kept =
  | { readonly state: 'whole' | 'part', readonly held: number }
  | { readonly state: 'refused', readonly held: number, readonly code: 'sync/page-length' | 'sync/page-unlike' }

export interface Piece {
  readonly sha256: string
  readonly offset: number
  readonly pageBytes: number
  readonly bytes: Uint8Array
}

export interface WholePage {
  readonly bytes: number
  readonly stream: AsyncIterable<Uint8Array>
}
