import { formatMoney } from '../../shared/base/money.ts'
import type { Channel, ProcedureFee, ProcedureLimit, RequiredPaper } from '../../shared/procedures/procedure.ts'
import { limitInWords } from './due.ts'
import { formatCount } from './format.ts'

/** Words of "Thủ tục", the catalogue one can browse. */
export const catalogueWords = {
  title: 'Thủ tục',
  lead: (count: number, version: string) => `${formatCount(count)} thủ tục, danh mục tháng ${version.slice(5)}/${version.slice(0, 4)}`,
  opening: 'Đang mở danh mục thủ tục.',
  find: 'Tìm thủ tục',
  findHint: 'Gõ vài chữ, không cần dấu; gõ chữ đầu (tthn) hay mã thủ tục cũng được.',
  found: (shown: number, all: number) => shown === all ? `${formatCount(all)} thủ tục` : `${formatCount(shown)} trong ${formatCount(all)} thủ tục`,
  none: 'Không có thủ tục nào như vậy. Gõ ít chữ hơn, hoặc gõ mã thủ tục.',
  list: 'Danh mục, gần giống nhất ở trên',
  heads: { name: 'Thủ tục', field: 'Lĩnh vực', code: 'Mã' },
  choose: 'Chọn một thủ tục để xem giấy tờ, thời hạn và lệ phí.',
  facts: { code: 'Mã', field: 'Lĩnh vực', decision: 'Quyết định', who: 'Ai được nộp', results: 'Kết quả' },
  limits: 'Thời hạn',
  fees: 'Lệ phí',
  papers: 'Giấy tờ',
  caseUsual: 'Trường hợp thông thường',
  noPapers: 'Danh mục không ghi giấy tờ nào. Khi tiếp nhận, ghi những giấy người dân nộp.',
  notes: 'Danh mục dặn thêm',
  heading: { paper: 'Giấy tờ', originals: 'Bản chính', copies: 'Bản sao' },
  kinds: { submit: 'Phải nộp', present: 'Xem rồi trả lại ngay', note: '' } satisfies Record<RequiredPaper['kind'], string>,
  conditional: 'nếu đúng trường hợp',
  forProxy: 'chỉ khi nộp thay',
  unclear: 'Danh mục ghi chưa rõ; khi tiếp nhận máy sẽ hỏi.',
  receive: 'Tiếp nhận thủ tục này',
  keys: { parts: 'Phần kế', rows: 'Chọn dòng' },
  help: [
    'Gõ vài chữ rồi bấm mũi tên xuống để chọn thủ tục.',
    'Phần bên phải ghi giấy phải nộp, giấy chỉ xem, thời hạn và lệ phí theo danh mục.',
    'Chỗ danh mục ghi chưa rõ thì máy hỏi khi tiếp nhận, không tự đoán.',
    'F9 mở màn Tiếp nhận với thủ tục đang xem.',
  ],
} as const

const CHANNELS: Readonly<Record<Channel, string>> = { direct: 'Tại quầy', online: 'Trực tuyến', post: 'Bưu chính' }

/** One line about a limit: the way of filing, how long, and the doubt if there is one. */
export function limitLine({ channel, limit, unclear, stated }: ProcedureLimit): string {
  const length = limit === null ? stated ?? 'không ghi' : limitInWords(limit)
  return `${CHANNELS[channel]}: ${length}${unclear === undefined ? '' : ' (chưa rõ)'}`
}

/** One line about a fee. */
export function feeLine({ channel, amount, per, tariff, unclear, stated }: ProcedureFee): string {
  const sum = tariff !== undefined
    ? '2.000 đ một trang cho hai trang đầu, 1.000 đ từ trang thứ ba, tối đa 200.000 đ một bản'
    : amount === null ? stated ?? 'không ghi' : amount === 0 ? 'Miễn phí' : `${formatMoney(amount)}${per === undefined ? '' : ` ${per}`}`
  return `${CHANNELS[channel]}: ${sum}${unclear === undefined ? '' : ' (chưa rõ)'}`
}

/** What is asked of a paper, and when. */
export function demandOf({ kind, conditional, forProxy }: RequiredPaper): string {
  const when = forProxy === true ? catalogueWords.forProxy : conditional ? catalogueWords.conditional : ''
  return [catalogueWords.kinds[kind], when].filter(part => part !== '').join(', ')
}
