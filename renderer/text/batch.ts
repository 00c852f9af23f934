import { formatCount } from './format.ts'

/** Many dossiers in one go: what is asked, what came of each. */
export const batchText = {
  marked: (count: number) => `Đã đánh dấu ${formatCount(count)} hồ sơ`,
  mark: (code: string) => `Đánh dấu ${code}`,
  clear: 'Bỏ đánh dấu',
  leave: 'Thôi',
  actions: {
    'forward': { title: (count: number) => `Chuyển ${formatCount(count)} hồ sơ`, done: 'đã chuyển' },
    'sign': { title: (count: number) => `Ký ${formatCount(count)} hồ sơ`, done: 'đã ký' },
    'return': { title: (count: number) => `Trả ${formatCount(count)} kết quả`, done: 'đã trả' },
    'hand-over': { title: (count: number) => `Bàn giao ${formatCount(count)} hồ sơ`, done: 'đã bàn giao' },
  },
  busy: (done: number, count: number) => `Đang ghi, được ${formatCount(done)} trong ${formatCount(count)}.`,
  told: (done: string, well: number, not: number) =>
    not === 0 ? `${formatCount(well)} ${done}.` : `${formatCount(well)} ${done}, ${formatCount(not)} không:`,
  listPrinted: 'Biên bản giao nhận đã in.',
  listSaved: (file: string) => `Chưa chọn máy in nên biên bản giao nhận đã lưu thành tệp ${file}.`,
  listNot: (why: string) => `Đã ghi bàn giao, biên bản chưa in được. ${why}`,

  to: 'Chuyển cho ai',
  otherAgency: 'Cơ quan khác',
  agency: 'Tên cơ quan',
  note: 'Lời nhắn (nếu có)',
  how: 'Ký thế nào',
  wetInk: 'Ký tay trên giấy',
  digital: 'Ký số',
  who: 'Ai nhận',
  each: 'Chính người nộp',
  proxy: 'Một người nhận thay cho tất cả',
  name: 'Họ và tên người nhận thay',
  authorisation: 'Giấy ủy quyền',
  identity: 'Đã xem giấy gì',
  originalsAll: 'Mọi bản chính đang giữ được trả lại; lệ phí còn thiếu thì trả từng hồ sơ ở màn Trả kết quả.',
  handOverTo: 'Bàn giao cho ai',
  kind: 'Bàn giao gì',
  kinds: { shift: 'Ca sau, cùng cơ quan', agency: 'Cơ quan khác giải quyết', results: 'Kết quả về quầy' },
  handOverNote: (name: string) => `Bàn giao ca cho ${name}`,
  handOverResults: (name: string) => `Bàn giao kết quả cho ${name}`,
  nobody: 'Chưa ghi bàn giao cho ai. Chưa ghi gì. Chọn hoặc gõ tên rồi bấm lại.',
} as const
