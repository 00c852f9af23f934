/** Pages of papers. */
export const pagesText = {
  page: (paperName: string, number: number, count: number) => `${paperName}, trang ${String(number)} trong ${String(count)}`,
  cardImage: 'Ảnh thẻ',
  covered: 'Ảnh thẻ căn cước được che. Muốn xem thì ghi lý do; tên người xem, giờ xem và lý do được ghi vào quá trình của hồ sơ.',
  coveredInTray: 'Ảnh thẻ căn cước được che. Xếp vào giấy tờ như mọi trang. Muốn xem thì ghi lý do; tên người xem, giờ xem và lý do được ghi lại.',
  whyLook: 'Lý do xem ảnh thẻ',
  look: 'Xem ảnh thẻ',
  notHere: 'không ở máy này',
  away: 'Ảnh này đã gửi về thành phố và không còn trên máy. Có mạng thì máy tự lấy về. Đóng rồi mở lại trang để thử.',
} as const
