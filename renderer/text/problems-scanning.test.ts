import { expect, test } from 'vitest'
import type { ScannerTrouble } from '../../shared/bridge/scan-problems.ts'
import { scanningProblems } from './problems-scanning.ts'
import { problemText } from './problems.ts'

test('a jam says at which sheet, what is safe, what to do and what works meanwhile', () => {
  expect(problemText(trouble('scan/jam', 11))).toBe(
    'Máy quét kẹt giấy ở tờ thứ 12. Mười một tờ trước đã quét xong, vẫn còn đủ. Mở nắp máy quét, rút nhẹ tờ bị kẹt ra, đặt lại chồng giấy bắt đầu từ tờ thứ 12, đóng nắp rồi bấm F5. '
    + 'Chưa được thì dùng máy quét khác, chọn tệp có sẵn, hoặc chụp bằng điện thoại.',
  )
})

test('every trouble of a scanner names a way that works now, and what is safe', () => {
  const codes = Object.keys(scanningProblems).filter((code): code is ScannerTrouble['code'] => code.startsWith('scan/'))
  for (const sentence of codes.flatMap(code => [0, 1, 11].map(sheets => problemText(trouble(code, sheets))))) {
    expect(sentence).toMatch(/điện thoại/)
    expect(sentence).toMatch(/còn đủ/)
  }
})

test('another desk that has the scanner is named', () => {
  expect(problemText({ ...trouble('scan/busy', 0), by: 'Quầy 3' } as never)).toContain('Quầy 3 đang dùng máy quét.')
})

test('a file is called by its own name, a sheet by where it came from', () => {
  expect(problemText({ code: 'picture/broken', file: 'don.jpg' } as never)).toContain('Tệp don.jpg bị hỏng')
  expect(problemText({ code: 'picture/broken', file: '' } as never)).toContain('Ảnh máy quét gửi về bị hỏng')
})

function trouble(code: ScannerTrouble['code'], sheets: number): ScannerTrouble {
  return { code, scanner: 'Canon DR-C225', sheets }
}
