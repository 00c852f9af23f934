import { expect, test } from 'vitest'
import { FORMS, getForm } from './forms.ts'

test('the forms are listed by name, each with the number of the circular', () => {
  expect(FORMS.map(({ name, number }) => [name, number])).toEqual([['guidance', '02'], ['receipt', '01'], ['refusal', '03']])
  expect(FORMS.map(form => getForm(form.name))).toEqual(FORMS)
})

test('every title is composed Vietnamese', () => {
  for (const { title } of FORMS) expect(title).toBe(title.normalize('NFC'))
})
