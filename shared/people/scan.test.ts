import { expect, test } from 'vitest'
import { cardLeftIn, classifyScan } from './scan.ts'

test('a scan is told apart by its outer shape', () => {
  const kinds = {
    '092085000123||Nguyễn Thị Ẩm|07031985|Nữ|Cần Thơ|': 'card', 'Số CCCD: 092085000123||Nguyễn Thị Ẩm': 'card', '92085000123|Ẩm': 'card',
    'H13.064-261120-0432': 'dossier-code', 'H13.31-261125-0507': 'dossier-code', 'h13.0642611200432': 'dossier-code',
    'H13.064-261120-0432|1.001193|092085000123|Giấy tiếp nhận|Một Cửa|2026-11-20 10:44|2026-11-23': 'receipt-qr',
    '092085000123': 'unknown', 'https://example.vn/?a=1': 'unknown', '': 'unknown', 'a|b': 'unknown',
  } as const
  for (const [text, kind] of Object.entries(kinds)) expect({ text, kind: classifyScan(text) }).toEqual({ text, kind })
})

test('a card typed by a slow reader is found behind what stood in the field, the newest of two', () => {
  const card = '092085000123||Nguyễn Thị Ẩm|07031985|Nữ|Số 12|10052021'
  expect([card, `Trần Văn Bảy${card}`, `091166208057||Kim Thị Yến|03111966${card}`].map(cardLeftIn)).toEqual([card, card, card])
  expect(['', 'Nguyễn Thị Ẩm', '092085000123', 'ấp 3 | xã'].map(cardLeftIn)).toEqual([undefined, undefined, undefined, undefined])
})
