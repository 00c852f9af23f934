/** Named bytes, written whole or not at all. Names are parts joined by `/`, each of letters, digits, `-`. */
export interface ObjectStore {
  /** Resolves when the bytes would survive a power cut; over what stood there before. */
  readonly put: (name: string, bytes: Uint8Array) => Promise<void>
  /** From the byte `from` on; undefined when there is none. */
  readonly get: (name: string, from: number) => Promise<{ readonly bytes: number, readonly stream: AsyncIterable<Uint8Array> } | undefined>
  /** Bytes; undefined when there is none. */
  readonly size: (name: string) => Promise<number | undefined>
  /** Names directly under a folder, in no order. */
  readonly list: (folder: string) => Promise<readonly string[]>
  readonly remove: (name: string) => Promise<void>
  readonly ready: () => Promise<void>
}
