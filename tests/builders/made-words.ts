import type { Random } from './random.ts'

/** Lines as forms of communes have them; names and numbers are invented anew each time. */
const LINES: readonly ((chance: Random) => string)[] = [
  chance => `Họ và tên: ${personName(chance)}`,
  chance => `Ngày, tháng, năm sinh: ${date(chance)}`,
  chance => `Số định danh cá nhân: 0${digits(chance, 11)}`,
  chance => `Nơi cư trú: số ${chance.between(1, 400)} đường ${chance.pick(STREETS)}, phường ${chance.pick(WARDS)}, thành phố Cần Thơ`,
  chance => `Điện thoại: 09${digits(chance, 2)} ${digits(chance, 3)} ${digits(chance, 3)}`,
  chance => `Quan hệ với người được khai: ${chance.pick(['cha', 'mẹ', 'ông nội', 'bà ngoại', 'người giám hộ'])}`,
  chance => `Đề nghị cơ quan cấp ${chance.between(1, 9)} bản sao trích lục ${chance.pick(['khai sinh', 'kết hôn', 'khai tử'])} cho người có tên trên.`,
  chance => `Thửa đất số ${chance.between(1, 900)}, tờ bản đồ số ${chance.between(1, 90)}, diện tích ${chance.between(40, 900)} m², mục đích sử dụng: đất ở.`,
  chance => `Giấy chứng nhận số ${chance.pick(['BK', 'CD', 'AN'])} ${digits(chance, 6)} cấp ngày ${date(chance)}.`,
  () => 'Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp luật.',
  () => 'Căn cứ Luật Hộ tịch và các văn bản hướng dẫn thi hành, Ủy ban nhân dân xem xét giải quyết.',
  () => 'Hai bên đã đọc lại, hiểu rõ quyền, nghĩa vụ và hậu quả pháp lý của việc giao kết này.',
  () => 'Hồ sơ gồm có đơn đề nghị, bản chính giấy chứng nhận và các giấy tờ khác có liên quan.',
  () => 'Người yêu cầu xuất trình giấy tờ tùy thân để đối chiếu, nộp lệ phí theo quy định hiện hành.',
]

export const HEADINGS = [
  'TỜ KHAI ĐĂNG KÝ KHAI SINH', 'ĐƠN ĐỀ NGHỊ CẤP BẢN SAO TRÍCH LỤC', 'GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN', 'HỢP ĐỒNG TẶNG CHO QUYỀN SỬ DỤNG ĐẤT',
  'TỜ KHAI LỆ PHÍ TRƯỚC BẠ', 'ĐƠN ĐĂNG KÝ BIẾN ĐỘNG ĐẤT ĐAI', 'BIÊN BẢN XÁC MINH', 'GIẤY ỦY QUYỀN',
] as const

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý']
const MIDDLE = ['Thị', 'Văn', 'Hữu', 'Ngọc', 'Thanh', 'Minh', 'Quốc', 'Kim']
const GIVEN = ['Ẩm', 'Ánh', 'Bảo', 'Chiến', 'Dũng', 'Đạt', 'Giàu', 'Hạnh', 'Khuê', 'Lượng', 'Mỹ', 'Nguyệt', 'Phước', 'Quỳnh', 'Sữa', 'Thủy', 'Vỹ', 'Xuyến', 'Yến']
const STREETS = ['Võ Nguyên Giáp', 'Nguyễn Trãi', 'Trần Hưng Đạo', 'Lê Bình', 'Mậu Thân', 'Cách Mạng Tháng Tám']
const WARDS = ['Cái Răng', 'Ninh Kiều', 'Bình Thủy', 'Ô Môn', 'Thốt Nốt', 'Vị Thanh']

export function formLine(chance: Random): string {
  return chance.pick(LINES)(chance)
}

export function personName(chance: Random): string {
  return `${chance.pick(FAMILY)} ${chance.pick(MIDDLE)} ${chance.pick(GIVEN)}`
}

export function date(chance: Random): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(chance.between(1, 28))}/${two(chance.between(1, 12))}/${chance.between(1950, 2026)}`
}

export function digits(chance: Random, count: number): string {
  return Array.from({ length: count }, () => String(chance.between(0, 9))).join('')
}
