import { expect, test } from 'vitest'
import { takeAll } from '../../../tests/builders/take-pages.ts'
import { drawPracticeSheet } from '../practice-sheet.ts'
import type { ScanWish } from './driver.ts'
import { pretendDriver } from './pretend.ts'

const wish: ScanWish = { source: 'feeder', resolution: 100, colour: false, ownSettings: false }
const never = new AbortController().signal
const draw = (side: number): Promise<Uint8Array | null> => Promise.resolve(side > 4 ? null : drawPracticeSheet(side, 100))

test('the practice scanner gives its stack, and each sheet is another', async () => {
  const practice = pretendDriver({ name: 'Máy quét tập', draw })
  const [scanner] = await seenBy(practice)
  const { pages, end } = await takeAll(practice.scan(scanner, wish, never))
  expect(end).toEqual({ ok: true, value: { reason: 'stack-empty' } })
  expect(new Set(pages.map(page => Buffer.from(page.bytes).toString('base64'))).size).toBe(4)
  expect(Buffer.from(pages[0]?.bytes ?? []).subarray(0, 11).toString()).toBe('P6\n827 1169')
})

test('a planned jam comes at its sheet, and the next run has none', async () => {
  let isJammed = true
  const practice = pretendDriver({ name: 'Máy quét tập', draw, troubleAt: side => side === 3 && isJammed ? 'scan/jam' : null })
  const [scanner] = await seenBy(practice)
  const first = await takeAll(practice.scan(scanner, wish, never))
  expect([first.pages.length, first.end]).toEqual([2, { ok: false, problem: { code: 'scan/jam', scanner: 'Máy quét tập', sheets: 2 } }])
  isJammed = false
  expect((await takeAll(practice.scan(scanner, wish, never))).pages).toHaveLength(4)
})

test('both sides of a sheet come one after the other', async () => {
  const practice = pretendDriver({ name: 'Máy quét tập', draw })
  const { pages } = await takeAll(practice.scan((await seenBy(practice))[0], { ...wish, source: 'duplex' }, never))
  expect(pages.map(page => page.side)).toEqual(['front', 'back', 'front', 'back'])
})

async function seenBy(driver: ReturnType<typeof pretendDriver>): Promise<[Parameters<typeof driver.scan>[0]]> {
  const listed = await driver.list(never)
  const scanner = listed.ok ? listed.value[0] : undefined
  if (scanner === undefined) throw new Error('No scanner')
  return [scanner]
}
