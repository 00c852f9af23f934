import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { HISTORY, OLDEST_VERSION, PROTOCOL_VERSION, SCHEMAS } from './protocol.ts'

/** Moves only together with PROTOCOL_VERSION and its line in HISTORY: PCs in offices speak what was promised to them. */
const PINNED = { version: 2, sha256: 'b864c2736168e2293a75df60513cc18ff3b8f51022d8288de6f2e0e273b2e3db' }

test('S12 what crosses the line is pinned: another shape is another version, with a line of history', () => {
  expect({ version: PROTOCOL_VERSION, sha256: hash('sha256', JSON.stringify(SCHEMAS), 'hex') }).toEqual(PINNED)
  expect(HISTORY.length).toBe(PROTOCOL_VERSION)
  expect(PROTOCOL_VERSION - OLDEST_VERSION).toBeLessThanOrEqual(2)
})

test('S12 every body of a request is closed to nothing: an unknown field is kept, except where lines are pushed', () => {
  const closed = Object.entries(SCHEMAS).filter(([, schema]) => 'additionalProperties' in schema).map(([name]) => name)
  expect(closed).toEqual(['GiveBackRequest', 'PushRequest'])
})
