/**
 * sRGB (IEC 61966-2-1) as an ICC profile of version 2, which PDF/A-1 asks for: three primaries and one curve.
 *
 * Written here because the profiles at hand are of version 4, and preflight refuses those.
 */
export function srgbProfile(): Uint8Array {
  const curve = curveTag()
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', descriptionTag('sRGB')],
    ['cprt', textTag('No copyright, use freely')],
    ['wtpt', xyzTag(0.9642, 1, 0.82491)],
    ['rXYZ', xyzTag(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyzTag(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyzTag(0.14307, 0.06061, 0.7141)],
    ['rTRC', curve], ['gTRC', curve], ['bTRC', curve],
  ]
  const table = Buffer.alloc(4 + tags.length * 12)
  table.writeUInt32BE(tags.length)
  const bodies: Buffer[] = []
  const placeByTag = new Map<Buffer, number>()
  let end = HEAD_BYTES + table.length
  tags.forEach(([name, tag], at) => {
    const place = placeByTag.get(tag) ?? end
    if (place === end) {
      bodies.push(tag)
      placeByTag.set(tag, place)
      end += tag.length
    }
    table.write(name, 4 + at * 12, 'latin1')
    table.writeUInt32BE(place, 8 + at * 12)
    table.writeUInt32BE(tag.length, 12 + at * 12)
  })
  return new Uint8Array(Buffer.concat([head(end), table, ...bodies]))
}

const HEAD_BYTES = 128

function head(size: number): Buffer {
  const bytes = Buffer.alloc(HEAD_BYTES)
  bytes.writeUInt32BE(size)
  bytes.writeUInt32BE(0x02100000, 8)
  bytes.write('mntrRGB XYZ ', 12, 'latin1')
  // A fixed day: the same page must give the same bytes.
  ;[2026, 1, 1].forEach((part, at) => bytes.writeUInt16BE(part, 24 + at * 2))
  bytes.write('acsp', 36, 'latin1')
  // The light of the profile connection space, D50, as the standard rounds it.
  ;[0xf6d6, 0x10000, 0xd32d].forEach((part, at) => bytes.writeUInt32BE(part, 68 + at * 4))
  return bytes
}

function xyzTag(...xyz: readonly number[]): Buffer {
  const tag = Buffer.alloc(8 + 12)
  tag.write('XYZ ', 'latin1')
  xyz.forEach((part, at) => tag.writeInt32BE(Math.round(part * 0x10000), 8 + at * 4))
  return tag
}

const CURVE_POINTS = 64

function curveTag(): Buffer {
  const tag = Buffer.alloc(12 + CURVE_POINTS * 2)
  tag.write('curv', 'latin1')
  tag.writeUInt32BE(CURVE_POINTS, 8)
  for (let at = 0; at < CURVE_POINTS; at += 1) {
    const value = at / (CURVE_POINTS - 1)
    const light = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    tag.writeUInt16BE(Math.round(light * 0xffff), 12 + at * 2)
  }
  return tag
}

function textTag(text: string): Buffer {
  return padded(Buffer.from(`text\0\0\0\0${text}\0`, 'latin1'))
}

/** ASCII, with the empty Unicode and Macintosh parts that version 2 asks for. */
function descriptionTag(text: string): Buffer {
  const tag = Buffer.alloc(8 + 4 + text.length + 1 + 4 + 4 + 2 + 1 + 67)
  tag.write('desc', 'latin1')
  tag.writeUInt32BE(text.length + 1, 8)
  tag.write(text, 12, 'latin1')
  return padded(tag)
}

function padded(tag: Buffer): Buffer {
  return Buffer.concat([tag, Buffer.alloc(-tag.length & 3)])
}
