import { escapeHtml } from '../../shared/base/html.ts'
import { date, digits, formLine, HEADINGS, personName } from './made-words.ts'
import type { Random } from './random.ts'

/** What is drawn on a sheet, in millimetres, and the text of it. */
export interface Drawn {
  readonly svg: string
  readonly truth: string
}

const SERIF = 'Tinos, Liberation Serif, DejaVu Serif, serif'

interface TextStyle {
  readonly x: number
  readonly y: number
  /** Millimetres from line to line. */
  readonly size: number
  readonly ink: string
  readonly isBold?: boolean
}

export function textLine(text: string, { x, y, size, ink, isBold = false }: TextStyle): string {
  return `<text x="${x}" y="${y}" font-family="${SERIF}" font-size="${size}" fill="${ink}" font-weight="${isBold ? 700 : 400}">${escapeHtml(text)}</text>`
}

/** A form: nation, heading, lines, a seal in red and a signature in blue. */
export function formBody(chance: Random, ink: string): Drawn {
  const heading = chance.pick(HEADINGS)
  const lines = wrapped(Array.from({ length: chance.between(10, 16) }, () => formLine(chance)))
  const all = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', heading]
  const head = [[60, 22, 4.2], [75, 28, 4.2], [45, 42, 5.2]] as const
  const svg = [
    ...head.map(([x, y, size], i) => textLine(all[i] ?? '', { x, y, size, ink, isBold: true })),
    ...lines.map((text, i) => textLine(text, { x: 25, y: 54 + i * 7.5, size: 4.4, ink })),
    ...ink === '#9a9a9c' ? [] : [seal(chance), signature(chance)],
  ].join('')
  return { svg, truth: [...all, ...lines].join('\n') }
}

/** A page full of text, as contracts are. */
export function letterBody(chance: Random, ink: string): Drawn {
  const lines = wrapped(Array.from({ length: 30 }, () => formLine(chance))).slice(0, 34)
  const svg = lines.map((text, i) => textLine(text, { x: 25, y: 28 + i * 7.2, size: 4.4, ink })).join('')
  return { svg: svg + signature(chance), truth: lines.join('\n') }
}

/** Rows between rules; a cell's text stands clear of them. */
export function tableBody(chance: Random, ink: string): Drawn {
  const heading = chance.pick(HEADINGS)
  const count = chance.between(12, 20)
  const rows = Array.from({ length: count }, (_, i) => [String(i + 1), personName(chance), date(chance), digits(chance, 6)])
  const edges = [20, 35, 100, 145, 190]
  const [top, step] = [50, 10]
  const bottom = top + rows.length * step
  const rules = [
    ...rows.map((_, i) => `M20 ${top + i * step}H190`), `M20 ${bottom}H190`, ...edges.map(x => `M${x} ${top}V${bottom}`),
  ].join('')
  const cellAt = (i: number, j: number): TextStyle => ({ x: (edges[j] ?? 0) + 3, y: top + i * step + 6.8, size: 4.4, ink })
  const cells = rows.flatMap((row, i) => row.map((text, j) => textLine(text, cellAt(i, j))))
  const svg = textLine(heading, { x: 45, y: 38, size: 5.2, ink, isBold: true }) + cells.join('') + `<path d="${rules}" stroke="${ink}" stroke-width="0.3" fill="none"/>`
  return { svg: svg + seal(chance), truth: [heading, ...rows.map(row => row.join(' '))].join('\n') }
}

/** A photograph glued to a sheet: smooth shades of colour with grain. */
export function photoBody(chance: Random): Drawn {
  const stops = Array.from({ length: 4 }, (_, i) => `<stop offset="${i / 3}" stop-color="hsl(${chance.between(0, 359)} 55% ${chance.between(25, 75)}%)"/>`)
  const spots = Array.from({ length: 40 }, () =>
    `<circle cx="${chance.between(30, 180)}" cy="${chance.between(50, 230)}" r="${chance.between(3, 25)}" fill="hsl(${chance.between(0, 359)} 50% 50%)" fill-opacity="0.35"/>`)
  const caption = `Ảnh hiện trạng ngày ${date(chance)}`
  return {
    svg: `<defs><linearGradient id="g" x2="1" y2="1">${stops.join('')}</linearGradient><clipPath id="c"><rect x="25" y="40" width="160" height="200"/></clipPath></defs>
<rect x="25" y="40" width="160" height="200" fill="url(#g)"/><g clip-path="url(#c)">${spots.join('')}</g>${textLine(caption, { x: 60, y: 255, size: 4.4, ink: '#1b1b1d' })}`,
    truth: caption,
  }
}

/** An ID card copied onto a sheet, in colour; nobody's. */
export function idCardBody(chance: Random): Drawn {
  const lines = ['CĂN CƯỚC CÔNG DÂN', `Số: 0${digits(chance, 11)}`, personName(chance).toUpperCase(), `Ngày sinh: ${date(chance)}`]
  return {
    svg: `<rect x="60" y="70" width="85.6" height="54" rx="3" fill="#cfe3ea"/><rect x="64" y="90" width="20" height="26" fill="#8aa0a8"/>
<circle cx="74" cy="80" r="6" fill="#d9363e"/>${lines.map((text, i) => textLine(text, { x: 90, y: 82 + i * 9, size: 3.6, ink: '#1b1b1d', isBold: i === 0 })).join('')}`,
    truth: lines.join('\n'),
  }
}

function seal(chance: Random): string {
  const [x, y] = [chance.between(125, 160), chance.between(225, 255)]
  return `<g fill="none" stroke="#d2222d"><circle cx="${x}" cy="${y}" r="17" stroke-width="1"/><circle cx="${x}" cy="${y}" r="15.5" stroke-width="0.4"/><circle cx="${x}" cy="${y}" r="9" stroke-width="0.4"/>
<path d="M${x} ${y - 6}l1.8 5h5l-4 3 1.6 5-4.4-3-4.4 3 1.6-5-4-3h5z" fill="#d2222d" stroke="none"/></g>`
}

function signature(chance: Random): string {
  const [x, y] = [chance.between(110, 140), chance.between(262, 272)]
  const waves = Array.from({ length: 5 }, () => `q${chance.between(3, 6)} -${chance.between(8, 18)} ${chance.between(6, 10)} ${chance.between(-3, 3)}`)
  return `<path d="M${x} ${y} ${waves.join(' ')}" fill="none" stroke="#2a3fae" stroke-width="0.6"/>`
}

/** At most so many letters on a line, broken at blanks. */
const LINE = 76

function wrapped(texts: readonly string[]): readonly string[] {
  return texts.flatMap(text => {
    const lines = ['']
    for (const word of text.split(' ')) {
      const last = lines.at(-1) ?? ''
      if (last.length + word.length < LINE) lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
      else lines.push(word)
    }
    return lines
  })
}
