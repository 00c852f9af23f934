import { nextReceiptSentence, type NextReceipt } from '../../../parts/next-receipt.ts'
import type { StepField } from './step.ts'

/** Which number the money will stand on, where the desk draws it. */
export function receiptSaid(receipt: NextReceipt | null): readonly StepField[] {
  const label = nextReceiptSentence(receipt)
  return label === undefined ? [] : [{ name: 'receipt-next', kind: 'say', label }]
}
