import type { Picture } from './picture.ts'

/** What the bare paper looks like, cell by cell: `values` has a brightness for each channel of each cell. */
export interface Background {
  readonly columns: number
  readonly rows: number
  readonly channels: 1 | 3
  readonly values: Float32Array
  /** Cells in the width and in the height of the picture, fractions included. */
  readonly across: number
  readonly down: number
}

/** A cell of quarter-size dots is about 4 mm wide: it holds a bit of bare paper between any two lines of writing. */
const CELL = 8
/** The share of a cell's dots that are darker than its paper. */
const PAPER_RANK = 0.8
/** From cell to cell a shadow falls slowly, a print at once; a photographer throws sharper shadows than a lamp. */
const LEAST_STEP = { scan: 0.86, photo: 0.75 }
/** Of the sheet's brightness: the deepest shadow in which writing is still seen. */
const DEEPEST_SHADOW = 0.3
/** Paper may be tinted by its light; a print differs from the sheet by more than this. */
const MOST_TINT = 28
/** In cells: prints up to twice as wide are bridged by the paper around them. */
const BRIDGE = 2

/** Estimates the paper under the print from a quarter-size picture: shadows, yellowed edges, uneven lamps. */
export function findBackground(quarter: Picture, isPhoto: boolean): Background {
  const { channels } = quarter
  const columns = Math.max(1, Math.ceil(quarter.width / CELL))
  const rows = Math.max(1, Math.ceil(quarter.height / CELL))
  const values = new Float32Array(columns * rows * channels)
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      for (let channel = 0; channel < channels; channel += 1) {
        values[(row * columns + column) * channels + channel] = paperOf(quarter, column * CELL, row * CELL, channel)
      }
    }
  }
  const shape = { columns, rows, channels, values, across: quarter.width / CELL, down: quarter.height / CELL }
  bridgePrints(shape, isPhoto ? LEAST_STEP.photo : LEAST_STEP.scan)
  for (let channel = 0; channel < channels; channel += 1) {
    spread(shape, channel, Math.max, BRIDGE)
    spread(shape, channel, Math.min, BRIDGE)
  }
  return shape
}

/** By counting: the brightness that `PAPER_RANK` of the cell does not exceed. */
function paperOf({ width, height, channels, pixels }: Picture, left: number, top: number, channel: number): number {
  const counts = new Uint16Array(256)
  const right = Math.min(width, left + CELL)
  const bottom = Math.min(height, top + CELL)
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) counts[pixels[(y * width + x) * channels + channel]!]! += 1
  }
  const rank = PAPER_RANK * (right - left) * (bottom - top)
  let seen = 0
  for (let value = 0; value < 256; value += 1) {
    seen += counts[value]!
    if (seen >= rank) return value
  }
  return 255
}

/** Cells that are print from edge to edge take the paper of their neighbours, or of the sheet where none is near. */
function bridgePrints({ columns, rows, channels, values }: Background, leastStep: number): void {
  const cells = columns * rows
  const brightness = Float32Array.from({ length: cells }, (_, cell) => brightnessOf(values, cell, channels))
  const byBrightness = [...brightness.keys()].sort((a, b) => brightness[a]! - brightness[b]!)
  const sheet = byBrightness[Math.floor(cells * PAPER_RANK)]!
  const tint = tintOf(values, sheet, channels)
  const isPlain = Uint8Array.from({ length: cells }, (_, cell) => {
    const own = tintOf(values, cell, channels)
    const isTinted = Math.abs(own[0] - tint[0]) > MOST_TINT || Math.abs(own[1] - tint[1]) > MOST_TINT
    return brightness[cell]! >= DEEPEST_SHADOW * brightness[sheet]! && !isTinted ? 1 : 0
  })
  const isPaper = growPaper({ brightness, isPlain, columns, rows, brightest: brightness[sheet]!, leastStep })
  const paper = values.slice()
  for (let cell = 0; cell < cells; cell += 1) {
    if (isPaper[cell] === 1) continue
    const from = nearestPaper(isPaper, columns, rows, cell) ?? sheet
    for (let channel = 0; channel < channels; channel += 1) values[cell * channels + channel] = paper[from * channels + channel]!
  }
}

interface Cells {
  readonly brightness: Float32Array
  readonly isPlain: Uint8Array
  readonly columns: number
  readonly rows: number
  readonly brightest: number
  readonly leastStep: number
}

/** From the bright cells outwards, as far as no step is too deep. */
function growPaper({ brightness, isPlain, columns, rows, brightest, leastStep }: Cells): Uint8Array {
  const isPaper = brightness.reduce((marked, value, cell) => {
    if (isPlain[cell] === 1 && value >= 0.9 * brightest) marked[cell] = 1
    return marked
  }, new Uint8Array(brightness.length))
  const edge = [...isPaper.keys()].filter(cell => isPaper[cell] === 1)
  for (let from = edge.pop(); from !== undefined; from = edge.pop()) {
    const x = from % columns
    const near = [x > 0 ? from - 1 : from, x < columns - 1 ? from + 1 : from, from - columns, from + columns]
    for (const cell of near) {
      if (cell < 0 || cell >= columns * rows || isPaper[cell] === 1 || isPlain[cell] === 0) continue
      if (brightness[cell]! < leastStep * brightness[from]!) continue
      isPaper[cell] = 1
      edge.push(cell)
    }
  }
  return isPaper
}

function brightnessOf(values: Float32Array, cell: number, channels: number): number {
  let sum = 0
  for (let channel = 0; channel < channels; channel += 1) sum += values[cell * channels + channel]!
  return sum / channels
}

/** Red and blue against green, relative to the brightness, so that a shadow does not count as a tint. */
function tintOf(values: Float32Array, cell: number, channels: number): readonly [number, number] {
  if (channels === 1) return [0, 0]
  const [red, green, blue] = [values[cell * 3]!, values[cell * 3 + 1]!, values[cell * 3 + 2]!]
  const scale = 255 / Math.max(1, red, green, blue)
  return [(red - green) * scale, (blue - green) * scale]
}

const FAR = 12

function nearestPaper(isPaper: Uint8Array, columns: number, rows: number, cell: number): number | undefined {
  const x = cell % columns
  const y = Math.floor(cell / columns)
  for (let far = 1; far <= FAR; far += 1) {
    for (let dy = -far; dy <= far; dy += 1) {
      const step = Math.abs(dy) === far ? 1 : 2 * far
      for (let dx = -far; dx <= far; dx += step) {
        const [column, row] = [x + dx, y + dy]
        const isThere = column >= 0 && row >= 0 && column < columns && row < rows
        if (isThere && isPaper[row * columns + column] === 1) return row * columns + column
      }
    }
  }
  return undefined
}

/** Each cell takes the greatest, or the least, of those around it: first along the rows, then along the columns. */
function spread(background: Background, channel: number, pick: (a: number, b: number) => number, reach: number): void {
  const { columns, rows, channels, values } = background
  const at = (column: number, row: number): number => (row * columns + column) * channels + channel
  for (const [length, lines, place] of [[columns, rows, at], [rows, columns, (row: number, column: number) => at(column, row)]] as const) {
    for (let line = 0; line < lines; line += 1) {
      const own = Float32Array.from({ length }, (_, i) => values[place(i, line)]!)
      for (let i = 0; i < length; i += 1) {
        let best = own[i]!
        for (let j = Math.max(0, i - reach); j <= Math.min(length - 1, i + reach); j += 1) best = pick(best, own[j]!)
        values[place(i, line)] = best
      }
    }
  }
}

/** The same paper as a grey picture sees it. */
export function inGrey(background: Background): Background {
  const { values, channels } = background
  if (channels === 1) return background
  const grey = Float32Array.from({ length: values.length / 3 }, (_, i) =>
    (values[3 * i]! * 77 + values[3 * i + 1]! * 150 + values[3 * i + 2]! * 29) / 256)
  return { ...background, channels: 1, values: grey }
}
