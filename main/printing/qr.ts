import { create } from 'qrcode'

/**
 * A text as the SVG of its QR code (ISO/IEC 18004), black on nothing, without a quiet zone: the paper around it is white.
 *
 * Level M stands a fold and a thumb mark, and keeps the modules large enough for a hand scanner on A5; level H stands a torn corner.
 */
export function qrSvg(text: string, level: 'M' | 'H' = 'M'): string {
  const { modules } = create(text, { errorCorrectionLevel: level })
  const { size } = modules
  const rows = Array.from({ length: size }, (_, y) => rowPath(modules.data.subarray(y * size, (y + 1) * size), y))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" role="img" aria-label="QR"><path d="${rows.join('')}"/></svg>`
}

/** One rectangle for each run of dark modules. */
function rowPath(row: Uint8Array, y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x += 1) {
    if (row[x] !== 1) continue
    const from = x
    while (row[x + 1] === 1) x += 1
    path += `M${from} ${y}h${x - from + 1}v1h${from - x - 1}z`
  }
  return path
}
