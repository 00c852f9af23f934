import { expect, test } from 'vitest'
import { sampleMoment, textOf } from '../../../tests/builders/paper-samples.ts'
import type { ClosedBook } from './closed-book.ts'
import { bookClosing } from './form.ts'

const closed: ClosedBook = {
  kind: 'copies', year: 2026, label: '01/2026-SCT/BS', last: 1206, voidedCount: 2, lentCount: 0, desk: 'Quầy 2',
  closedAt: '2026-12-31T09:00:00.000Z', closedByName: 'Đặng Thị Lan',
}
const print = (book: Partial<ClosedBook> = {}): string => textOf(bookClosing.layout({ ...closed, ...book }, sampleMoment).html)

test('N5 the closing statement says from which number to which, and how many count for nothing', () => {
  expect(print()).toContain('Quyển này có 1206 số chứng thực (bằng chữ: một nghìn hai trăm linh sáu), từ số 01 đến số 1206, không thiếu số nào; trong đó 2 số đã hủy (bằng chữ: hai), còn giữ trong sổ. Khóa sổ lúc: 16:00 ngày 31/12/2026')
  expect(print({ voidedCount: 0 })).toContain('trong đó không có số nào hủy.')
  expect(print({ last: 0, voidedCount: 0 })).toContain('Quyển này không ghi số chứng thực nào.')
})

test('N6 what is with other desks is told apart from what stands in the book', () => {
  expect(print({ lentCount: 3 })).toContain('còn giữ trong sổ, 3 số đã cấp cho quầy khác mà chưa thấy vào sổ (bằng chữ: ba).')
})
