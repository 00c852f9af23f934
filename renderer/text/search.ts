import { formatCount } from './format.ts'
import type { Channel } from '../../shared/dossiers/dossier.ts'

/** What the search screen says. */
export const search = {
  title: 'Tra cứu',
  found: 'Hồ sơ tìm thấy',
  recent: 'Mới nhận gần đây',
  recentNote: 'Gõ vào ô tìm ở trên (F3) để tìm trong mọi hồ sơ',
  caption: 'Hồ sơ tìm thấy, mới nhất ở trên',
  recentCaption: 'Hồ sơ mới nhận, mới nhất ở trên',
  count: (count: number) => `${formatCount(count)} hồ sơ, mới nhất ở trên`,
  first: (shown: number, count: number) => `${formatCount(shown)} hồ sơ mới nhất trong ${formatCount(count)}; gõ thêm chữ hoặc lọc để thu hẹp`,
  nothing: (text: string) => text === '' ? 'Không có hồ sơ nào khớp bộ lọc' : `Không có hồ sơ nào khớp “${text}”`,
  nothingNext: 'Thử bớt chữ, gõ 4 số cuối của mã, số định danh hoặc số điện thoại. Gõ không dấu cũng được.',
  nothingFiltered: 'Đang lọc, nên có thể thiếu. Bấm Ctrl+Delete để bỏ lọc và tìm trong mọi hồ sơ.',
  noDossiers: 'Sổ chưa có hồ sơ nào',
  noDossiersNext: 'Bấm F2 để tiếp nhận, F4 để chứng thực.',
  inPapers: 'Trong giấy tờ đã quét',
  inPapersNote: 'máy đọc chữ trên ảnh, có thể sai vài chữ',
  inPaper: (code: string, name: string, paper: string, page: number) =>
    [code, name, `${paper}, trang ${formatCount(page)}`].filter(part => part !== '').join(' · '),
  filling: (count: number) => `Đang mở sổ, mới tìm được trong ${formatCount(count)} hồ sơ.`,

  // Lọc
  filters: 'Lọc và cách tìm đã lưu',
  facets: { state: 'Tình trạng', field: 'Lĩnh vực', procedure: 'Thủ tục', holder: 'Người giữ', channel: 'Cách nộp' },
  any: 'Tất cả',
  choice: (label: string, count: number) => `${label} (${formatCount(count)})`,
  nobody: 'Không ai giữ',
  channels: { direct: 'Tại quầy', online: 'Trực tuyến', post: 'Bưu chính' } satisfies Record<Channel, string>,
  received: 'Ngày nhận',
  receivedSpans: {
    any: 'Mọi ngày', today: 'Hôm nay', week: '7 ngày qua', month: 'Tháng này', year: 'Năm nay', range: 'Từ ngày, đến ngày',
  },
  due: 'Hạn trả',
  dueSpans: {
    any: 'Mọi ngày', overdue: 'Quá hạn', today: 'Hôm nay', week: '7 ngày tới', none: 'Không có ngày hẹn', range: 'Từ ngày, đến ngày',
  },
  from: 'Từ ngày',
  until: 'Đến ngày',
  dayHint: 'ngày/tháng/năm',
  noDay: 'Chưa phải một ngày, ví dụ 20/11/2026.',
  clear: 'Bỏ lọc',

  // Cách tìm đã lưu
  saved: 'Cách tìm đã lưu',
  savedName: 'Tên cách tìm',
  save: 'Lưu cách tìm này',
  keep: 'Lưu',
  leave: 'Thôi',
  forget: 'Bỏ khỏi danh sách',
  forgot: (name: string) => `Đã bỏ “${name}” khỏi danh sách. Hồ sơ vẫn còn đủ.`,
  keptAs: (name: string, digit: number) => `Đã lưu “${name}”. Lần sau bấm Ctrl+${String(digit)}.`,
  full: (most: number) => `Đã đủ ${String(most)} cách tìm. Mở một cách, bỏ khỏi danh sách, rồi lưu lại.`,
  unnamed: 'Cách tìm chưa đặt tên',

  keys: {
    find: 'Gõ để tìm', filter: 'Lọc', saved: 'Cách đã lưu', rows: 'Chọn dòng', open: 'Mở hồ sơ',
    person: 'Mở trang người này', personOf: 'Người nộp',
  },
  help: [
    'Gõ tên, mã hồ sơ, 4 số cuối của mã, số định danh hoặc số điện thoại. Không cần dấu, không cần đúng thứ tự, một phần của chữ cũng được.',
    'Mã gõ có gạch hay không gạch đều được: 261120-0432 hoặc 2611200432.',
    'Bấm ↓ từ ô tìm để xuống danh sách, ↑ ↓ chọn dòng, Enter mở hồ sơ. F3 trở lại ô tìm.',
    'F8 tới bộ lọc: tình trạng, lĩnh vực, thủ tục, người giữ, cách nộp, ngày nhận, hạn trả. Số trong ngoặc là số hồ sơ nếu chọn mục đó. Ctrl+Delete bỏ lọc.',
    'Ctrl+S lưu cách tìm đang dùng, chỉ cho anh (chị) trên máy này. Ctrl+1 đến Ctrl+9 mở lại.',
    'Ctrl+H mở mọi hồ sơ của người ở dòng đang chọn. Gõ đủ số định danh thì F9 mở trang của người ấy.',
    'Danh sách không hiện số định danh; tìm bằng số định danh vẫn ra.',
  ],
} as const
