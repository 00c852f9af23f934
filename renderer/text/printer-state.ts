import type { Problem } from '../../shared/base/result.ts'

/** The printer in two or three words, for the places where a whole sentence does not fit. */
export function printerState(printer: { readonly name: string | null; readonly problem: Problem | null } | null): string {
  if (printer === null || printer.name === null) return 'Chưa chọn máy in'
  return printer.problem === null ? 'Sẵn sàng' : TROUBLES[printer.problem.code] ?? 'Cần xem lại'
}

const TROUBLES: Readonly<Record<string, string | undefined>> = {
  'printing/no-printer': 'Không thấy máy in',
  'printing/out-of-paper': 'Hết giấy',
  'printing/stopped': 'Đang tạm dừng',
}
