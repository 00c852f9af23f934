import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { openPageStore } from '../../main/pages/page-store.ts'
import { openPreviews } from '../../main/pages/previews.ts'
import { openBatches } from '../../main/scanning/batches.ts'

export interface OldBatches {
  readonly batches: number
  /** In each. */
  readonly sides: number
  /** UTC ms of the first; each begins a minute after the one before. */
  readonly from: number
}

/** Puts stacks into a data folder as scanning leaves them: every side cleaned, kept with its small picture, and filed by nobody. */
export async function addOldBatches(root: string, { batches: count, sides, from }: OldBatches): Promise<void> {
  let now = from
  const batches = await openBatches({ root, now: () => now, randomBytes })
  const store = await openPageStore(root)
  const previews = openPreviews({ root, store, render: () => Promise.resolve(undefined) })
  let order = 0
  for (let made = 0; made < count; made += 1) {
    now += 60_000
    const batch = await batches.begin('Máy quét tầng 1', null)
    for (let sheet = 1; sheet <= sides; sheet += 1) {
      const about = { sheet, order: order += 1, scanner: 'Máy quét tầng 1', place: null }
      const { id } = await batches.keepSide(batch, { bytes: Buffer.from(`side ${String(order)}`), dpi: 200, side: 'front', isPhoto: false }, about)
      const page = await store.keep(Buffer.from(`%PDF-1.4 page ${String(order)}`))
      await previews.put(page.sha256, await drawSmall(order))
      await batches.note(batch, [{ what: 'cleaned', id, page, turn: 0, isBlank: false, isFaint: false, width: 210, height: 297, codes: [] }])
    }
    await batches.note(batch, [{ what: 'ended', at: new Date(now).toISOString(), problem: null }])
  }
  await batches.close()
}

/** As large as previews are, with a number to tell them apart. */
function drawSmall(number: number): Promise<Buffer> {
  const lines = Array.from({ length: 20 }, (_, i) => `<rect x="60" y="${String(120 + i * 40)}" width="${String(300 + (number * 37 + i * 91) % 340)}" height="12"/>`)
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="720" height="1018"><rect width="720" height="1018" fill="#fff"/>
    <text x="60" y="90" font-size="60">${String(number)}</text>${lines.join('')}</svg>`)).webp({ quality: 60 }).toBuffer()
}
