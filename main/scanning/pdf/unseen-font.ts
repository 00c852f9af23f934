/**
 * A TrueType font of `count` glyphs that show nothing and are each half an em wide.
 *
 * PDF/A asks for every font to be inside the file, also of text that lies unseen under its image.
 */
export function unseenFont(count: number): Uint8Array {
  const tables: readonly (readonly [string, Buffer])[] = [
    // The one outline is a glyph of no contours, which nothing points at: some readers refuse an empty table.
    ['glyf', Buffer.alloc(12)],
    ['head', words(1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, UNITS, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, UNITS / 2, UNITS, 0, 8, 2, 0, 0)],
    ['hhea', words(1, 0, UNITS, 0, 0, UNITS / 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1)],
    ['hmtx', Buffer.concat([words(UNITS / 2, 0), Buffer.alloc((count - 1) * 2)])],
    ['loca', Buffer.alloc((count + 1) * 2)],
    ['maxp', words(1, 0, count, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)],
  ]
  const head = Buffer.alloc(12 + tables.length * 16)
  ;[1, 0, tables.length, 64, 2, tables.length * 16 - 64].forEach((word, at) => head.writeUInt16BE(word, at * 2))
  let end = head.length
  const bodies = tables.map(([name, table], at) => {
    const body = Buffer.concat([table, Buffer.alloc(-table.length & 3)])
    head.write(name, 12 + at * 16, 'latin1')
    ;[sumOf(body), end, table.length].forEach((word, place) => head.writeUInt32BE(word, 16 + at * 16 + place * 4))
    end += body.length
    return body
  })
  return new Uint8Array(Buffer.concat([head, ...bodies]))
}

const UNITS = 1000

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((value, at) => bytes.writeUInt16BE(value, at * 2))
  return bytes
}

function sumOf(body: Buffer): number {
  let sum = 0
  for (let at = 0; at < body.length; at += 4) sum = sum + body.readUInt32BE(at) >>> 0
  return sum
}
