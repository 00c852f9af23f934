import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { HISTORY, OLDEST_VERSION, PROTOCOL_VERSION, SCHEMAS } from './protocol.ts'

/** Moves only together with PROTOCOL_VERSION and its line in HISTORY: PCs in offices speak what was promised to them. */
const PINNED = { version: 1, sha256: 'ed5192613e47f5b98cb5d10c7bc8c17c44bab023b28b6a32a86729735516ad34' }

test('S12 what crosses the line is pinned: another shape is another version, with a line of history', () => {
  expect({ version: PROTOCOL_VERSION, sha256: hash('sha256', JSON.stringify(SCHEMAS), 'hex') }).toEqual(PINNED)
  expect(HISTORY.length).toBe(PROTOCOL_VERSION)
  expect(PROTOCOL_VERSION - OLDEST_VERSION).toBeLessThanOrEqual(2)
})

test('S12 every body of a request is closed to nothing: an unknown field is kept, except where lines are pushed', () => {
  const closed = Object.entries(SCHEMAS).filter(([, schema]) => 'additionalProperties' in schema).map(([name]) => name)
  expect(closed).toEqual(['PushRequest'])
})
