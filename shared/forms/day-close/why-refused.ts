/** Why something did not go to the city, in a few words, as a statement and a list say it (rule S5). */
export function whyRefused(code: string): string {
  return Object.hasOwn(WHY, code) ? WHY[code as keyof typeof WHY] : `Thành phố không nhận, mã ${code}`
}

const WHY = {
  'city/failed': 'Máy ở thành phố trục trặc khi nhận',
  'sync/another-unit': 'Hồ sơ này thuộc đơn vị khác',
  'sync/body-invalid': 'Thành phố không đọc được phần này',
  'sync/body-too-large': 'Phần này quá lớn để gửi một lần',
  'sync/brake': 'Thành phố gửi xuống việc đóng nhiều hồ sơ một lúc, máy đã dừng lại',
  'sync/chain-wrong': 'Sổ của máy này không nối tiếp sổ ở thành phố',
  'sync/city-unlike': 'Nơi trả lời không phải thành phố của đơn vị này',
  'sync/device-revoked': 'Thành phố đã thu hồi máy này',
  'sync/device-unknown': 'Thành phố không biết máy này',
  'sync/fork': 'Sổ của máy này có bản khác ở thành phố, như máy được chép hay phục hồi',
  'sync/gap': 'Thành phố thiếu phần trước đó của sổ máy này',
  'sync/line-broken': 'Có dòng sổ không đọc được',
  'sync/page-length': 'Ảnh trang giấy không đủ',
  'sync/page-name': 'Ảnh trang giấy mang tên không đúng',
  'sync/page-unknown': 'Thành phố chưa có ảnh trang giấy này',
  'sync/page-unlike': 'Ảnh trang giấy bị sai khác so với lúc quét',
  'sync/protocol-too-new': 'Chương trình ở máy này mới hơn ở thành phố',
  'sync/protocol-too-old': 'Chương trình ở máy này quá cũ',
  'sync/signature-wrong': 'Chữ ký của máy này không khớp',
  'sync/unsigned': 'Phần gửi đi thiếu chữ ký của máy này',
} as const
