/** Everything the page on the phone says; big, calm, and without a word of machines. */
export const words = {
  title: (desk: string) => `Gửi ảnh giấy tờ về ${desk}`,
  opening: 'Đang mở cửa…',
  ready: (desk: string) => `Đã nối với ${desk}. Bấm “Chụp một tờ”.`,
  back: (desk: string, kept: number) => `Đã nối lại với ${desk}. ${kept} ảnh đã lưu ở đó.`,
  noKey: 'Địa chỉ này thiếu một phần. Quét lại mã trên màn hình máy quầy.',
  other: 'Một điện thoại khác đang gửi ảnh. Bấm “Xong” trên máy kia, rồi bấm “Thử lại”.',
  closed: 'Cửa này đã đóng. Mở lại trên máy quầy, rồi quét mã mới.',
  unreachable: 'Chưa nối được với máy quầy. Giữ điện thoại trong Wi-Fi của cơ quan. Trang tự thử lại.',
  opensPicture: 'Đang mở ảnh…',
  notPicture: 'Không mở được ảnh này. Chụp lại, hoặc chọn ảnh khác.',
  sheetFound: 'Đã tìm thấy tờ giấy. Xem lại bốn góc, rồi bấm “Gửi ảnh này”.',
  sheetNotFound: 'Kéo bốn góc cho khít tờ giấy, rồi bấm “Gửi ảnh này”.',
  crossed: 'Bốn góc đang chéo nhau. Kéo lại, hoặc bấm “Lấy cả ảnh”.',
  cutting: 'Đang cắt tờ giấy…',
  corner: ['Góc trên bên trái', 'Góc trên bên phải', 'Góc dưới bên phải', 'Góc dưới bên trái'],
  cornerAt: (corner: string, across: number, down: number) => `${corner}, ngang ${across} %, dọc ${down} %. Dời bằng các phím mũi tên.`,
  picture: 'Ảnh vừa chụp',
  left: (count: number) => count === 0 ? '' : `Còn ${count} ảnh chờ xem.`,
  sending: (nth: number, percent: number) => `Ảnh ${nth}: đang gửi ${percent} %`,
  keeping: (nth: number) => `Ảnh ${nth}: đã gửi, chờ máy quầy lưu`,
  kept: (nth: number, desk: string) => `Ảnh ${nth} đã lưu trên ${desk}`,
  waits: (nth: number) => `Ảnh ${nth} còn trên điện thoại này. Trang tự gửi lại khi có Wi-Fi.`,
  full: (nth: number, desk: string) => `Ảnh ${nth} còn trên điện thoại này. Hiện ${desk} chưa lưu được; trang tự gửi lại.`,
  refused: (nth: number) => `Ảnh ${nth} không gửi được. Chụp lại tờ này.`,
  done: (kept: number, desk: string) => `Xong. ${kept} ảnh đã lưu trên ${desk}. Đóng trang này được rồi.`,
  unsent: 'Còn ảnh chưa gửi. Chờ gửi xong rồi bấm “Xong”.',
} as const

/** The PC at a desk, in the middle of a sentence: "Quầy 2" is "máy quầy 2". */
export function machineAt(desk: string): string {
  if (desk === '') return 'máy quầy'
  return /^(?:quầy|bàn)(?: |$)/i.test(desk) ? `máy ${desk.charAt(0).toLowerCase()}${desk.slice(1)}` : `máy ${desk}`
}
