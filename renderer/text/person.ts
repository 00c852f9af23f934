import { formatDay, type Day } from '../../shared/base/day.ts'
import { formatCount } from './format.ts'

/** What the page of one person says. */
export const person = {
  title: (name: string) => name === '' ? 'Một người' : name,
  number: (number: string, bornOn: Day | null) => `Số định danh ${number}${bornOn === null ? '' : ` · sinh ${formatDay(bornOn)}`}`,
  recorded: 'Mỗi lần mở trang này được ghi lại: ai xem, lúc nào, từ màn nào.',
  recording: 'Đang ghi lần xem này.',
  notShown: 'Chưa mở được trang này.',
  opening: 'Đang tìm hồ sơ của người này.',

  dossiers: 'Hồ sơ',
  dossiersNote: (count: number, open: number) =>
    count === 0 ? '' : `${formatCount(count)} hồ sơ${open === 0 ? '' : `, ${formatCount(open)} đang giải quyết`}, mới nhất ở trên`,
  caption: 'Hồ sơ người này nộp hoặc được nộp thay, mới nhất ở trên',
  noDossiers: 'Chưa có hồ sơ nào mang số này',
  noDossiersNext: 'Bấm F2 để tiếp nhận.',
  filling: (count: number) => `Đang mở sổ, mới tìm được trong ${formatCount(count)} hồ sơ.`,

  visits: 'Chứng thực',
  visitsNote: (visits: number, numbers: number) => visits === 0 ? '' : `${formatCount(visits)} lượt, ${formatCount(numbers)} số còn giá trị`,
  visitsCaption: 'Lượt chứng thực của người này, mới nhất ở trên',
  moreVisits: (count: number) => `Xem ${formatCount(count)} lượt nữa`,
  noVisits: 'Chưa chứng thực lượt nào.',
  when: 'Lúc',
  numbers: 'Số',
  papers: 'Giấy',
  copies: 'Bản',
  fee: 'Thu',
  refused: 'Từ chối',

  open: 'Mọi hồ sơ của người này',
  openOf: (name: string) => `Mọi hồ sơ của ${name}`,
  keys: { rows: 'Chọn dòng', open: 'Mở', part: 'Phần kế', receive: 'Tiếp nhận', back: 'Quay lại' },
  help: [
    'Trang này gom mọi hồ sơ mang một số định danh: người ấy nộp, hoặc người khác nộp thay, và mọi lượt chứng thực.',
    '↑ ↓ chọn dòng, Enter mở. F6 sang phần kế. Esc quay lại chỗ vừa đến.',
    'Mở từ trang hồ sơ hoặc từ danh sách tra cứu bằng Ctrl+H; gõ đủ số định danh ở ô tìm rồi bấm F9 cũng được.',
    'Mỗi lần mở đều được ghi lại, như xem giấy tờ của người dân.',
  ],
} as const
