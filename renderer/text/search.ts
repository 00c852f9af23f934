import { formatCount } from './format.ts'

/** What the search screen says. */
export const search = {
  title: 'Tra cứu',
  found: 'Hồ sơ tìm thấy',
  recent: 'Mới nhận gần đây',
  recentNote: 'Gõ vào ô tìm ở trên (F3) để tìm trong mọi hồ sơ',
  caption: 'Hồ sơ tìm thấy, mới nhất ở trên',
  recentCaption: 'Hồ sơ mới nhận, mới nhất ở trên',
  count: (count: number) => `${formatCount(count)} hồ sơ, mới nhất ở trên`,
  first: (shown: number, count: number) => `${formatCount(shown)} hồ sơ mới nhất trong ${formatCount(count)}; gõ thêm chữ để thu hẹp`,
  nothing: (text: string) => `Không có hồ sơ nào khớp “${text}”`,
  nothingNext: 'Thử bớt chữ, gõ 4 số cuối của mã, số định danh hoặc số điện thoại. Gõ không dấu cũng được.',
  noDossiers: 'Sổ chưa có hồ sơ nào',
  noDossiersNext: 'Bấm F2 để tiếp nhận.',
  inPapers: 'Trong giấy tờ đã quét',
  inPapersNote: 'máy đọc chữ trên ảnh, có thể sai vài chữ',
  inPaper: (code: string, name: string, paper: string, page: number) =>
    [code, name, `${paper}, trang ${formatCount(page)}`].filter(part => part !== '').join(' · '),
  filling: (count: number) => `Đang mở sổ, mới tìm được trong ${formatCount(count)} hồ sơ.`,
  keys: { find: 'Gõ để tìm', receive: 'Tiếp nhận', rows: 'Chọn dòng', open: 'Mở hồ sơ' },
  help: [
    'Gõ tên, mã hồ sơ, 4 số cuối của mã, số định danh hoặc số điện thoại. Không cần dấu, không cần đúng thứ tự, một phần của chữ cũng được.',
    'Mã gõ có gạch hay không gạch đều được: 261120-0432 hoặc 2611200432.',
    'Bấm ↓ từ ô tìm để xuống danh sách, ↑ ↓ chọn dòng, Enter mở hồ sơ. F3 trở lại ô tìm.',
    'Danh sách không hiện số định danh; tìm bằng số định danh vẫn ra.',
  ],
} as const
