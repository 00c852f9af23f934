/** The one sentence after a bug of the window. */
export const calm = {
  title: 'Màn này vừa gặp trục trặc.',
  rest: (number: number | null) => number === null
    ? 'Mọi hồ sơ đã lưu vẫn nằm chắc trên máy này, hồ sơ nhập dở cũng đã giữ. Bấm Enter để mở lại màn.'
    : `Mọi hồ sơ đã lưu vẫn nằm chắc trên máy này, hồ sơ nhập dở cũng đã giữ. Bấm Enter để mở lại màn; vẫn vậy thì gọi quản trị, đọc số ${String(number)}.`,
  again: 'Mở lại màn',
} as const
