import { expect, test } from 'vitest'
import { FORMS, getForm } from './forms.ts'

test('the forms are listed by name, each with the number of the circular', () => {
  expect(FORMS.map(({ name, number }) => [name, number])).toEqual([['cover-sheet', null], ['day-close', null], ['guidance', '02'], ['receipt', '01'], ['refusal', '03']])
  const ofDossiers = FORMS.filter(form => form.name !== 'day-close' && form.name !== 'cover-sheet')
  expect(ofDossiers.map(form => getForm(form.name))).toEqual(ofDossiers)
})

test('every title is composed Vietnamese', () => {
  for (const { title } of FORMS) expect(title).toBe(title.normalize('NFC'))
})
