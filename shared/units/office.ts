/** What this PC is and where it stands: the fold of `device/…`, `office/…` acts. */
export interface Office {
  /** The unit's five-digit code (mã đơn vị hành chính). */
  readonly unit: string
  readonly unitName: string
  readonly device: string
  /** The desk's name, `Quầy 1`. */
  readonly desk: string
  readonly codePattern: { readonly prefix: string; readonly unitPart: string; readonly width: number }
  /** Null on a copied or restored folder until the city gives it one of its own (rule N4). */
  readonly numberRange: { readonly from: number; readonly to: number } | null
  readonly training: boolean
  readonly header: OfficeHeader
}

/** The texts of the office that stand on every paper; published data, changeable in settings. */
export interface OfficeHeader {
  readonly parentAgency: string
  readonly agency: string
  readonly place: string
  readonly address: string
  readonly phone: string
  readonly lookupLink: string
}
