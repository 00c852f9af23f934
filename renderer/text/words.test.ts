import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { problemText, sentences } from './problems.ts'

/** Words no person at a counter should have to read; an apology (xin lỗi) is no fault of a machine. */
const NEVER = /đồng bộ|dữ liệu|hệ thống|(?<!xin )lỗi|server|\bAPI\b|hash|timeout|cache/iu

const files = readdirSync(import.meta.dirname).filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
const sources = files.map(name => ({ name, text: spoken(readFileSync(join(import.meta.dirname, name), 'utf8')) }))

test('no sentence speaks of machines where it can speak of dossiers', () => {
  const found = sources.flatMap(({ name, text }) => text.filter(line => NEVER.test(line)).map(line => `${name}: ${line}`))
  expect(found).toEqual([])
})

test('every sentence is composed Unicode', () => {
  expect(sources.filter(({ text }) => text.some(line => line !== line.normalize('NFC')))).toEqual([])
})

test('nothing is shouted in capitals', () => {
  const shouted = sources.flatMap(({ text }) => text.filter(line => /\p{Lu}{5,}/u.test(line)))
  expect(shouted).toEqual([])
})

test('every problem is told in whole sentences that end', () => {
  const unfinished = Object.values(sentences).map(String).filter(source => !/[.…][’'`"]|callWith|TYPE_INSTEAD|OTHER_WAYS|after\(|again\(|tell\(/.test(source))
  expect(unfinished).toEqual([])
})

test('a problem of a newer program is still told in words, with its code to read out', () => {
  expect(problemText({ code: 'future/unknown' })).toContain('đọc mã future/unknown')
})

test('a facts-carrying problem says what happened, what is safe and what to do', () => {
  expect(problemText({ code: 'journal/write-failed', reference: 4417 } as never)).toBe(
    'Ổ đĩa không chịu ghi. Những gì đã nhập vẫn còn trên màn. Hồ sơ cũ vẫn còn đủ. Thử lại; vẫn không được thì gọi quản trị, đọc số 4417.',
  )
})

/** What stands between quotes, line by line; comments and imports are not spoken. */
function spoken(source: string): string[] {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').split('\n')
    .filter(line => !line.startsWith('import'))
    .map(line => line.replace(/\$\{[^{}]*\}/g, '…'))
    .flatMap(line => line.match(/'[^']*'|`[^`]*`/g) ?? [])
}
