/** One stock of numbered receipts (một quyển biên lai): of one device, and the how-manieth it was given. */
export interface StockOf {
  readonly device: string
  readonly serial: number
}

/** The subject of a stock's own acts, `stock:pc-0123456789ab.3`. */
export function stockSubject({ device, serial }: StockOf): string {
  return `stock:${device}.${String(serial)}`
}

/** Whose stock a subject is; undefined when it is none. */
export function parseStockSubject(subject: string): StockOf | undefined {
  const match = /^stock:([a-z0-9-]{4,40})\.([1-9]\d{0,5})$/.exec(subject)
  return match === null ? undefined : { device: match[1] ?? '', serial: Number(match[2]) }
}

/** A number as it is printed on its blank: `0001234`. */
export function printedNumber(number: number, width: number): string {
  return String(number).padStart(width, '0')
}
