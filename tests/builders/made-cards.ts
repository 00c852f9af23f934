import sharp from 'sharp'
import { escapeHtml } from '../../shared/base/html.ts'
import { formatDay } from '../../shared/base/day.ts'
import type { CardFacts } from '../../shared/people/card-qr.ts'
import { qrSvg } from '../../main/printing/qr.ts'
import { personName } from './made-words.ts'
import type { Random } from './random.ts'

/** As cards of 2021 are, those of 2024 with the family behind the seven fields, and those whose print leaves the old number out. */
export const GENERATIONS = ['chip', 'chip-no-old-number', 'card-2024', 'card-2024-short'] as const
export type Generation = (typeof GENERATIONS)[number]

/** Somebody who never was. */
export function someFacts(chance: Random, generation: Generation): CardFacts {
  const year = chance.between(1935, 2020)
  const sex = chance.pick(['male', 'female'] as const)
  const century = year < 2000 ? 0 : 2
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = (of: number): string => `${String(of)}-${two(chance.between(1, 12))}-${two(chance.between(1, 28))}`
  const number = `${chance.pick(['092', '001', '079', '048', '096', '093'])}${String(century + (sex === 'male' ? 0 : 1))}${two(year % 100)}${serial(chance, 6)}`
  return {
    personalNumber: number, oldNumber: generation === 'chip' ? serial(chance, 9) : null, name: personName(chance), bornOn: day(year), sex,
    address: `Số ${String(chance.between(1, 400))}, Khu vực ${String(chance.between(1, 9))}, An Hòa, Ninh Kiều, Cần Thơ`,
    issuedOn: generation === 'card-2024-short' ? null : day(chance.between(2021, 2026)),
  }
}

/** What its QR holds. */
export function cardText(facts: CardFacts, generation: Generation, chance: Random): string {
  const written = (on: string | null): string => on === null ? '' : formatDay(on).replaceAll('/', '')
  const { personalNumber, oldNumber, name, bornOn, sex, address, issuedOn } = facts
  const rest = [name, written(bornOn), sex === 'male' ? 'Nam' : 'Nữ', address ?? '']
  const family = [personName(chance), serial(chance, 12), personName(chance)]
  switch (generation) {
    case 'chip': return [personalNumber, oldNumber ?? '', ...rest, written(issuedOn)].join('|')
    case 'chip-no-old-number': return [personalNumber, ...rest, written(issuedOn)].join('|')
    case 'card-2024': return [personalNumber, '', ...rest, written(issuedOn), ...family].join('|')
    case 'card-2024-short': return [personalNumber, '', ...rest, ...family].join('|')
  }
}

/** A text a card's QR would never hold, and what is wrong with it must be said. */
export function spoiled(text: string, chance: Random): string {
  const fields = text.split('|')
  const at = (nth: number, to: string): string => fields.with(nth, to).join('|')
  return chance.pick([
    at(0, (fields[0] ?? '').slice(1)), at(0, `${fields[0] ?? ''}7`), at(0, `${(fields[0] ?? '').slice(0, 11)}O`), fields.slice(0, 1).join('|'),
    text.replace(/\|\d{8}\|/, '|31021985|'), text.replace(/\|\d{8}\|/, '|99999999|'), text.replace(/\|(Nam|Nữ)\|/, '|Xanh|'),
    text.replace(/\|\p{L}[^|]+\|/u, '|<b>An</b>|'), text.replace(/\|\p{L}[^|]+\|/u, '||'), `${text.slice(0, 20)}\ufffd\ufffd${text.slice(20)}`,
    text.replaceAll('|', '\u0001'), text.padEnd(3000, '|x'), text.slice(0, 14), '', 'https://example.vn/|1',
  ])
}

/** Beside the code, or instead of it, the side as it is printed. */
export interface DrawnCard {
  readonly facts: CardFacts
  /** Null for a side without a code. */
  readonly code: string | null
  /** False for a side that says nothing about the number. */
  readonly hasNumber: boolean
}

/** A front side at so many dots an inch, crooked, dim and noisy as a photograph or an old scanner makes it; PNG. */
export async function drawCard({ facts, code, hasNumber }: DrawnCard, dirt: CardDirt, chance: Random): Promise<Buffer> {
  const { dpi, skew, noise, blur } = dirt
  const [width, height] = [85.6, 54]
  const lines = [
    ['CĂN CƯỚC CÔNG DÂN', 34, 14, 3.4], ...hasNumber ? [[`Số / No.: ${facts.personalNumber}`, 30, 22, 3.6] as const] : [],
    ['Họ và tên / Full name:', 30, 27, 2.2], [facts.name.toUpperCase(), 30, 31, 3.2],
    [`Ngày sinh / Date of birth: ${formatDay(facts.bornOn ?? '1985-03-07')}`, 30, 35.5, 2.4],
    [`Giới tính / Sex: ${facts.sex === 'male' ? 'Nam' : 'Nữ'}`, 30, 39, 2.4], [facts.address ?? '', 30, 46, 2.2],
  ] as const
  const texts = lines.map(([text, x, y, size]) => `<text x="${String(x)}" y="${String(y)}" font-size="${String(size)}">${escapeHtml(text)}</text>`)
  const square = code === null ? '' : qrSvg(code, 'M').replace('<svg ', '<svg x="66" y="3" width="16" height="16" ')
  const pixels = Math.round((width + 12) / 25.4 * dpi)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-6 -6 ${String(width + 12)} ${String(height + 12)}" width="${String(pixels)}">
<rect x="-6" y="-6" width="110" height="80" fill="#f4f4f2"/><rect width="${String(width)}" height="${String(height)}" rx="3" fill="#d5e6ea"/>
<rect x="5" y="20" width="20" height="26" fill="#8aa0a8"/><circle cx="12" cy="10" r="6" fill="#d9363e"/>
<g font-family="Liberation Sans, DejaVu Sans, sans-serif" fill="#15212b">${texts.join('')}</g>${square}</svg>`
  const { data, info } = await sharp(Buffer.from(svg)).flatten({ background: '#fff' }).removeAlpha().rotate(skew, { background: '#f4f4f2' })
    .blur(Math.max(0.3, blur)).raw().toBuffer({ resolveWithObject: true })
  for (let i = 0; i < data.length; i += 1) data[i] = Math.max(0, Math.min(255, (data[i] ?? 0) + (chance.next() - 0.5) * noise))
  const image = sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
  return image.withMetadata({ density: dpi }).png({ compressionLevel: 1 }).toBuffer()
}

export interface CardDirt {
  readonly dpi: number
  /** Degrees. */
  readonly skew: number
  /** Spread of the noise of each pixel. */
  readonly noise: number
  /** Pixels. */
  readonly blur: number
}

function serial(chance: Random, length: number): string {
  return Array.from({ length }, () => String(chance.between(0, 9))).join('')
}
