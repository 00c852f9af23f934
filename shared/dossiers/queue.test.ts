import { expect, test } from 'vitest'
import { queueOf } from './queue.ts'

test('a dossier waits in one queue', () => {
  expect((['received', 'guided', 'refused', 'withdrawn'] as const).map(state => queueOf({ state }))).toEqual(['open', 'guided', 'closed', 'closed'])
})
