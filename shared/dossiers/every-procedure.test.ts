import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { momentOf } from '../../tests/builders/moment.ts'
import { pretendDevice } from '../../tests/builders/stamp.ts'
import { assembleCatalogue } from '../procedures/assemble-catalogue.ts'
import { chooseCase } from './choose-case.ts'
import { fold } from './fold.ts'
import { giveGuidance } from './give-guidance.ts'
import { receive } from './receive.ts'
import { refuse } from './refuse.ts'

const FOLDER = join(import.meta.dirname, '..', 'procedures', 'catalogue')
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.json'))
const assembled = assembleCatalogue(files.map(name => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as unknown))
if (!assembled.ok) throw new Error(assembled.problem.code)
const catalogue = assembled.value
const moment = momentOf({ catalogue })

const choices = catalogue.procedures.flatMap(({ code, cases }) =>
  cases.flatMap(({ id }) => (['direct', 'online', 'post'] as const).map(channel => ({ procedure: code, caseId: id, channel, applicant: { name: 'An' } }))))

test('L1 every case of every published procedure can be received in every way, and what was received folds', () => {
  const failed = choices.flatMap((choice): readonly unknown[] => {
    const chosen = chooseCase(catalogue, choice)
    if (!chosen.ok) return [chosen.problem]
    const decided = receive({
      ...choice, papers: chosen.value.papers.map(({ id }) => ({ id, originals: 0, copies: 0, received: true })), setCount: 1, collectAt: 'counter',
      limit: { count: 5, unit: 'working-days' }, fee: { amount: 100_000_000, copies: [{ pageCount: 1, copyCount: 1 }] },
    }, moment)
    if (!decided.ok) return [{ ...decided.problem, procedure: choice.procedure }]
    const dossier = fold(pretendDevice('desk-one').write(decided.value, moment.at))
    return dossier?.papers.length === chosen.value.papers.length && dossier.disputes.length === 0 ? [] : [choice]
  })
  expect(failed).toEqual([])
  expect(choices.length).toBeGreaterThan(324 * 3)
})

test('L2, L3 every case can be answered with guidance or a refusal as well', () => {
  const failed = choices.filter(({ channel }) => channel === 'direct').flatMap(choice =>
    [giveGuidance({ ...choice, missingPapers: ['Tờ khai'] }, moment), refuse({ ...choice, reason: 'Không thuộc thẩm quyền' }, moment)].filter(decided =>
      !decided.ok || fold(pretendDevice('desk-one').write(decided.value, moment.at)) === undefined))
  expect(failed).toEqual([])
})
