import type { Plan } from '../page/plan.ts'

/** The data form 04 must hold are known, its layout in TT 03/2025 is not: this one holds until the city publishes another. */
export const APOLOGY_PLAN: Plan = {
  source: 'TT 03/2025/TT-VPCP, mẫu số 04',
  certainty: 'likely',
  parts: [
    { label: 'Số', words: '{number}' },
    { label: 'Kính gửi', words: '{applicant}' },
    { label: 'Địa chỉ', words: '{address}', optional: true },
    { words: '{receivedOn}, {agency} đã tiếp nhận hồ sơ mã số {code} của Ông (Bà).' },
    { label: 'Nội dung yêu cầu giải quyết', words: '{request}' },
    { label: 'Ngày hẹn trả kết quả', words: '{previousDueOn}' },
    { words: 'Đến nay hồ sơ của Ông (Bà) chưa được giải quyết xong.' },
    { label: 'Lý do', words: '{reason}' },
    { words: '{agency} xin lỗi Ông (Bà) và đề nghị gia hạn thời gian giải quyết hồ sơ.' },
    { label: 'Ngày hẹn trả kết quả mới', words: '{dueOn}' },
    { words: 'Việc gia hạn này chỉ thực hiện một lần. Mong Ông (Bà) thông cảm. Cần hỏi thêm, Ông (Bà) gọi số {phone}.', optional: true },
  ],
  signers: [{ role: '{signerTitle}', name: '{signerName}' }],
  recipients: ['Như trên;', 'Lưu: hồ sơ {code}.'],
}
