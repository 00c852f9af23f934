import { expect, test } from 'vitest'
import { emptyDraft } from '../../state/intake-draft.ts'
import { withCard } from './take-card.ts'

const card = {
  personalNumber: '092085000123', oldNumber: null, name: 'NGUYỄN VĂN A', bornOn: '1985-03-15', sex: 'male', address: null, issuedOn: null,
} as const

test('a card fills the person and says that it did', () => {
  expect(withCard(emptyDraft('draft:1'), card, '2026-11-20T03:43:00.000Z')).toEqual({
    applicant: { name: 'NGUYỄN VĂN A', personalNumber: '092 085 000 123', bornOn: '15/03/1985', sex: 'male', phone: '', email: '', address: '' },
    sources: { name: 'card', personalNumber: 'card', bornOn: 'card', sex: 'card' },
    cardReadAt: '2026-11-20T03:43:00.000Z',
  })
})

test('the card of the same person keeps what was typed besides; of another one, nothing of the first stays', () => {
  const draft = { ...emptyDraft('draft:1'), applicant: { ...emptyDraft('x').applicant, personalNumber: '092085000123', phone: '0900 000 123' } }
  expect(withCard(draft, card, null).applicant?.phone).toBe('0900 000 123')
  expect(withCard({ ...draft, applicant: { ...draft.applicant, personalNumber: '092 085 000 999' } }, card, null).applicant?.phone).toBe('')
})
