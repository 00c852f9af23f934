import sharp from 'sharp'
import { expect, test } from 'vitest'
import { sheetDpi, withDpi } from './sheet-size.ts'

test('a sheet cut out in the shape of A4 or of an ID card says how large it is, any other says nothing', async () => {
  expect([sheetDpi(1768, 2500), sheetDpi(2500, 1700), sheetDpi(1348, 850)]).toEqual([214, 214, 400])
  expect([sheetDpi(1000, 1000), sheetDpi(2000, 1000)]).toEqual([undefined, undefined])
  const jpeg = await sharp({ create: { width: 1348, height: 850, channels: 3, background: '#cde' } }).jpeg().toBuffer()
  const marked = withDpi(jpeg, sheetDpi(1348, 850))
  const { width, height, density } = await sharp(marked).metadata()
  expect([width, height, density]).toEqual([1348, 850, 400])
  expect((await sharp(withDpi(marked, 300)).metadata()).density).toBe(300)
  expect([withDpi(marked, 300).length, withDpi(jpeg, undefined)]).toEqual([marked.length, jpeg])
})
