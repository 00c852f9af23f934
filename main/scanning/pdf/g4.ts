import { BLACK_RUNS, WHITE_RUNS, type RunCodes } from './g4-codes.ts'

/**
 * CCITT Group 4 (ITU-T T.6) of a black-and-white image, with its end mark.
 *
 * `bits` holds packed rows, 1 is black, the most significant bit first; what pads a row to its byte is not looked at.
 */
export function encodeG4(bits: Uint8Array, width: number, height: number): Uint8Array {
  const rowBytes = (width + 7) >> 3
  if (width < 1 || height < 1 || bits.length < rowBytes * height) throw new Error('No such image')
  const out = openBits()
  let above = new Int32Array(rowBytes * 8 + ENDS)
  let row = new Int32Array(rowBytes * 8 + ENDS)
  above.fill(width, 0, ENDS)
  for (let y = 0; y < height; y += 1) {
    findChanges(bits, y * rowBytes, rowBytes, width, row)
    out.makeRoom(width + 64)
    writeRow(row, above, width, out)
    ;[above, row] = [row, above]
  }
  out.makeRoom(8)
  out.put(1, 12)
  out.put(1, 12)
  return out.end()
}

/** Places past the last change that say "the end of the row", so that nobody asks whether there is one. */
const ENDS = 4

/** Where the colour changes, white before the first pixel; whole bytes of one colour are stepped over. */
function findChanges(bits: Uint8Array, start: number, rowBytes: number, width: number, into: Int32Array): void {
  let count = 0
  let last = 0
  for (let at = 0; at < rowBytes; at += 1) {
    const byte = bits[start + at] ?? 0
    if (byte === (last === 0 ? 0x00 : 0xff)) continue
    let changes = byte ^ (byte >> 1 | last << 7)
    while (changes !== 0) {
      const bit = Math.clz32(changes) - 24
      into[count] = at * 8 + bit
      count += 1
      changes &= 0x7f >> bit
    }
    last = byte & 1
  }
  while (count > 0 && (into[count - 1] ?? 0) >= width) count -= 1
  into.fill(width, count, count + ENDS)
}

/** One row told by what differs from the row above; the names a0, a1, b1, b2 are those of T.6. */
function writeRow(row: Int32Array, above: Int32Array, width: number, out: Bits): void {
  let a0 = -1
  let colour = 0
  let a = 0
  let b = 0
  while (a0 < width) {
    while ((above[b] ?? width) <= a0 && (above[b] ?? width) < width) b += 2
    const a1 = row[a] ?? width
    const b1 = above[b] ?? width
    const b2 = above[b + 1] ?? width
    const shift = a1 - b1
    if (b2 < a1) {
      out.put(1, 4)
      a0 = b2
    } else if (shift >= -3 && shift <= 3) {
      out.put(SHIFT_CODES[shift + 3] ?? 1, SHIFT_LENGTHS[shift + 3] ?? 1)
      a0 = a1
      colour ^= 1
      a += 1
      b = b > 0 ? b - 1 : b + 1
    } else {
      const a2 = row[a + 1] ?? width
      out.put(1, 3)
      writeRun(a1 - Math.max(a0, 0), colour === 0 ? WHITE_RUNS : BLACK_RUNS, out)
      writeRun(a2 - a1, colour === 0 ? BLACK_RUNS : WHITE_RUNS, out)
      a0 = a2
      a += 2
    }
  }
}

/** For a1 three to the left of b1 up to three to the right. */
const SHIFT_CODES = [0b0000010, 0b000010, 0b010, 0b1, 0b011, 0b000011, 0b0000011]
const SHIFT_LENGTHS = [7, 6, 3, 1, 3, 6, 7]

const LONGEST_MAKE_UP = 2560

function writeRun(length: number, codes: RunCodes, out: Bits): void {
  let left = length
  while (left >= LONGEST_MAKE_UP + 64) {
    out.put(codes.bits[64 + LONGEST_MAKE_UP / 64 - 1] ?? 0, codes.lengths[64 + LONGEST_MAKE_UP / 64 - 1] ?? 0)
    left -= LONGEST_MAKE_UP
  }
  if (left >= 64) {
    const makeUp = 64 + (left >> 6) - 1
    out.put(codes.bits[makeUp] ?? 0, codes.lengths[makeUp] ?? 0)
    left &= 63
  }
  out.put(codes.bits[left] ?? 0, codes.lengths[left] ?? 0)
}

interface Bits {
  readonly makeRoom: (bytes: number) => void
  /** At most 13 bits. */
  readonly put: (bits: number, length: number) => void
  readonly end: () => Uint8Array
}

function openBits(): Bits {
  let bytes = new Uint8Array(1 << 16)
  let used = 0
  let held = 0
  let heldBits = 0
  return {
    makeRoom: wanted => {
      if (used + wanted <= bytes.length) return
      const larger = new Uint8Array(Math.max(bytes.length * 2, used + wanted))
      larger.set(bytes)
      bytes = larger
    },
    put: (bits, length) => {
      held = held << length | bits
      heldBits += length
      while (heldBits >= 8) {
        heldBits -= 8
        bytes[used] = held >> heldBits
        used += 1
      }
      held &= 0xff
    },
    end: () => {
      if (heldBits > 0) {
        bytes[used] = held << (8 - heldBits)
        used += 1
      }
      return bytes.slice(0, used)
    },
  }
}
