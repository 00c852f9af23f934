import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matches } from '../../shared/dossiers/search-text.ts'
import { searchIndex, type SearchEntry } from './search-index.ts'
import { FACETS, type DaySpan, type Facet, type FacetChoice, type Found, type SearchFilter, type SearchQuestion } from './search-question.ts'

/** Few letters, so that words meet as parts of words, and digits for the ends of codes. */
const word = fc.string({ unit: fc.constantFrom('a', 'n', 'g', '0', '1', '-'), minLength: 1, maxLength: 3 })
const digits = fc.constantFrom('0001', '0010', '10001')
const text = fc.array(fc.oneof(word, digits.map(end => `h13-${end}`), digits), { maxLength: 5 }).map(words => words.join(' '))
const value = fc.constantFrom('x', 'y', 'z')
const day = fc.constantFrom('2025-12-31', '2026-11-19', '2026-11-20', '2026-12-01')

/** More than a word of the place sets holds, no two of one instant. */
const entry: fc.Arbitrary<SearchEntry> = fc.record({
  number: fc.nat({ max: 80 }), text, isOpen: fc.boolean(), receivedOn: day, dueOn: fc.option(day),
  facets: fc.record({ state: value, field: value, procedure: value, holder: value, channel: value }),
}).map(({ number, ...told }) => ({ ...told, subject: `dossier:${String(number * 37 % 81)}`, receivedAt: `2026-11-20T03:00:${String(number).padStart(2, '0')}.000Z` }))

const span: fc.Arbitrary<DaySpan> = fc.record({ from: day, until: day }, { requiredKeys: [] })
const filter: fc.Arbitrary<SearchFilter> = fc.record({
  state: fc.constantFrom('x', 'y', 'never seen'), field: value, procedure: value, holder: value, channel: value, person: fc.constantFrom('0001', '10001', 'an'),
  received: span, due: fc.oneof(fc.constant('none' as const), fc.tuple(span, fc.boolean()).map(([of, isOpen]) => ({ ...of, isOpen }))),
}, { requiredKeys: [] })
const question: fc.Arbitrary<SearchQuestion> = fc.record({
  words: fc.oneof(fc.array(word, { maxLength: 3 }), digits.map(end => [end])), filter: fc.oneof(fc.constant({}), filter),
})

type Step = { readonly put: readonly SearchEntry[] } | { readonly find: SearchQuestion; readonly limit: number }
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ put: fc.array(entry, { maxLength: 60 }) }),
  fc.record({ find: question, limit: fc.constantFrom(0, 2, 200) }),
  // What is typed letter by letter.
  fc.record({ find: word.map(typed => ({ words: [typed], filter: {} })), limit: fc.constant(200) }),
)

test('N1 whatever was put, corrected and asked before, the answer is that of a plain look at every dossier', () => {
  fc.assert(fc.property(fc.array(step, { minLength: 2, maxLength: 12 }), steps => {
    const index = searchIndex()
    const held = new Map<string, SearchEntry>()
    for (const each of steps) {
      if ('put' in each) {
        index.put(each.put)
        for (const one of each.put) held.set(one.subject, one)
      } else {
        expect(sorted(index.find(each.find, each.limit))).toEqual(sorted(plainly([...held.values()], each.find, each.limit)))
      }
    }
  }))
})

function plainly(held: readonly SearchEntry[], { words, filter: asked }: SearchQuestion, limit: number): Found {
  const worded = held
    .filter(({ text: of }) => matches(of, words) && (asked.person === undefined || of.split(' ').includes(asked.person)))
    .sort((one, other) => one.receivedAt < other.receivedAt ? 1 : -1)
  const isChosen = (one: SearchEntry) => FACETS.every(facet => asked[facet] === undefined || asked[facet] === one.facets[facet])
  const fits = worded.filter(one => isWithin(one, asked) && isChosen(one))
  const [only = ''] = words.length === 1 ? words : []
  const isCode = ({ text: of }: SearchEntry) => /^\d{4,6}$/.test(only) && of.split(' ').some(part => part.endsWith(`-${only}`))
  const subjects = [...fits.filter(isCode), ...fits.filter(one => !isCode(one))].slice(0, limit).map(({ subject }) => subject)
  return {
    subjects, count: fits.length,
    choices: { state: choices('state'), field: choices('field'), procedure: choices('procedure'), holder: choices('holder'), channel: choices('channel') },
  }

  function choices(facet: Facet): readonly FacetChoice[] {
    const rest = FACETS.filter(other => other !== facet && asked[other] !== undefined)
    const others = worded.filter(one => isWithin(one, asked) && rest.every(other => asked[other] === one.facets[other]))
    const values = [...new Set(others.map(({ facets }) => facets[facet]))]
    return values.map(of => ({ value: of, count: others.filter(({ facets }) => facets[facet] === of).length }))
  }
}

function isWithin({ receivedOn, dueOn, isOpen }: SearchEntry, { received = {}, due }: SearchFilter): boolean {
  const isIn = (on: string, { from = '', until = '9999' }: DaySpan) => on >= from && on <= until
  if (!isIn(receivedOn, received)) return false
  if (due === undefined || due === 'none') return due === undefined || dueOn === null
  return dueOn !== null && (isOpen || !due.isOpen) && isIn(dueOn, due)
}

/** Choices have no order of their own. */
function sorted({ choices, ...found }: Found) {
  const byValue = (one: FacetChoice, other: FacetChoice) => one.value < other.value ? -1 : 1
  return { ...found, choices: FACETS.map(facet => [...choices[facet]].sort(byValue)) }
}
