import type { CorrectableField, DossierState } from '../../shared/dossiers/dossier.ts'
import type { EnteredDay } from '../../shared/dossiers/entered-day.ts'
import type { PersonField } from '../../shared/people/person.ts'
import type { FormName } from '../../shared/bridge/main-api.ts'

/** The state of a dossier, as it stands in a list. */
export const dossierStates = {
  received: 'Đã tiếp nhận',
  processing: 'Đang giải quyết',
  awaitingSupplement: 'Chờ bổ sung',
  awaitingPayment: 'Chờ nghĩa vụ tài chính',
  awaitingSignature: 'Chờ ký',
  resolved: 'Đã có kết quả',
  returned: 'Đã trả kết quả',
  refused: 'Đã từ chối tiếp nhận',
  withdrawn: 'Đã rút hoặc hủy',
  stopped: 'Đã dừng giải quyết',
  guided: 'Đã hướng dẫn bổ sung',
} as const satisfies Record<DossierState, string>

/** What a field of a dossier is called in a sentence. */
export const correctableFields = {
  'applicant.name': 'họ và tên người nộp',
  'applicant.personalNumber': 'số định danh người nộp',
  'applicant.bornOn': 'ngày sinh người nộp',
  'applicant.sex': 'giới tính người nộp',
  'applicant.phone': 'điện thoại người nộp',
  'applicant.email': 'thư điện tử người nộp',
  'applicant.address': 'nơi ở người nộp',
  'owner.name': 'tên chủ hồ sơ',
  'content': 'nội dung yêu cầu',
  'collectAt': 'nơi nhận kết quả',
  'fee': 'lệ phí',
} as const satisfies Record<CorrectableField, string>

/** What a day that is typed in is called in a sentence. */
export const enteredDays = {
  noticedOn: 'ngày thông báo',
  paidOn: 'ngày nộp',
  signedOn: 'ngày ký',
  issuedOn: 'ngày của kết quả',
  newDueOn: 'ngày hẹn lại',
} as const satisfies Record<EnteredDay, string>

/** What a field about a person or an organisation is called in a sentence. */
export const personFields = {
  name: 'họ và tên',
  personalNumber: 'số định danh',
  oldNumber: 'số chứng minh cũ',
  bornOn: 'ngày sinh',
  sex: 'giới tính',
  phone: 'điện thoại',
  email: 'thư điện tử',
  address: 'nơi ở',
  cardIssuedOn: 'ngày cấp thẻ',
  number: 'mã số',
  kind: 'loại tổ chức',
} as const satisfies Record<PersonField, string>

/** What a paper we print is called in a sentence. */
export const formNames = {
  receipt: 'giấy hẹn',
  guidance: 'phiếu hướng dẫn',
  refusal: 'phiếu từ chối',
  'supplement-request': 'phiếu yêu cầu bổ sung',
  apology: 'văn bản xin lỗi, gia hạn',
  'stop-notice': 'thông báo dừng giải quyết',
  'control-sheet': 'phiếu kiểm soát',
  'return-slip': 'giấy biên nhận trả kết quả',
  'fee-receipt': 'biên lai thu lệ phí',
  'cover-sheet': 'tờ bìa quét',
  'paper-covers': 'tờ bìa quét của từng giấy',
} as const satisfies Record<FormName, string>
