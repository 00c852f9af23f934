import type { FeeReceipt } from '../../stocks/act-bodies.ts'

/** Money taken for a dossier or a certification, and the blank its receipt is written on. */
export interface FeePaid {
  readonly blank: ReceiptBlank
  readonly payer: { readonly name: string; readonly address?: string; readonly number?: string }
  readonly dossierCode?: string
  readonly procedureCode?: string
  readonly feeName: string
  /** Whole đồng. */
  readonly amount: number
  readonly exemptionGround?: string
  readonly method: 'cash' | 'transfer'
  /** UTC, ms. */
  readonly paidAt: string
}

/** A numbered blank of the stock: what the tax office printed or registered (mẫu số, ký hiệu, số). */
export interface ReceiptBlank {
  readonly form: string
  readonly symbol: string
  readonly number: string
  /** The collecting agency's tax number, where it has one. */
  readonly taxNumber?: string
}

/** The three copies of a receipt (3 liên), as they are printed unless the city has set others. */
export const RECEIPT_PARTS = ['Liên 1: Báo soát', 'Liên 2: Giao cho người nộp tiền', 'Liên 3: Lưu'] as const

/** The blank a receipt was drawn on; of a loose one only the typed number is known, and what is printed on it already is left to it. */
export function blankOf(receipt: FeeReceipt | undefined, typedNumber = ''): ReceiptBlank {
  if (receipt === undefined) return { form: '', symbol: '', number: typedNumber }
  const { form, symbol, printed, taxNumber } = receipt
  return { form, symbol, number: printed, ...(taxNumber !== undefined && { taxNumber }) }
}
