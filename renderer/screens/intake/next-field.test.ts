import { expect, test } from 'vitest'
import { emptyDraft, type IntakeDraft } from '../../state/intake-draft.ts'
import { caseOf, paperOf } from './case-of.fixture.ts'
import { firstNeed } from './needs.ts'
import { fieldStops, isPartDone, nextField, partField, previousField } from './next-field.ts'
import { papersFor, withEnter } from './paper-state.ts'

const TODAY = '2026-11-20'
const view = caseOf({
  cases: [{ id: 'first', name: 'Cấp lần đầu' }, { id: 'again', name: 'Cấp lại' }],
  papers: [paperOf('a', 'always'), paperOf('b', 'sometimes'), paperOf('c', 'always'), paperOf('d', 'present')],
})
const known: IntakeDraft = {
  ...emptyDraft('draft:1'),
  applicant: { name: 'NGUYỄN VĂN A', personalNumber: '092 085 000 123', bornOn: '15/03/1985', sex: 'male', phone: '0900 000 123', email: '', address: '12 đường Số 1' },
}
const chosen: IntakeDraft = { ...known, procedureCode: view.procedureCode, papers: papersFor(view) }

test('after the card of a known person the cursor goes straight to the procedure', () => {
  expect(nextField(fieldStops(known, undefined, TODAY), undefined)).toBe('procedure')
})

test('a person with four papers takes one Enter for the case and one for each paper that must be handed in', () => {
  let draft = chosen
  const walked: string[] = []
  for (let at = nextField(fieldStops(draft, view, TODAY), 'procedure'); at !== 'main'; at = nextField(fieldStops(draft, view, TODAY), at)) {
    walked.push(at)
    draft = at === 'case' ? { ...draft, caseId: 'first' } : { ...draft, papers: draft.papers.map(row => `paper:${row.key}` === at ? withEnter(row) : row) }
  }
  expect(walked).toEqual(['case', 'paper:a', 'paper:c'])
})

test('Enter stops where a warning is open and passes once the clerk has seen it', () => {
  const doubted = { ...known, applicant: { ...known.applicant, bornOn: '15/03/1986' } }
  expect(nextField(fieldStops(doubted, undefined, TODAY), 'name')).toBe('personalNumber')
  expect(nextField(fieldStops({ ...doubted, seenWarnings: ['year:1986/092085000123'] }, undefined, TODAY), 'name')).toBe('procedure')
})

test('Shift+Enter goes back also to what is filled', () => {
  const stops = fieldStops(chosen, view, TODAY)
  expect(previousField(stops, 'procedure')).toBe('forWhom')
  expect(previousField(stops, 'name')).toBe('name')
  expect(previousField(stops, 'main')).toBe('collectAt')
})

test('Ctrl with a number goes to what is still empty in that part', () => {
  const stops = fieldStops(chosen, view, TODAY)
  expect([1, 2, 3, 4].map(part => partField(stops, part as 1 | 2 | 3 | 4))).toEqual(['name', 'case', 'paper:a', 'exempt'].with(3, 'collectAt'))
  expect(isPartDone(stops, 1)).toBe(true)
  expect(isPartDone(stops, 3)).toBe(false)
})

test('what blocks is told one at a time, in the order of the screen', () => {
  const whats = (draft: IntakeDraft) => firstNeed(draft, draft.procedureCode === null ? undefined : view, false)?.what
  expect(whats(emptyDraft('draft:2'))).toBe('name')
  expect(whats(known)).toBe('procedure')
  expect(whats({ ...known, onBehalf: true })).toBe('owner')
  expect(whats(chosen)).toBe('missing')
  expect(whats({ ...chosen, receiveIncomplete: true })).toBeUndefined()
  expect(whats({ ...chosen, outcome: 'refuse' })).toBe('refusal')
  expect(firstNeed(chosen, view, true)?.what).toBe('clock')
})

test('a limit or fee the catalogue leaves unclear is asked, never guessed', () => {
  const unclear = caseOf({ papers: [], limit: { kind: 'asked', words: '3', figure: '3' }, fee: { kind: 'asked', words: 'Theo HĐND' } })
  const draft = { ...known, procedureCode: unclear.procedureCode }
  expect(firstNeed(draft, unclear, false)).toEqual({ field: 'limitUnit', what: 'limit' })
  const limited = { ...draft, limit: { count: '3', unit: 'working-days' } } as const
  expect(firstNeed(limited, unclear, false)).toEqual({ field: 'feeAmount', what: 'fee' })
  expect(firstNeed({ ...limited, fee: { ...draft.fee, amount: '0' } }, unclear, false)).toBeUndefined()
  expect(firstNeed({ ...limited, fee: { ...draft.fee, exempt: true } }, unclear, false)?.what).toBe('exemption')
})
