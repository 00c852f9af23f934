import { formatCount } from './format.ts'

/** Bands: a state of the whole machine, under the top bar on every screen, until it is over. Title, then what is safe and what to do. */
export interface BandWords {
  readonly title: string
  readonly rest: string
}

export const bands = {
  label: 'Tình trạng máy này',
  training: 'Đang tập huấn. Dân giả, hồ sơ giả, không vào sổ thật.',
  leaveTraining: 'Thôi tập huấn',
  metAtStart: 'Lúc mở chương trình có điều phải xem lại.',
  diskLow: (free: string, drive: string): BandWords => ({
    title: `Ổ đĩa ${drive} sắp đầy, còn ${free}.`,
    rest: 'Vẫn nhận hồ sơ được. Nhờ quản trị dọn bớt tệp khác trên ổ đĩa này.',
  }),
  diskVeryLow: (free: string, drive: string): BandWords => ({
    title: `Ổ đĩa ${drive} gần đầy, chỉ còn ${free}. Tạm không nhận hồ sơ mới.`,
    rest: 'Hồ sơ đã lưu vẫn còn đủ, việc dở vẫn làm tiếp được. Nhờ quản trị dọn bớt tệp khác rồi nhận tiếp.',
  }),
  diskFull: (drive: string): BandWords => ({
    title: `Ổ đĩa ${drive} đầy. Chưa lưu được hồ sơ mới.`,
    rest: 'Hồ sơ cũ vẫn còn đủ, vẫn xem và in được. Gọi quản trị dọn bớt tệp khác trên ổ đĩa này.',
  }),
  clockBehind: (today: string, newest: string): BandWords => ({
    title: `Đồng hồ máy sai: máy ghi ${today}, sổ đã có việc ngày ${newest}.`,
    rest: 'Sửa ngày giờ trước khi nhận hồ sơ, để ngày hẹn trả khỏi sai.',
  }),
  clockDrift: (minutes: number): BandWords => ({
    title: `Đồng hồ máy lệch ${formatCount(minutes)} phút so với thành phố.`,
    rest: 'Vẫn nhận hồ sơ được. Sửa giờ của máy cho đúng, để giờ nhận và ngày hẹn trả khỏi sai.',
  }),
  noRange: {
    title: 'Máy này là bản chép hoặc phục hồi, chờ thành phố cấp khoảng số mới.',
    rest: 'Hồ sơ đã có vẫn còn đủ, xem và in được. Có mạng thì máy tự xin số; trước đó sang quầy khác nhận.',
  } satisfies BandWords,
  unsent: (days: number, dossiers: number): BandWords => ({
    title: `${formatCount(days)} ngày chưa gửi được về thành phố.`,
    rest: `${formatCount(dossiers)} hồ sơ vẫn nằm chắc ở đây. Xem đường mạng, hoặc gọi quản trị thành phố hôm nay.`,
  }),
  readOnly: (device: string, line: string): BandWords => ({
    title: `Sổ của máy này hỏng từ dòng ${line} (máy ${device}), nên chỉ xem.`,
    rest: 'Mọi hồ sơ trước dòng đó vẫn còn đủ, xem và in được. Chưa nhận hồ sơ mới ở máy này; gọi quản trị, đọc số dòng trên.',
  }),
  damaged: {
    title: 'Soát lại sổ cũ thấy có dòng hỏng.',
    rest: 'Hồ sơ mới vẫn lưu được. Gọi quản trị trước khi kết ngày.',
  } satisfies BandWords,
  secondCopyMissing: (folder: string): BandWords => ({
    title: `Không thấy thư mục của bản thứ hai: ${folder}.`,
    rest: 'Hồ sơ vẫn nằm chắc trên máy này, nhưng chỉ có một bản. Cắm lại ổ đĩa đó, hoặc chọn thư mục khác ở Thiết lập.',
  }),
} as const
