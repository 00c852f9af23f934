import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BEFORE_FIRST } from './act.ts'
import { readLine, writeLine, type Stamp } from './chain.ts'

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

const stamp: Stamp = {
  device: 'quay-01', seq: 1, prev: BEFORE_FIRST, at: '2026-11-25T01:02:03.004Z', clock: '1795568523004.0000',
  author: 'u1', seen: {}, more: 0, salt: '00'.repeat(16),
}
const newAct = { subject: 'dossier:h13.31-261125-0507', kind: 'dossier/received', body: { code: 'H13.31-261125-0507', note: 'Tab\tvà dòng\nmới' } }

test('J1 a line is envelope, TAB, body, LF, and its name is the sum of the envelope', () => {
  const { line, act } = writeLine(newAct, stamp, sha256)
  const body = '{"salt":"00000000000000000000000000000000","code":"H13.31-261125-0507","note":"Tab\\tvà dòng\\nmới"}'
  const envelope = `{"v":1,"device":"quay-01","seq":1,"prev":"${BEFORE_FIRST}","at":"2026-11-25T01:02:03.004Z","clock":"1795568523004.0000",` +
    `"subject":"dossier:h13.31-261125-0507","kind":"dossier/received","author":"u1","seen":{},"body":"${sha256(body)}"}`
  expect(line).toBe(`${envelope}\t${body}\n`)
  expect(act).toEqual({
    name: sha256(envelope), device: 'quay-01', seq: 1, at: stamp.at, clock: stamp.clock, author: 'u1', seen: {}, ...newAct,
  })
})

test('J1 the same act with another salt has another sum, so the envelope gives nothing of the body away', () => {
  const other = writeLine(newAct, { ...stamp, salt: '11'.repeat(16) }, sha256)
  expect(other.act.name).not.toBe(writeLine(newAct, stamp, sha256).act.name)
  expect(other.act.body).toEqual(newAct.body)
})

test('whatever a body holds is read back as it was written', () => {
  fc.assert(fc.property(
    fc.dictionary(fc.string({ unit: 'binary' }).filter(key => key !== 'salt'), fc.jsonValue()), fc.nat(9), fc.dictionary(fc.stringMatching(/^[a-z]{4}$/), fc.integer({ min: 1 })),
    (body, more, seen) => {
      const { line, act } = writeLine({ ...newAct, body }, { ...stamp, more, seen }, sha256)
      expect(line.slice(0, -1)).not.toMatch(/\n/)
      expect(line.split('\t')).toHaveLength(2)
      expect(readLine(Buffer.from(line, 'utf8').toString('utf8').slice(0, -1), sha256)).toEqual({ ok: true, value: { act, prev: BEFORE_FIRST, more } })
    }))
})

test('a changed character is noticed: the line does not read, or has another name', () => {
  const { line, act } = writeLine(newAct, stamp, sha256)
  fc.assert(fc.property(fc.nat(line.length - 2), fc.string({ minLength: 1, maxLength: 1 }), (place, character) => {
    fc.pre(line[place] !== character)
    const read = readLine(line.slice(0, place) + character + line.slice(place + 1, -1), sha256)
    expect(read.ok && read.value.act.name === act.name).toBe(false)
  }))
})

test('what does not read says why', () => {
  const [envelope = '', body = ''] = writeLine(newAct, stamp, sha256).line.trimEnd().split('\t')
  const codeOf = (line: string): unknown => {
    const read = readLine(line, sha256)
    return read.ok ? undefined : read.problem.code
  }
  expect([envelope, `{}\t${body}`, `${envelope.replace('"v":1', '"v":2')}\t${body}`, `${envelope}\t${body} `, `${envelope}\t`, `\t${body}`].map(codeOf)).toEqual([
    'line/not-two-parts', 'line/not-an-envelope', 'line/newer-version', 'line/body-unlike', 'line/body-unlike', 'line/not-an-envelope',
  ])
})

test('a field a later version adds to the envelope is kept in the name and does no harm', () => {
  const [envelope = '', body = ''] = writeLine(newAct, stamp, sha256).line.trimEnd().split('\t')
  const wider = envelope.replace('"v":1,', '"v":1,"place":"x",')
  const read = readLine(`${wider}\t${body}`, sha256)
  expect(read.ok && read.value.act.name).toBe(sha256(wider))
})

test('an act that breaks the envelope’s own shape is a bug', () => {
  expect(() => writeLine({ ...newAct, kind: 'no kind' }, stamp, sha256)).toThrow()
  expect(() => writeLine({ ...newAct, body: { salt: 1 } }, stamp, sha256)).toThrow()
})
