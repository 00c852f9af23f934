import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLog } from './log.ts'

test('a bug is written with its stack and gets a number nobody else has', () => {
  const folder = mkdtempSync(join(tmpdir(), 'log-'))
  const log = openLog(folder, () => Date.parse('2026-11-25T01:00:00.000Z'))
  const first = log.bug(new Error('No paper for 092185001234'))
  const second = log.windowBug('Error: Nguyễn Văn A\n    at app://mot-cua/assets/x.js:1:2\nvalue 092185001234')
  log.note('The journal is open')
  const written = readFileSync(join(folder, 'program.log'), 'utf8')
  expect(second).toBe(first + 1)
  expect(written).toContain(`bug ${first}: Error: No paper for #`)
  expect(written).toContain('log.test.ts')
  expect(written).toContain('at app://mot-cua/assets/x.js:1:2')
  expect(written).toContain('The journal is open')
  expect(written).not.toMatch(/Nguyễn|092185001234/)
  rmSync(folder, { recursive: true })
})

test('a log that cannot be written stops nobody', () => {
  const log = openLog('/dev/null/nowhere', () => 0)
  expect(() => {
    log.note('x')
    log.bug(new Error('x'))
  }).not.toThrow()
})
