import { formatDay, isDay, parseDay } from '../../../shared/base/day.ts'
import { formatMoney } from '../../../shared/base/money.ts'
import { failure, success, type Problem, type Result } from '../../../shared/base/result.ts'
import type { CorrectInput } from '../../../shared/dossiers/correct.ts'
import type { CorrectableField, DossierFee } from '../../../shared/dossiers/dossier.ts'
import { moneyOf, showPersonalNumber, showPhone } from '../../parts/field-text.ts'
import { dossierText as t } from '../../text/dossier.ts'

/** A field's value as a person reads it: numbers in threes, days as days, an empty one said in words. */
export function showValue(field: CorrectableField, value: unknown): string {
  if (field === 'fee') return isFee(value) ? showFee(value) : t.blank
  if (typeof value !== 'string' || value === '') return t.blank
  switch (field) {
    case 'applicant.personalNumber': return showPersonalNumber(value)
    case 'applicant.phone': return showPhone(value)
    case 'applicant.bornOn': return isDay(value) ? formatDay(value) : value
    case 'applicant.sex': return value === 'male' || value === 'female' ? t.sexes[value] : value
    case 'collectAt': return value === 'counter' || value === 'post' ? t.collectAt[value] : value
    default: return value
  }
}

/** The text a field is begun with when it is corrected. */
export function editValue(field: CorrectableField, value: unknown): string {
  if (field === 'fee') return isFee(value) ? formatMoney(value.amount).replace(/\D+$/, '') : ''
  if (typeof value !== 'string') return ''
  return field === 'applicant.sex' || field === 'collectAt' ? value : showValue(field, value)
}

/** What a correction asks for, from what was typed. Problem: `dossier/value-impossible`. */
export function readValue(field: CorrectableField, typed: string, ground: string, fee: DossierFee | undefined): Result<CorrectInput['to'], ValueProblem> {
  if (field === 'fee') {
    const amount = moneyOf(typed)
    if (amount === undefined) return failure({ code: 'dossier/value-impossible', field })
    return success({ amount, basis: fee?.basis ?? '', ...(ground.trim() === '' ? {} : { exemptionGround: ground }) })
  }
  if (typed.trim() === '') return success(null)
  if (field !== 'applicant.bornOn') return success(typed)
  const on = parseDay(typed)
  return on === undefined ? failure({ code: 'dossier/value-impossible', field }) : success(on)
}

export interface ValueProblem extends Problem {
  readonly code: 'dossier/value-impossible'
  readonly field: CorrectableField
}

function showFee({ amount, exemptionGround }: DossierFee): string {
  const money = amount === 0 ? t.free : formatMoney(amount)
  return exemptionGround === undefined ? money : `${money}${t.because(exemptionGround)}`
}

function isFee(value: unknown): value is DossierFee {
  return typeof value === 'object' && value !== null && 'amount' in value && Number.isSafeInteger(value.amount) && Number(value.amount) >= 0
}
