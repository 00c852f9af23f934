import { expect, test } from 'vitest'
import { sampleLinked, sampleMoment, sampleReceived, textOf } from '../../../tests/builders/paper-samples.ts'
import type { Dossier } from '../../dossiers/dossier.ts'
import type { PrintMoment } from '../form.ts'
import { receipt } from './form.ts'

const print = (dossier: Partial<Dossier> = {}, moment: Partial<PrintMoment> = {}): string =>
  receipt.layout({ ...sampleReceived, ...dossier }, { ...sampleMoment, ...moment }).html

test('the receipt says what form 01 says, in its order', () => {
  expect(textOf(print())).toBe([
    'In lúc 10:45 ngày 20/11/2026 · Một Cửa · Quầy 1 Mẫu số 01 · H13.064-261120-0432',
    'ỦY BAN NHÂN DÂN PHƯỜNG CÁI RĂNG TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc',
    'Mã hồ sơ: H13.064-261120-0432 Cái Răng, ngày 20 tháng 11 năm 2026',
    'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    'Bộ phận tiếp nhận và trả kết quả: Trung tâm Phục vụ hành chính công, Quầy 1',
    'Tiếp nhận hồ sơ của: Bà NGUYỄN THỊ ẨM (nộp trực tiếp)',
    'Địa chỉ: 12 đường Số 1, khu vực 2, phường Cái Răng, thành phố Cần Thơ',
    'Số điện thoại: 0900 000 123 Thư điện tử: Số định danh cá nhân/Hộ chiếu: 092185000123',
    'Nội dung yêu cầu giải quyết: Thủ tục cấp Giấy xác nhận tình trạng hôn nhân. Cấp lại. Dùng để đăng ký kết hôn',
    'Chủ hồ sơ: NGUYỄN THỊ ẨM (là người nộp)',
    '1. Thành phần hồ sơ nộp gồm: TT Thành phần hồ sơ Bản chính Bản sao',
    '1 Tờ khai cấp Giấy xác nhận tình trạng hôn nhân (theo mẫu) 1 –',
    '2 Giấy xác nhận tình trạng hôn nhân đã cấp trước đây 1 2',
    '3 Thẻ căn cước (đối chiếu, trả lại ngay) 1 –',
    '2. Số lượng hồ sơ: 1 (bộ)',
    '3. Thời gian giải quyết hồ sơ theo quy định: 3 ngày làm việc',
    '4. Thời gian nhận hồ sơ: 10 giờ 44 phút, ngày 20 tháng 11 năm 2026',
    '5. Thời gian trả kết quả giải quyết hồ sơ: trước 10 giờ 44 phút, thứ Năm, ngày 26 tháng 11 năm 2026',
    'Không tính thứ Bảy 21/11/2026 và Chủ nhật 22/11/2026; không tính thứ Ba 24/11/2026 (nghỉ Ngày Văn hóa Việt Nam); tính đủ 3 ngày làm việc đến thứ Năm 26/11/2026.',
    '6. Đăng ký nhận kết quả tại: Trung tâm Phục vụ hành chính công, số 106 đường Võ Nguyên Giáp, phường Cái Răng, thành phố Cần Thơ',
    '7. Phí, lệ phí: 52.000 đ (bằng chữ: Năm mươi hai nghìn đồng); căn cứ: Nghị quyết của Hội đồng nhân dân thành phố',
    'Có kết quả sớm hơn, cơ quan tiếp nhận báo theo số điện thoại hoặc thư điện tử ở trên. Khi đến nhận, Ông (Bà) mang theo giấy này và giấy tờ tùy thân.',
    'Tra cứu hồ sơ tại dichvucong.gov.vn. Điện thoại: 0292 3846 123.',
    'NGƯỜI NỘP HỒ SƠ (Ký và ghi rõ họ tên) NGUYỄN THỊ ẨM',
    'NGƯỜI TIẾP NHẬN HỒ SƠ (Ký và ghi rõ họ tên) Trần Thị B',
  ].join(' '))
})

test('N7 the QR stands before everything else in the heading, and a reprint says how many came before', () => {
  expect(print()).toMatch(/<header>\s*<div class="qr"><svg>/)
  expect(textOf(print())).not.toContain('Bản in lại')
  expect(textOf(print({}, { copy: 3 }))).toContain('Bản in lại (trước đó đã in 2 bản)')
})

test('T15 a provisional due day is printed as one', () => {
  const due = sampleReceived.due
  if (due === undefined) throw new Error('The sample has a due day')
  const paper = textOf(print({ due: { ...due, provisional: true, steps: [...due.steps, { kind: 'not-announced', on: '2026-11-26', knownUntil: '2026-11-25' }] } }))
  expect(paper).toContain('ngày 26 tháng 11 năm 2026 (tạm tính)')
  expect(paper).toContain('lịch nghỉ sau ngày 25/11/2026 chưa công bố, ngày hẹn là tạm tính.')
})

test('without a limit the receipt promises no day', () => {
  const due = { limit: { count: 0, unit: 'none' }, dueOn: null, dueAt: null, provisional: false, steps: [{ kind: 'no-limit', on: '2026-11-20' }] } as const
  expect(textOf(print({ due }))).toContain('5. Thời gian trả kết quả giải quyết hồ sơ: không ấn định, cơ quan tiếp nhận sẽ báo khi có kết quả 6.')
})

test('L22 who resolves and who helped are named where they are not who received', () => {
  const paper = textOf(print({ resolvedBy: 'Sở Nông nghiệp và Môi trường', helpedBy: 'Bưu điện Cái Răng' }))
  expect(paper).toContain('Cơ quan giải quyết: Sở Nông nghiệp và Môi trường Nơi hướng dẫn lập hồ sơ: Bưu điện Cái Răng')
  expect(textOf(print())).not.toContain('Cơ quan giải quyết')
})

test('an owner who is not the applicant stands with address and authorisation', () => {
  const owner = { name: 'Hộ kinh doanh Út Lan', number: '8123456789', kind: 'business', address: 'chợ Cái Răng' } as const
  expect(textOf(print({ owner, authorisation: 'Giấy ủy quyền ngày 18/11/2026' })))
    .toContain('Chủ hồ sơ (tổ chức): Hộ kinh doanh Út Lan Địa chỉ chủ hồ sơ: chợ Cái Răng Nộp thay theo: Giấy ủy quyền ngày 18/11/2026')
})

test('what a person typed stays text: marks of HTML, formulas, hidden and turning marks', () => {
  const paper = print({ content: '<script>alert(1)</script> =HYPERLINK("x") \u202Eab\u200Bc\u202C' })
  expect(paper).not.toContain('<script')
  expect(paper).toContain('&lt;script&gt;alert(1)&lt;/script&gt; =HYPERLINK(&quot;x&quot;) abc')
})

test('the paper itself forbids scripts and every road to a network', () => {
  expect(print()).toContain('default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; font-src data:; img-src data:')
})

test('a paper of the training unit is striped and says that it is worth nothing', () => {
  const paper = print({}, { office: { ...sampleMoment.office, training: true } })
  expect(paper).toContain('class="stripes left"')
  expect(textOf(paper)).toContain('Bản tập huấn, không có giá trị · Mẫu số 01')
  expect(print()).not.toContain('class="stripes')
})

test('a voided dossier prints a paper that says so', () => {
  expect(textOf(print({ state: 'withdrawn', ended: { how: 'voided', at: '2026-11-20T04:00:00.000Z', by: 'b' } }))).toContain('Mã hồ sơ này đã hủy. Giấy này không còn giá trị.')
})

test('both sizes name their page', () => {
  expect(print({}, { size: 'A5' })).toContain('@page { size: A5 portrait; margin: 0; }')
  expect(print({}, { size: 'A4' })).toContain('@page { size: A4 portrait; margin: 0; }')
})

test('L1 the receipt of a linked dossier lists its parts, each with who resolves it and its own due day', () => {
  const paper = textOf(receipt.layout(sampleLinked, sampleMoment).html)
  expect(paper).toContain('Các thủ tục liên thông, làm lần lượt: 1) Đăng ký khai sinh: Phường Cái Răng, hẹn xong 20/11/2026')
  expect(paper).toContain('2) Đăng ký thường trú: Công an cấp xã, hẹn xong 24/11/2026')
  expect(textOf(receipt.layout(sampleReceived, sampleMoment).html)).not.toContain('liên thông')
})
