/** Pages of papers. */
export const pagesText = {
  page: (paperName: string, number: number, count: number) => `${paperName}, trang ${String(number)} trong ${String(count)}`,
} as const
