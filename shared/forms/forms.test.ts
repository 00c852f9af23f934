import { expect, test } from 'vitest'
import { DOSSIER_FORMS } from '../dossiers/act-bodies.ts'
import { FORMS, getForm } from './forms.ts'

test('the forms are listed by name, each with the number of the circular', () => {
  expect(FORMS.map(({ name, number }) => [name, number])).toEqual([
    ['apology', '04'], ['book-closing', null], ['certification-refusal', null], ['certification-slip', null], ['certification-words', null], ['control-sheet', '06'], ['cover-sheet', null], ['day-close', null],
    ['dossier-register', '07'], ['fee-receipt', null], ['guidance', '02'], ['hand-over-list', null], ['receipt', '01'], ['refusal', '03'], ['register', null], ['return-slip', null],
    ['shelf-label', null], ['stop-notice', '05'], ['supplement-request', '02'],
  ])
})

test('every form whose printing is an act can be printed', () => {
  expect(DOSSIER_FORMS.map(name => getForm(name).name)).toEqual([...DOSSIER_FORMS])
})

test('every title is composed Vietnamese', () => {
  for (const { title } of FORMS) expect(title).toBe(title.normalize('NFC'))
})
