import { formatMoney, MAX_MONEY, moneyInWords } from '../../shared/base/money.ts'
import { dayAndTime } from './dossier.ts'

/** The count of the drawer at the end of a shift. */
export const cashWords = {
  title: 'Kiểm quỹ cuối ca',
  since: (at: string | null) => at === null ? 'Tính từ lần đầu thu ở máy này.' : `Tính từ lần kiểm trước, ${dayAndTime(at)}.`,
  mine: 'Tiền mặt anh (chị) thu và hoàn ở máy này. Chuyển khoản không nằm trong quỹ.',
  collected: 'Đã thu',
  refunded: 'Đã hoàn',
  expected: 'Phải có',
  inWords: (amount: number) => amount > MAX_MONEY ? '' : `${upperFirst(moneyInWords(amount))}.`,
  open: 'Đếm tiền trong quỹ',
  key: 'Kiểm quỹ',
  counted: 'Đếm được (đồng)',
  notAnAmount: 'Gõ số tiền, ví dụ 120.000.',
  fits: 'Đúng bằng số phải có.',
  under: (amount: number) => `Thiếu ${formatMoney(amount)} so với số phải có. Đếm lại, hoặc ghi lý do.`,
  over: (amount: number) => `Thừa ${formatMoney(amount)} so với số phải có. Đếm lại, hoặc ghi lý do.`,
  reason: 'Vì sao chênh lệch',
  save: 'Ghi kiểm quỹ',
  saved: 'Đã ghi kiểm quỹ. Từ đây quỹ tính lại từ đầu.',
  countedAt: (at: string, amount: number) => `Đã kiểm lúc ${dayAndTime(at)}: ${formatMoney(amount)}.`,
  to: 'Bàn giao ca cho',
  print: 'In biên bản bàn giao ca',
  printed: 'Biên bản bàn giao ca đã in.',
  savedAs: (file: string) => `Chưa chọn máy in nên biên bản bàn giao ca đã lưu thành tệp ${file}.`,
  printHint: 'Biên bản này chỉ có tiền. Muốn có cả hồ sơ thì đánh dấu hồ sơ ở Bàn làm việc rồi bấm Shift+F9; tiền đã kiểm hôm nay in kèm.',
} as const

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
