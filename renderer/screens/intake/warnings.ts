import { parseDay, type Day } from '../../../shared/base/day.ts'
import { checkPersonalNumber } from '../../../shared/people/personal-number.ts'
import { barePersonalNumber, barePhone } from '../../parts/field-text.ts'
import type { IntakeDraft, PersonDraft, PersonFieldName } from '../../state/intake-draft.ts'

/** Something worth a second look beside its fields; it never blocks saving. */
export type IntakeWarning = { readonly id: string; readonly fields: readonly PersonFieldName[] } & (
  | { readonly kind: 'year-differs'; readonly typedYear: number; readonly numberYear: number; readonly isFromCard: boolean }
  | { readonly kind: 'sex-differs'; readonly numberSex: 'male' | 'female' }
  | { readonly kind: 'number-odd' | 'number-old' | 'date-odd' | 'date-ahead' | 'phone-odd' }
)

/**
 * What looks odd about the person as typed. The id holds the values, so that a warning the clerk
 * has seen comes back when one of them changes.
 */
export function findWarnings(draft: IntakeDraft, today: Day | undefined): readonly IntakeWarning[] {
  const { applicant } = draft
  return [...numberWarnings(draft), ...dateWarnings(applicant, today), ...phoneWarnings(applicant)]
}

/** The warnings nobody has answered yet. */
export function openWarnings(draft: IntakeDraft, today: Day | undefined): readonly IntakeWarning[] {
  return findWarnings(draft, today).filter(warning => !draft.seenWarnings.includes(warning.id))
}

function numberWarnings({ applicant, sources }: IntakeDraft): readonly IntakeWarning[] {
  const number = barePersonalNumber(applicant.personalNumber)
  if (number === '') return []
  if (/^\d{9}$/.test(number)) return [{ id: `old:${number}`, fields: ['personalNumber'], kind: 'number-old' }]
  const sex = applicant.sex === 'male' || applicant.sex === 'female' ? applicant.sex : undefined
  return checkPersonalNumber(number, { bornOn: parseDay(applicant.bornOn), sex }).map((warning): IntakeWarning => {
    switch (warning.code) {
      case 'personal-number/year-differs':
        return {
          id: `year:${String(warning.cardYear)}/${number}`, fields: ['personalNumber', 'bornOn'], kind: 'year-differs',
          typedYear: warning.cardYear, numberYear: warning.numberYear, isFromCard: sources.bornOn === 'card',
        }
      case 'personal-number/sex-differs':
        return { id: `sex:${warning.cardSex}/${number}`, fields: ['personalNumber', 'sex'], kind: 'sex-differs', numberSex: warning.numberSex }
      case 'personal-number/length':
      case 'personal-number/not-digits':
      case 'personal-number/province-unknown':
        return { id: `number:${number}`, fields: ['personalNumber'], kind: 'number-odd' }
    }
  })
}

function dateWarnings({ bornOn }: PersonDraft, today: Day | undefined): readonly IntakeWarning[] {
  if (bornOn.trim() === '') return []
  const on = parseDay(bornOn)
  if (on === undefined) return [{ id: `date:${bornOn.trim()}`, fields: ['bornOn'], kind: 'date-odd' }]
  return today !== undefined && on > today ? [{ id: `ahead:${on}`, fields: ['bornOn'], kind: 'date-ahead' }] : []
}

function phoneWarnings({ phone }: PersonDraft): readonly IntakeWarning[] {
  const bare = barePhone(phone)
  if (bare === '' || /^0\d{9}$/.test(bare) || /^\+\d{8,15}$/.test(bare)) return []
  return [{ id: `phone:${bare}`, fields: ['phone'], kind: 'phone-odd' }]
}
