import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answer } from './answer.ts'
import { questions } from './questions.ts'

const ask = (words: readonly string[], input: unknown) => answer(words, () => Promise.resolve(JSON.stringify(input)))

test('due answers each element in its place, and a bad one harms only itself', async () => {
  const good = { startedAt: '2026-11-20T03:44:00.000Z', limit: { count: 3, unit: 'working-days' } }
  expect(await ask(['due'], [null, good, 7, 'x', [], {}, { ...good, limit: { count: -1, unit: 'days' } }, { ...good, hours: 5 }])).toEqual({
    answers: [
      { problem: 'ask/element-invalid' },
      {
        dueOn: '2026-11-26', dueAt: '2026-11-26T03:44:00.000Z', provisional: false, startsAt: '2026-11-20T03:44:00.000Z',
        steps: [
          { kind: 'day-skipped', on: '2026-11-21', why: 'weekend' },
          { kind: 'day-skipped', on: '2026-11-22', why: 'weekend' },
          { kind: 'day-skipped', on: '2026-11-24', why: 'holiday', name: 'Ngày Văn hóa Việt Nam' },
          { kind: 'counted', on: '2026-11-26', count: 3, unit: 'working-days' },
        ],
      },
      { problem: 'ask/element-invalid' },
      { problem: 'ask/element-invalid' },
      { problem: 'ask/element-invalid' },
      { problem: 'calendar/instant-invalid' },
      { problem: 'calendar/limit-invalid' },
      { problem: 'calendar/hours-invalid' },
    ],
  })
})

test('due takes hours that are set, and any zone', async () => {
  const hours = { sessions: [{ from: 420, until: 720 }, { from: 780, until: 1080 }], sameDayCutoff: 900 }
  expect(await ask(['due'], [{ startedAt: '2026-11-20T12:30:00+07:00', limit: { unit: 'same-day' }, hours }])).toMatchObject({
    answers: [{ startsAt: '2026-11-20T06:00:00.000Z', dueAt: '2026-11-20T11:00:00.000Z' }],
  })
})

test('card answers the facts that are kept, or why a text is no card', async () => {
  const text = '092085000123|362145678|Nguyễn Thị Ẩm|07031985|Nữ|Số 12, An Hòa, Cần Thơ|10052021|TRẦN VĂN HỘ'
  const facts = {
    personalNumber: '092085000123', oldNumber: '362145678', name: 'Nguyễn Thị Ẩm', bornOn: '1985-03-07', sex: 'female',
    address: 'Số 12, An Hòa, Cần Thơ', issuedOn: '2021-05-10',
  }
  expect(await ask(['card'], [text, { text }, 'x', null, {}])).toEqual({
    answers: [facts, facts, { problem: 'card/not-a-card' }, { problem: 'ask/element-invalid' }, { problem: 'ask/element-invalid' }],
  })
})

test('whatever the elements are, there are as many answers', async () => {
  const names = questions.flatMap(question => 'each' in question ? [question.name] : [])
  await fc.assert(fc.asyncProperty(fc.constantFrom(...names), fc.array(fc.jsonValue()), async (name, elements) => {
    const given = await ask([name], elements)
    expect('answers' in given && given.answers.length).toBe(elements.length)
  }))
})

test('a question nobody knows and an input that is no array are told in a sentence', async () => {
  expect(await ask(['weather'], [])).toEqual({ sentence: expect.stringContaining('There is no question "weather"') })
  expect(await ask([], [])).toEqual({ sentence: expect.stringContaining('There is no question ""') })
  expect(await ask(['due'], { startedAt: 1 })).toEqual({ sentence: 'The input is not a JSON array.' })
  expect(await answer(['due'], () => Promise.resolve('[1,'))).toEqual({ sentence: 'The input is not a JSON array.' })
})

test('the shell gets one JSON line, or a sentence and exit code 2', () => {
  const run = (words: readonly string[], input: string) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, '../ask.ts'), ...words], { input, encoding: 'utf8' })
    return { status, stdout, stderr }
  }
  expect(run(['due'], '[{"startedAt":"2026-11-20T03:44:00.000Z","limit":{"count":0,"unit":"none"}}]')).toMatchObject({
    status: 0,
    stdout: '[{"dueOn":null,"dueAt":null,"provisional":false,"startsAt":"2026-11-20T03:44:00.000Z","steps":[{"kind":"no-limit","on":"2026-11-20"}]}]\n',
  })
  expect(run(['due'], 'nonsense')).toMatchObject({ status: 2, stdout: '', stderr: 'The input is not a JSON array.\n' })
})
