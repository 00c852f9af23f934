import { dayOfInstant, formatDay, formatTime } from '../../shared/base/day.ts'
import type { CodesOf, Sentences } from './sentences.ts'

/** What can stand in the way of giving, writing, voiding a numbered receipt. */
export const stockProblems: Sentences<CodesOf<'stock'>> = {
  'stock/already-voided': ({ number }) => `Tờ số ${number} đã ghi hủy rồi. Quyển biên lai không đổi, không phải làm gì thêm.`,
  'stock/closed': ({ symbol, closedAt }) =>
    `Quyển biên lai ${symbol} đã quyết toán lúc ${formatTime(closedAt)} ngày ${formatDay(dayOfInstant(closedAt))}, không ghi thêm được. Số liệu của quyển không đổi. Nhờ kế toán cấp quyển khác.`,
  'stock/keeper-unknown': () => 'Người được chọn không còn làm việc ở đây. Chưa cấp biên lai. Chọn người khác, hoặc cấp chung cho cả quầy.',
  'stock/number-unknown': ({ number }) => `Quyển này không có tờ số ${number}. Quyển biên lai không đổi. Gõ lại số in trên tờ biên lai.`,
  'stock/number-used': ({ number }) => `Tờ số ${number} đã ghi thu rồi. Quyển biên lai không đổi. Mở hồ sơ đã thu bằng tờ ấy để hủy và ghi tờ khác.`,
  'stock/other-desk': ({ desk }) => `Quyển biên lai này nằm ở ${desk}. Chưa ghi gì. Sang ${desk} để làm.`,
  'stock/overlaps': ({ symbol, from, to, desk }) =>
    `Các số này đã cấp rồi: ký hiệu ${symbol}, số ${from} đến ${to}, ở ${desk}. Chưa cấp. Xem lại bìa quyển rồi gõ lại số đầu, số cuối.`,
  'stock/range-impossible': () => 'Số đầu và số cuối phải toàn chữ số, số đầu không lớn hơn số cuối. Chưa cấp. Gõ đúng như in trên tờ đầu và tờ cuối.',
  'stock/reason-missing': () => 'Hủy một tờ biên lai phải ghi lý do. Quyển biên lai không đổi. Gõ lý do rồi bấm lại.',
  'stock/unknown': () => 'Không thấy quyển biên lai này trên máy. Chưa ghi gì. Mở lại phần Biên lai để xem.',
  'stock/unnamed': () => 'Quyển biên lai phải có mẫu số và ký hiệu. Chưa cấp. Gõ đúng như in trên bìa rồi bấm lại.',
  'stock/used-up': ({ symbol, to }) =>
    `Quyển biên lai ${symbol} đã hết, tờ cuối là số ${to}. Chưa ghi thu; những gì đã nhập vẫn còn trên màn. Nhờ kế toán cấp quyển mới ở máy này, rồi bấm lại.`,
}
