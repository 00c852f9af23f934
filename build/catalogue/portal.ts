/** One procedure as the national portal publishes it, after crawling. */
export interface PortalProcedure {
  readonly code: string
  readonly name: string
  readonly field: string
  readonly level: string
  readonly decision: string
  readonly who: string
  readonly url: string
  readonly channels: readonly PortalChannel[]
  readonly groups: readonly PortalGroup[]
  readonly results: readonly { readonly name: string; readonly code: string }[]
  readonly raw_result: string | null
}

export interface PortalChannel {
  readonly channel: string
  readonly time: string | null
  readonly unit: string | null
  readonly fee: string
  readonly note: string | null
}

export interface PortalGroup {
  readonly case: string
  readonly papers: readonly PortalPaper[]
}

export interface PortalPaper {
  readonly name: string
  readonly originals: number
  readonly copies: number
  readonly kind: 'submit' | 'present' | 'note'
}

/** What is known better than the portal says, by procedure code; each limit and fee names its ground. */
export type Overlay = Readonly<Record<string, OverlayEntry>>

export interface OverlayEntry {
  /** Its place among the most received ones. */
  readonly rank?: number
  readonly shortName?: string
  readonly aliases?: readonly string[]
  readonly limit?: { readonly count: number; readonly unit: 'hours' | 'working-days' | 'days' | 'same-day' | 'none' }
  readonly limitNote?: string
  readonly fee?: { readonly amount: number | null; readonly per?: string; readonly tariff?: 'copy-pages' }
  readonly feeNote?: string
}
