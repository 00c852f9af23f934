/** A page as it goes on paper: its picture and how large the sheet was. */
export interface SheetToPrint {
  readonly webp: Uint8Array
  readonly widthMm: number
  readonly heightMm: number
}

const A4 = { width: 210, height: 297 }

/** Each page in the middle of an A4 sheet, as large as it was; what is larger is made to fit, what is broad is turned. */
export function pagesToHtml(sheets: readonly SheetToPrint[]): string {
  const sections = sheets.map(({ webp, widthMm, heightMm }) => {
    const isTurned = widthMm > heightMm && widthMm > A4.width
    const [across, down] = isTurned ? [heightMm, widthMm] : [widthMm, heightMm]
    const scale = Math.min(1, A4.width / across, A4.height / down)
    const size = `width:${(widthMm * scale).toFixed(2)}mm;height:${(heightMm * scale).toFixed(2)}mm`
    return `<section><img style="${size}${isTurned ? ';rotate:90deg' : ''}" src="data:image/webp;base64,${Buffer.from(webp).toString('base64')}" alt=""></section>`
  })
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><style>${STYLE}</style></head><body>${sections.join('')}</body></html>`
}

const STYLE = `@page{size:A4;margin:0}body{margin:0}section{width:${String(A4.width)}mm;height:${String(A4.height)}mm;display:grid;`
  + 'place-content:center;overflow:hidden;break-after:page}section:last-child{break-after:auto}'
