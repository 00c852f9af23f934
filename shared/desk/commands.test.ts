import { Value } from 'typebox/value'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryOf } from '../../tests/builders/arbitrary-of-schema.ts'
import { momentOf } from '../../tests/builders/moment.ts'
import { pretendDevice } from '../../tests/builders/stamp.ts'
import { fold } from '../dossiers/fold.ts'
import { receive } from '../dossiers/receive.ts'
import { COMMANDS, findVerb } from './commands.ts'

test('every verb stands once, sorted, and is found by its name', () => {
  const names = COMMANDS.map(({ verb }) => verb)
  expect(names).toEqual([...new Set(names)].sort())
  expect(names.map(name => findVerb(name).ok)).toEqual(names.map(() => true))
})

test('a command nobody knows is a problem', () => {
  const unknown = ['', 'dossier/explode', 'toString', '__proto__', 'dossier/receive ']
  expect(unknown.map(findVerb)).toEqual(unknown.map(() => ({ ok: false, problem: { code: 'desk/unknown-command' } })))
})

test('no verb throws on any input its schema lets through, and what it writes folds', () => {
  for (const { verb } of COMMANDS) {
    const found = findVerb(verb)
    if (!found.ok) throw new Error(verb)
    const { input: schema, decide, subject } = found.value
    fc.assert(fc.property(arbitraryOf(schema), fc.constantFrom('1.000001', '1.000002', '2.000815'), (input, procedure) => {
      const likely = isVisit(input) ? { ...withoutDays(input), procedure, caseId: 'default' } : input
      if (!Value.Check(schema, likely)) return
      subject(likely)
      const decided = decide(likely, momentOf({ acts: begun.acts() }))
      if (!decided.ok || !verb.includes('dossier')) return
      const device = pretendDevice('desk-two')
      if (subject(likely) !== undefined) device.learn(begun.acts())
      device.write(decided.value, '2026-11-25T03:00:00.000Z')
      expect(fold(device.acts())).toMatchObject({ disputes: [] })
    }))
  }
})

interface Visit { readonly applicant: Readonly<Record<string, unknown>>; readonly owner?: unknown }

function isVisit(input: unknown): input is Visit {
  return typeof input === 'object' && input !== null && 'applicant' in input
}

/** Days made by chance hardly ever stand in the calendar, and everything behind them would go untested. */
function withoutDays({ owner: _, applicant: { bornOn: _b, cardIssuedOn: _c, ...applicant }, ...visit }: Visit): object {
  return { ...visit, applicant }
}

/** A dossier already received, for the verbs that need one. */
const begun = pretendDevice('desk-one')
begun.write(received(), '2026-11-25T02:00:00.000Z')

function received() {
  const here = { originals: 1, copies: 0, received: true }
  const decided = receive({
    procedure: '1.000001', caseId: 'default', channel: 'direct', collectAt: 'counter', setCount: 1,
    applicant: { name: 'Trần Thị Ẩm' }, papers: [{ id: 'p1', ...here }, { id: 'p2', ...here }],
  }, momentOf())
  if (!decided.ok) throw new Error(decided.problem.code)
  return decided.value
}
