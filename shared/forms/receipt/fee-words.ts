import { NAMED_BY_CLERK } from '../../dossiers/decide-fee.ts'
import { formatMoney, moneyInWords } from '../../base/money.ts'
import type { DossierFee } from '../../dossiers/dossier.ts'
import { capitalise } from '../page/words.ts'

/** The fee in figures and in words (rule M1), with the ground of an exemption (rule M3) and what the amount rests on. */
export function feeWords({ amount, exemptionGround, basis }: DossierFee): string {
  const money = amount === 0 ? 'miễn phí' : `${formatMoney(amount)} (bằng chữ: ${capitalise(moneyInWords(amount))})`
  const ground = exemptionGround === undefined ? '' : `; ${amount === 0 ? 'miễn' : 'giảm'} theo: ${exemptionGround}`
  return `${money}${ground}${basisWords(basis)}`
}

/** The catalogue sets none, so the person who named the sum stands for it. */
function basisWords(basis: string): string {
  if (basis === '') return ''
  return basis === NAMED_BY_CLERK ? '; mức thu do người tiếp nhận ghi' : `; căn cứ: ${basis}`
}
