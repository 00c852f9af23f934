import type { Plan } from '../page/plan.ts'

/** The data form 05 must hold are known, its layout in TT 03/2025 is not: this one holds until the city publishes another. */
export const STOP_PLAN: Plan = {
  source: 'TT 03/2025/TT-VPCP, mẫu số 05',
  certainty: 'likely',
  parts: [
    { label: 'Kính gửi', words: '{applicant}' },
    { label: 'Địa chỉ', words: '{address}', optional: true },
    { words: '{receivedOn}, {agency} đã tiếp nhận hồ sơ mã số {code} của Ông (Bà).' },
    { label: 'Nội dung yêu cầu giải quyết', words: '{request}' },
    { words: '{agency} thông báo dừng giải quyết hồ sơ này {how}.' },
    { label: 'Ngày dừng', words: '{endedOn}' },
    { label: 'Giai đoạn giải quyết khi dừng', words: '{stage}' },
    { label: 'Lý do', words: '{reason}' },
    { label: 'Căn cứ', words: '{legalGround}', optional: true },
    { label: 'Bản chính trả lại', words: '{originals}' },
    { label: 'Phí, lệ phí', words: '{refund}' },
    { words: 'Hồ sơ chưa có văn bản kết quả giải quyết. Cần hỏi thêm, Ông (Bà) gọi số {phone}.', optional: true },
  ],
  signers: [{ role: '{signerTitle}', name: '{signerName}' }],
  recipients: ['Như trên;', 'Lưu: hồ sơ {code}.'],
}
