import { dayOfInstant, formatDay } from '../base/day.ts'
import type { Stock } from '../stocks/fold-stock.ts'
import { printedNumber } from '../stocks/stock.ts'
import { byTime } from './by-time.ts'
import type { Register } from './register.ts'

/** The numbered receipts of the office (sổ theo dõi biên lai): a row a stock, what was received, used, void and is left (rule M3). */
export const receiptStock: Register = {
  name: 'receipt-stock',
  title: 'Sổ theo dõi biên lai',
  counted: 'quyển biên lai',
  columns: [
    { key: 'givenOn', title: 'Ngày cấp', kind: 'day' },
    { key: 'form', title: 'Mẫu số', kind: 'text' },
    { key: 'symbol', title: 'Ký hiệu', kind: 'text' },
    { key: 'from', title: 'Từ số', kind: 'text' },
    { key: 'to', title: 'Đến số', kind: 'text' },
    { key: 'desk', title: 'Quầy', kind: 'text' },
    { key: 'keeper', title: 'Người giữ', kind: 'text' },
    { key: 'received', title: 'Đã cấp', kind: 'number', isSummed: true },
    { key: 'used', title: 'Đã dùng', kind: 'number', isSummed: true },
    { key: 'voided', title: 'Đã hủy', kind: 'number', isSummed: true },
    { key: 'left', title: 'Còn lại', kind: 'number', isSummed: true },
    { key: 'note', title: 'Ghi chú', kind: 'text' },
    { key: 'by', title: 'Người cấp', kind: 'text' },
  ],
  rows: ({ stocks }) => stocks.map(stock => {
    const { subject, givenAt, form, symbol, from, to, width, deskName, keeper, used, voided, givenByName } = stock
    const [received, usedCount] = [to - from + 1, new Set(used).size]
    return {
      subject, at: givenAt,
      cells: [
        dayOfInstant(givenAt), form, symbol, printedNumber(from, width), printedNumber(to, width), deskName, keeper?.name ?? null,
        received, usedCount, voided.length, received - usedCount - voided.length, noteOf(stock, stocks), givenByName,
      ],
    }
  }).sort(byTime),
}

/** What the figures do not say: which are void and why, what went back, and whatever two desks wrote on. */
function noteOf(stock: Stock, stocks: readonly Stock[]): string | null {
  const { subject, form, symbol, from, to, width, used, voided, closedAt } = stock
  const others = stocks.filter(other => other.subject !== subject && other.form === form && other.symbol === symbol)
  const overlapping = others.filter(other => other.from <= to && from <= other.to)
  const elsewhere = new Set(overlapping.flatMap(other => other.used))
  const twice = new Set(used.filter((number, i) => used.indexOf(number) !== i || elsewhere.has(number)))
  const words = [
    voided.length > 0 && `hủy ${voided.map(({ number, why }) => `${printedNumber(number, width)} (${why.reason})`).join(', ')}`,
    overlapping.length > 0 && `cấp trùng số với quyển ở ${overlapping.map(({ deskName }) => deskName).join(', ')}`,
    twice.size > 0 && `dùng hai lần: ${[...twice].map(number => printedNumber(number, width)).join(', ')}`,
    closedAt !== null && `quyết toán ngày ${formatDay(dayOfInstant(closedAt))}`,
  ].filter(text => typeof text === 'string')
  return words.length === 0 ? null : words.join('; ')
}
