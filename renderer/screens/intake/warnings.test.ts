import { expect, test } from 'vitest'
import { emptyDraft, type IntakeDraft, type PersonDraft } from '../../state/intake-draft.ts'
import { findWarnings, openWarnings } from './warnings.ts'

function draftOf(applicant: Partial<PersonDraft>, more: Partial<IntakeDraft> = {}): IntakeDraft {
  const draft = emptyDraft('draft:1')
  return { ...draft, ...more, applicant: { ...draft.applicant, ...applicant } }
}

test('a birth year that differs from the number is worth a look and names both years', () => {
  const draft = draftOf({ personalNumber: '092 085 000 123', bornOn: '15/03/1986', sex: 'male' }, { sources: { bornOn: 'card' } })
  expect(findWarnings(draft, '2026-11-20')).toEqual([{
    id: 'year:1986/092085000123', fields: ['personalNumber', 'bornOn'], kind: 'year-differs', typedYear: 1986, numberYear: 1985, isFromCard: true,
  }])
})

test('a warning the clerk has seen stays quiet until one of its values changes', () => {
  const draft = draftOf({ personalNumber: '092085000123', bornOn: '15/03/1986' }, { seenWarnings: ['year:1986/092085000123'] })
  expect(openWarnings(draft, '2026-11-20')).toEqual([])
  expect(openWarnings({ ...draft, applicant: { ...draft.applicant, bornOn: '15/03/1987' } }, '2026-11-20')).toHaveLength(1)
})

test('a number that agrees, an empty form and a phone from abroad raise nothing', () => {
  expect(findWarnings(draftOf({ personalNumber: '092085000123', bornOn: '15/03/1985', sex: 'male', phone: '0900 000 123' }), '2026-11-20')).toEqual([])
  expect(findWarnings(draftOf({}), '2026-11-20')).toEqual([])
  expect(findWarnings(draftOf({ phone: '+84900000123' }), '2026-11-20')).toEqual([])
})

test('odd numbers, impossible days and days to come are each told beside their field', () => {
  const kinds = (applicant: Partial<PersonDraft>) => findWarnings(draftOf(applicant), '2026-11-20').map(warning => warning.kind)
  expect(kinds({ personalNumber: '12345' })).toEqual(['number-odd'])
  expect(kinds({ personalNumber: 'ABC' })).toEqual(['number-odd'])
  expect(kinds({ personalNumber: '361234567' })).toEqual(['number-old'])
  expect(kinds({ bornOn: '30/02/1986' })).toEqual(['date-odd'])
  expect(kinds({ bornOn: '21/11/2026' })).toEqual(['date-ahead'])
  expect(kinds({ phone: '123' })).toEqual(['phone-odd'])
})
