import { create } from 'qrcode'
import { expect, test } from 'vitest'
import { qrSvg } from './qr.ts'

test('the drawn runs cover exactly the dark modules', () => {
  const text = 'H13.064-261120-0432|1.004873|Giấy tiếp nhận hồ sơ và hẹn trả kết quả'
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const drawn = new Set<string>()
  for (const [, x, y, width] of qrSvg(text).matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let i = 0; i < Number(width); i += 1) drawn.add(`${Number(x) + i} ${Number(y)}`)
  }
  const dark = Array.from(modules.data).flatMap((on, i) => on === 1 ? [`${i % modules.size} ${Math.floor(i / modules.size)}`] : [])
  expect([...drawn].sort()).toEqual(dark.sort())
})
