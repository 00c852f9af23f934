import { dayOfInstant, formatDay } from '../../shared/base/day.ts'
import type { CitySettings } from '../../shared/units/city-settings.ts'
import { formatCount } from './format.ts'

/** Words of the settings screen. */
export const settingsWords = {
  title: 'Thiết lập',
  parts: 'Các phần thiết lập',
  part: { device: 'Máy ở quầy này', hours: 'Giờ làm việc', header: 'Chữ trên giấy', stocks: 'Biên lai thu phí', published: 'Thành phố đặt', city: 'Ghi danh với thành phố' },
  goToPart: 'Đến phần',
  save: 'Lưu',
  notAllowed: (who: string) => `Thiết lập: việc của ${who}. Nhờ người đó mở màn này bằng PIN của mình.`,
  officeOnly: (who: string) => `Giờ làm việc và chữ trên giấy: việc của ${who}.`,

  printer: 'Máy in',
  noPrinter: 'Chưa chọn; giấy chỉ lưu thành tệp PDF',
  printerGone: (name: string) => `${name} (hiện không thấy)`,
  printersUnread: 'Chưa hỏi được danh sách máy in. Máy in đang dùng vẫn giữ nguyên. Mở lại màn này để hỏi lại.',
  paperSize: 'Khổ giấy hẹn',
  sizes: { A5: 'A5, nửa tờ', A4: 'A4, cả tờ' },
  secondCopy: 'Bản thứ hai của sổ',
  secondCopyHint: 'Một thư mục ở ổ đĩa khác hoặc USB luôn cắm. Máy tự chép mọi việc vào đó, để ổ đĩa hỏng cũng không mất hồ sơ.',
  secondCopyNone: 'Chưa đặt',
  chooseFolder: 'Chọn thư mục',
  noFolder: 'Thôi dùng',
  savedDevice: 'Đã lưu. Từ tờ giấy kế tiếp máy dùng thiết lập mới.',

  morning: 'Buổi sáng',
  afternoon: 'Buổi chiều',
  from: 'Từ',
  until: 'Đến',
  cutoff: 'Nhận sau giờ này thì hẹn sang ngày làm việc kế',
  hoursHint: 'Viết giờ kiểu 07:00. Đơn vị chỉ làm một buổi thì để trống buổi chiều. Hồ sơ đã hẹn giữ nguyên ngày hẹn cũ.',
  savedHours: 'Đã lưu. Hồ sơ nhận từ bây giờ tính ngày hẹn theo giờ mới; hồ sơ đã hẹn không đổi.',
  hourProblems: {
    'hour-malformed': 'Viết giờ kiểu 07:00, từ 00:00 đến 24:00.',
    'hours-out-of-order': 'Giờ phải theo thứ tự: sáng từ, sáng đến, chiều từ, chiều đến.',
  },

  header: {
    parentAgency: 'Cơ quan cấp trên',
    agency: 'Cơ quan',
    place: 'Địa danh, đứng trước ngày ký',
    address: 'Địa chỉ',
    phone: 'Điện thoại',
    lookupLink: 'Nơi tra cứu kết quả',
  },
  headerHint: 'Những dòng này in trên mọi giấy hẹn, phiếu hướng dẫn và phiếu từ chối. Giấy đã in giữ chữ cũ.',
  savedHeader: 'Đã lưu. Giấy in từ bây giờ mang chữ mới.',
  agencyMissing: 'Giấy nào cũng phải có tên cơ quan.',

  setByCity: 'thành phố đặt',
  publishedCaption: 'Những gì thành phố đặt cho mọi đơn vị, và từ khi nào',
  publishedColumns: { what: 'Việc', value: 'Đang dùng', from: 'Từ đâu' },
  publishedHint: 'Máy nhận theo sổ chung của thành phố ở lần gửi kế. Ở đây chỉ xem; muốn đổi thì hỏi quản trị thành phố.',
  ofProgram: 'Có sẵn trong chương trình',
  publishedAt: (at: string) => `Thành phố đặt, ${formatDay(dayOfInstant(at))}`,
  settingNames: {
    supplementPolicy: 'Thời hạn sau khi bổ sung',
    signedProcedures: 'Thủ tục phải trình ký',
    cityRoles: 'Việc thành phố giữ việc giao',
    places: 'Địa danh trước ngày ký',
    signers: 'Người ký của đơn vị',
    certificationWords: 'Lời chứng',
    receiptParts: 'Các liên biên lai',
    plans: 'Bố cục giấy in',
  } satisfies Record<keyof CitySettings, string>,
  policies: { restart: 'Tính lại từ đầu', resume: 'Chạy tiếp phần còn lại' },
  noneSet: 'Không có',
  asOffice: 'Theo chữ trên giấy của đơn vị',
  asDesk: 'Ghi tại quầy',
  asProgram: 'Theo bản trong chương trình',
  procedureCount: (count: number) => `${formatCount(count)} thủ tục`,
  wordsFrom: (sources: string) => `Theo ${sources}`,
  plansOf: (count: number) => `${formatCount(count)} mẫu giấy`,

  help: [
    'F9 ghi phần đang mở. Ctrl và số sang phần khác; chữ đã gõ ở phần kia vẫn còn.',
    'Bản thứ hai nên nằm ở ổ đĩa khác: khi ổ đĩa này hỏng, sổ vẫn còn đủ.',
    'Thêm người, đổi việc, đặt lại PIN: màn Người dùng.',
    'Mọi thay đổi ở đây đều vào sổ, kèm tên người làm.',
  ],
} as const
