import { formatDay, type Day } from '../../shared/base/day.ts'
import { formatCount } from './format.ts'

/** Words of the stocks of fee receipts. */
export const stockWords = {
  give: 'Cấp quyển biên lai cho quầy này',
  giveHint: 'Gõ đúng như in trên bìa quyển. Mỗi lần thu, máy tự lấy số kế tiếp; quầy khác không dùng được số của quyển này.',
  form: 'Mẫu số',
  symbol: 'Ký hiệu',
  from: 'Từ số',
  to: 'Đến số',
  taxNumber: 'Mã số thuế của đơn vị thu (nếu có)',
  keeper: 'Người giữ',
  everybody: 'Chung cho cả quầy',
  save: 'Cấp quyển',
  given: (symbol: string, from: string, to: string) => `Đã cấp quyển ${symbol}, số ${from} đến ${to}. Khi thu ở máy này, máy lấy số trong quyển.`,
  drawnNext: (symbol: string, printed: string) => `Máy lấy biên lai kế tiếp: ${symbol} số ${printed}.`,
  usedUp: (symbol: string, to: string) =>
    `Quyển biên lai ${symbol} đã hết ở tờ số ${to}, chưa thu được ở máy này. Nhờ người thu phí hoặc giám đốc Trung tâm cấp quyển mới ở Thiết lập, phần Biên lai thu phí.`,
  stocks: 'Các quyển đã cấp',
  nothing: 'Chưa cấp quyển nào. Khi thu, số biên lai gõ tay.',
  range: (symbol: string, from: string, to: string) => `${symbol}, số ${from} đến ${to}`,
  where: (desk: string, keeper: string | undefined) => keeper === undefined ? desk : `${desk}, ${keeper} giữ`,
  counts: (used: number, voided: number, left: number) =>
    `Đã dùng ${formatCount(used)}, hủy ${formatCount(voided)}, còn ${formatCount(left)}.`,
  next: (printed: string) => `Tờ kế tiếp: ${printed}.`,
  closedOn: (on: Day) => `Quyết toán ngày ${formatDay(on)}.`,
  tear: 'Hủy tờ chưa dùng',
  number: 'Số in trên tờ',
  reason: 'Vì sao hủy',
  tearNow: 'Ghi hủy tờ này',
  torn: (number: string) => `Đã ghi hủy tờ số ${number}. Số này không dùng lại.`,
  close: 'Quyết toán',
  closeSure: (left: number) => `Quyết toán rồi thì quyển này không ghi thêm được, ${formatCount(left)} tờ còn lại nộp về kế toán.`,
  closeNow: 'Quyết toán quyển này',
  closed: 'Đã quyết toán. Số liệu nằm ở Sổ theo dõi biên lai.',
  cancel: 'Thôi',
} as const
