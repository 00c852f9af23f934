import type { KnownActOf, ProgressKind } from '../../../shared/dossiers/known-act.ts'
import type { FeeTaken } from '../../../shared/dossiers/progress-parts.ts'
import type { BlankOf, FeeReceipt } from '../../../shared/stocks/act-bodies.ts'
import { printedNumber } from '../../../shared/stocks/stock.ts'
import { progressEvents as words } from '../../text/progress.ts'

/** What one act of the later life did, and the reason written with it. */
export function tellProgress({ kind, body }: KnownActOf<ProgressKind>): { readonly what: string; readonly why?: string | undefined } {
  switch (kind) {
    case 'dossier/apologised':
      return { what: words.apologised(body.previousDueOn, body.due.dueOn), why: body.reason }
    case 'dossier/delay-explained':
      return { what: words.delayExplained, why: body.reason }
    case 'dossier/fee-collected':
      return { what: feeWords(body) }
    case 'dossier/fee-receipt-voided':
      return { what: voidedWords(body.voided, body.receipt) + words.feeGivenBack(body.givenBack ?? 0), why: body.reason }
    case 'dossier/forwarded':
      return { what: words.forwarded(body.to.name, body.isLate), why: body.note }
    case 'dossier/part-resolved':
      return { what: words.partResolved(body.results.map(({ name, number }) => `${name} số ${number}`).join('; ')) }
    case 'dossier/parts-signed':
      return { what: words.partsSigned(body.results.map(({ name }) => name).join('; '), body.signedOn) }
    case 'dossier/payment-recorded':
      return { what: words.paymentRecorded(body.amount, body.due.dueOn), why: body.proof }
    case 'dossier/payment-requested':
      return { what: words.paymentRequested(body.noticeNumber, body.amount) }
    case 'dossier/resolved':
      return { what: words.resolved(body.results.length) }
    case 'dossier/result-returned':
      return { what: [body.collectedBy === 'post' ? words.posted(body.name) : words.returned(body.name), ...(body.fee ? [feeWords(body.fee)] : [])].join(', ') }
    case 'dossier/results-numbered':
      return { what: words.numbered(body.numbers.map(({ number }) => number).join('; ')) }
    case 'dossier/sent-back':
      return { what: words.sentBack, why: body.reason }
    case 'dossier/signed':
      return { what: words.signed(body.signedOn) }
    case 'dossier/stopped':
      return { what: body.as === 'stop' ? words.stopped : words.refusedAfterAppraisal, why: body.reason }
    case 'dossier/submitted-for-signature':
      return { what: words.submitted(body.to.name) }
    case 'dossier/supplement-requested':
      return { what: words.supplementRequested(body.count, body.papers.join('; ')), why: body.reason }
    case 'dossier/supplemented':
      return { what: words.supplemented(body.due.dueOn), why: body.note }
    case 'dossier/withdrawn':
      return { what: words.withdrawn(body.requestedBy), why: body.request }
  }
}

function feeWords({ amount, receipt, receiptNumber }: FeeTaken): string {
  return words.feeCollected(amount, receipt === undefined ? receiptNumber : receiptName(receipt))
}

/** A line that does not say how the number is printed has it as wide as the one that took its place. */
function voidedWords({ number, printed }: BlankOf, instead: FeeReceipt | undefined): string {
  return words.feeReceiptVoided(printed ?? printedNumber(number, instead?.printed.length ?? 0), instead && receiptName(instead))
}

function receiptName({ symbol, printed }: FeeReceipt): string {
  return `${symbol} số ${printed}`
}
