interface Sheet {
  readonly width: number
  readonly height: number
  readonly rgb: Uint8Array
}

type Ink = readonly [number, number, number]

const BLACK: Ink = [30, 30, 34]
const RED: Ink = [196, 32, 40]
const BLUE: Ink = [40, 60, 150]
const MM_PER_INCH = 25.4

/** The bars of a seven-part digit, from the top clockwise, the middle one last: x, y, width, height in tenths. */
const BARS = [[1, 0, 8, 1], [9, 1, 1, 8], [9, 11, 1, 8], [1, 19, 8, 1], [0, 11, 1, 8], [0, 1, 1, 8], [1, 9.5, 8, 1]] as const
const LIT = ['012345', '12', '01346', '01236', '1256', '02356', '023456', '012', '0123456', '012356']

/** A made sheet for practice as PNM, A4: its number large, ruled lines like writing, a red seal and a blue stroke. */
export function drawPracticeSheet(number: number, resolution: number): Uint8Array {
  const mm = (length: number): number => Math.round(length * resolution / MM_PER_INCH)
  const sheet = { width: mm(210), height: mm(297), rgb: new Uint8Array(mm(210) * mm(297) * 3).fill(250) }
  const box = (x: number, y: number, width: number, height: number, ink: Ink): void => {
    fill(sheet, mm(x), mm(y), Math.max(1, mm(width)), Math.max(1, mm(height)), ink)
  }
  Array.from(String(number)).forEach((digit, place) => {
    for (const bar of LIT[Number(digit)] ?? '') {
      const [x, y, width, height] = BARS[Number(bar)] ?? [0, 0, 0, 0]
      box(24 + place * 16 + x, 20 + y, width, height, BLACK)
    }
  })
  for (let line = 0; line < 24; line += 1) {
    for (let x = 24; x < 150 + (line * 37 + number * 11) % 36; x += 2 + (x * line) % 3) box(x, 60 + line * 7, 1.2, 2.2, BLACK)
  }
  ring(sheet, mm(150), mm(255), mm(16), mm(1.4), RED)
  for (let x = 0; x < 40; x += 0.3) box(40 + x, 255 + Math.sin(x / 3) * 6, 0.6, 0.9, BLUE)
  const head = new TextEncoder().encode(`P6\n${String(sheet.width)} ${String(sheet.height)}\n255\n`)
  const file = new Uint8Array(head.length + sheet.rgb.length)
  file.set(head)
  file.set(sheet.rgb, head.length)
  return file
}

function fill(sheet: Sheet, left: number, top: number, width: number, height: number, ink: Ink): void {
  for (let y = top; y < Math.min(sheet.height, top + height); y += 1) {
    for (let x = left; x < Math.min(sheet.width, left + width); x += 1) sheet.rgb.set(ink, (y * sheet.width + x) * 3)
  }
}

function ring(sheet: Sheet, centreX: number, centreY: number, radius: number, thickness: number, ink: Ink): void {
  for (let y = -radius; y <= radius; y += 1) {
    for (let x = -radius; x <= radius; x += 1) {
      if (Math.abs(Math.hypot(x, y) - (radius - thickness)) <= thickness) fill(sheet, centreX + x, centreY + y, 1, 1, ink)
    }
  }
}
