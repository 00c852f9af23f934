import type { Day } from '../../../shared/base/day.ts'
import { formatMoney } from '../../../shared/base/money.ts'
import { findCertified, fullFee, type CertifiedProcedure } from '../../../shared/certification/certified.ts'
import type { PageTariff } from '../../../shared/procedures/page-fee.ts'
import { moneyOf } from '../../parts/field-text.ts'
import { filledLines, type CertifyDraft, type LineDraft } from '../../state/certify-draft.ts'
import { certifyText as t } from '../../text/certify.ts'

/** What a line costs in full as it stands, and how that is counted; no amount while something is missing. */
export interface LineFee {
  readonly amount: number | undefined
  readonly how: string
  /** No tariff holds on this day: the amount is asked, never guessed (rule M2). */
  readonly isAsked: boolean
}

/** A count as typed: whole and at least one, with a limit no counter reaches. */
export function pagesOrCopies(text: string): number | undefined {
  return /^[1-9]\d{0,3}$/.test(text.trim()) ? Number(text.trim()) : undefined
}

/** What one line costs on a day (rule M2). */
export function lineFee(line: LineDraft, on: Day): LineFee {
  const [pages, copies] = [pagesOrCopies(line.pages), pagesOrCopies(line.copies)]
  const certified = line.procedure === null ? undefined : findCertified(line.procedure)
  if (certified === undefined || pages === undefined || copies === undefined) return { amount: undefined, how: '', isAsked: false }
  const full = fullFee(certified, on, pages, copies)
  if (!full.ok) return { amount: undefined, how: '', isAsked: false }
  if (full.value === undefined) return { amount: moneyOf(line.amount), how: '', isAsked: true }
  return { amount: full.value.amount, how: howCounted(certified, on, pages, copies, full.value.amount), isAsked: false }
}

/** What is taken of the person together; exempt is nothing (rule M3). */
export function totalOf(draft: CertifyDraft, on: Day): { readonly papers: number; readonly copies: number; readonly fee: number } {
  const lines = filledLines(draft)
  const sum = (of: (line: LineDraft) => number): number => lines.reduce((total, line) => total + of(line), 0)
  return {
    papers: lines.filter(({ procedure }) => procedure !== null).length,
    copies: sum(line => pagesOrCopies(line.copies) ?? 0),
    fee: draft.isExempt ? 0 : sum(line => lineFee(line, on).amount ?? 0),
  }
}

/** The rule in figures: `(2×2.000 + 14×1.000) × 2 bản`. */
function howCounted({ tariffs }: CertifiedProcedure, on: Day, pages: number, copies: number, amount: number): string {
  const tariff = tariffs.findLast(({ from, until }) => from <= on && (until === undefined || on <= until))
  return tariff?.pages === undefined ? t.eachPaper(formatMoney(amount)) : `${perCopy(tariff.pages, pages)} ${t.copiesTimes(copies)}`
}

function perCopy({ firstPages, perFirstPage, perLaterPage, atMostPerCopy }: PageTariff, pages: number): string {
  const first = Math.min(pages, firstPages)
  const later = pages - first
  if (first * perFirstPage + later * perLaterPage > atMostPerCopy) return t.atMost(figures(atMostPerCopy))
  const start = first === 1 ? figures(perFirstPage) : `${String(first)}×${figures(perFirstPage)}`
  return later === 0 ? start : `(${start} + ${String(later)}×${figures(perLaterPage)})`
}

function figures(amount: number): string {
  return formatMoney(amount).replace(' đ', '')
}
