import { apologyList } from './apology-list.ts'
import { certificationBooks } from './certification-book.ts'
import { dossierRegister } from './dossier-register.ts'
import { feeBook } from './fee-book.ts'
import { handOverBook } from './hand-over-book.ts'
import { originalBookCopies } from './original-book-copies.ts'
import { receiptStock } from './receipt-stock.ts'
import { refusalList } from './refusal-list.ts'
import type { Register } from './register.ts'
import { supplementList } from './supplement-list.ts'

/** Every book and list we keep. */
export const REGISTERS: readonly Register[] = [
  apologyList, ...certificationBooks, dossierRegister, feeBook, handOverBook, originalBookCopies, receiptStock, refusalList, supplementList,
]

/** The register that has this name. */
export function getRegister(name: string): Register | undefined {
  return REGISTERS.find(register => register.name === name)
}
