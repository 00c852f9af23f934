/** What every form says about saving. */
export const saving = {
  failed: 'Chưa lưu được.',
  failedRest: (number: number | null) => number === null
    ? 'Những gì đã nhập vẫn còn trên màn. Bấm F9 lần nữa; vẫn không được thì gọi quản trị.'
    : `Những gì đã nhập vẫn còn trên màn. Bấm F9 lần nữa; vẫn không được thì gọi quản trị, đọc số ${String(number)}.`,
  again: 'Lưu lại',
  now: 'Đang lưu, chờ máy ghi xong.',
} as const
