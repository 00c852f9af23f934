/** The middle one; of an even number the lower middle. */
export function median(numbers: readonly number[]): number {
  return percentile(numbers, 50)
}

/** The number below which so many per cent lie. */
export function percentile(numbers: readonly number[], percent: number): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN
}

/** Rounded for the last line of a bench. */
export function rounded(number: number, digits = 1): number {
  return Number(number.toFixed(digits))
}
