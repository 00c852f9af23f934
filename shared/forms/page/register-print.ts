import { dayOfInstant, formatDay, type Day } from '../../base/day.ts'
import { html, type Html } from '../../base/html.ts'
import { numberInWords } from '../../base/money.ts'
import type { Cell, Table } from '../../base/table.ts'
import type { Form, PrintMoment } from '../form.ts'
import type { Head } from './heading.ts'
import { signatures } from './signatures.ts'

/** What is printed of a register or a report: its rows, the days they are of, and what else must be said of them. */
export interface RegisterPrint {
  readonly table: Table
  readonly period: { readonly from: Day; readonly until: Day } | null
  /** How the rows were chosen, in words; empty where all are there. */
  readonly filter: string
  /** Sums under the rows, where the register has any. */
  readonly totals?: readonly Cell[]
  /** What is counted in the closing statement: `hồ sơ`, `số chứng thực`; none where rows are no entries. */
  readonly counted?: string
}

/** `SO|31186|2026-11-01|2026-11-30|…`: what it is, unit, days, how many rows, form, system and when it was printed. */
export function registerHead(form: Pick<Form<string>, 'title'>, { table, period }: RegisterPrint, print: PrintMoment): Head {
  const on = dayOfInstant(print.printedAt)
  const parts = ['SO', print.office.unit, period?.from ?? '', period?.until ?? '', String(table.rows.length), form.title, print.systemName, on]
  return { qr: parts.join(print.qrPattern.separator), code: undefined, on }
}

/** Unit, period and filter under the title. */
export function registerLines({ period, filter }: RegisterPrint, { office }: PrintMoment): readonly string[] {
  return [
    `Đơn vị: ${office.unitName}`,
    period === null ? '' : period.from === period.until ? `Ngày ${formatDay(period.from)}` : `Từ ngày ${formatDay(period.from)} đến ngày ${formatDay(period.until)}`,
    filter,
  ].filter(line => line !== '')
}

/** The statement that closes the print: how many entries, in figures and in words, and who signs. */
export function registerClosing({ table: { rows }, counted }: RegisterPrint, print: PrintMoment): Html {
  const count = rows.length
  return html`${counted !== undefined && html`<p>${count === 0
    ? `Trong kỳ không có ${counted} nào.`
    : `Bản in này có ${String(count)} ${counted} (bằng chữ: ${numberInWords(count)}), số thứ tự từ 1 đến ${String(count)}.`}</p>`}
${signatures([{ role: 'Người lập', name: print.clerkName }, { role: print.signer?.title ?? 'Thủ trưởng đơn vị', name: print.signer?.name ?? '' }])}`
}
