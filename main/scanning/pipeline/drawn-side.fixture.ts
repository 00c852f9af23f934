import sharp from 'sharp'

export interface Drawing {
  /** Degrees clockwise around the middle. */
  readonly skew?: number
  readonly lines?: number
  readonly stamp?: boolean
  readonly signature?: boolean
  /** A note in pencil: the grey it is drawn in. */
  readonly pencil?: string
  /** Grain of the paper, as the deviation of each pixel. */
  readonly grain?: number
  readonly paper?: string
  readonly dpi?: number
}

/** An A4 sheet drawn as a scanner would see it: lines of Vietnamese, a red seal, a signature in blue, a note in pencil. */
export async function drawSide(drawing: Drawing = {}): Promise<{ readonly png: Buffer, readonly width: number, readonly height: number }> {
  const dpi = drawing.dpi ?? 200
  const width = Math.round(210 / 25.4 * dpi)
  const height = Math.round(297 / 25.4 * dpi)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297" width="${width}" height="${height}">
    <rect width="210" height="297" fill="${drawing.paper ?? '#f4f2ec'}"/>
    <g transform="rotate(${drawing.skew ?? 0} 105 148.5)">${writing(drawing)}</g></svg>`
  const drawn = sharp(Buffer.from(svg))
  const pixels = await drawn.removeAlpha().raw().toBuffer()
  const next = dice(7)
  for (let at = 0; at < pixels.length; at += 3) {
    const shift = (next() + next() + next() - 1.5) * 2 * (drawing.grain ?? 0)
    for (let i = at; i < at + 3; i += 1) pixels[i] = Math.max(0, Math.min(255, Math.round(pixels[i]! + shift)))
  }
  const grainy = sharp(pixels, { raw: { width, height, channels: 3 } })
  const png = await grainy.png({ compressionLevel: 1 }).withMetadata({ density: dpi }).toBuffer()
  return { png, width, height }
}

function writing({ lines = 34, stamp = false, signature = false, pencil }: Drawing): string {
  const words = 'Kính gửi: Ủy ban nhân dân xã, tôi đề nghị được cấp bản sao trích lục khai sinh cho con là'
  const text = Array.from({ length: lines }, (_, i) =>
    `<text x="25" y="${30 + i * 7}" font-family="DejaVu Serif, serif" font-size="4" fill="#1c1c1e">${words.slice(i % 5, 62 + (i * 7) % 22)}</text>`)
  const seal = `<g fill="none" stroke="#d8202c"><circle cx="140" cy="235" r="17" stroke-width="1.1"/><circle cx="140" cy="235" r="11" stroke-width=".5"/>
    <text x="126" y="237" font-size="5" fill="#d8202c" stroke="none" font-family="DejaVu Sans">DẤU XÃ</text></g>`
  const hand = '<path d="M120 250 q10 -18 14 0 t12 -4 t14 3 q6 -12 8 2" fill="none" stroke="#2438a8" stroke-width=".7"/>'
  const note = `<text x="30" y="280" font-family="DejaVu Sans" font-style="italic" font-size="5" fill="${pencil ?? ''}">đã gọi điện 12/3, hẹn thứ sáu</text>`
  return text.join('') + (stamp ? seal : '') + (signature ? hand : '') + (pencil === undefined ? '' : note)
}

/** Repeatable chance (mulberry32). */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = state + 0x6d2b79f5 | 0
    let mixed = Math.imul(state ^ state >>> 15, 1 | state)
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed
    return ((mixed ^ mixed >>> 14) >>> 0) / 4_294_967_296
  }
}
