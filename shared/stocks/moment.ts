import type { StocksWritten } from './stocks.ts'

/** What a decision about stocks may know of its moment: time and place come in here (rule T1). */
export interface StockMoment {
  readonly author: { readonly id: string; readonly name: string }
  readonly users: readonly { readonly id: string; readonly name: string }[]
  readonly office: { readonly device: string; readonly desk: string }
  /** PCs of the unit that write no more (rules U4, J9). */
  readonly goneDevices: readonly string[]
  /**
   * How far every stock is written, acts on their way to the disk included.
   *
   * Whoever decides by it appends in the same turn: that, and nothing else, draws the numbers (rule N3).
   */
  readonly stocks: StocksWritten
}
