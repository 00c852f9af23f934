import type { Form } from '../form.ts'
import type { FeePaid } from './fee-paid.ts'
import { layoutFeeReceipt } from './layout.ts'

/** The receipt for a fee (biên lai thu phí, lệ phí), rules M1, M3; its number comes from a stock of blanks. */
export const feeReceipt: Form<'fee-receipt', FeePaid> & { readonly landscape: true } = {
  name: 'fee-receipt',
  number: null,
  title: 'Biên lai thu phí, lệ phí',
  landscape: true,
  layout: (paid, print) => layoutFeeReceipt(feeReceipt, paid, print),
}
