import { expect, test } from 'vitest'
import type { Act } from '../../shared/acts/act.ts'
import { receivedActs, subjectOf } from '../../tests/builders/city-acts.ts'
import { pretendDevice } from '../../tests/builders/stamp.ts'
import { openKnownDossiers } from './known-dossiers.ts'

const AT = '2026-11-20T02:00:00.000Z'
const SUBJECT = subjectOf(1)

test('a dossier that is written while it is being read is read again, and not unknown for good', async () => {
  const written: Act[] = []
  const reads: PromiseWithResolvers<void>[] = []
  const known = openKnownDossiers(async () => {
    const found = [...written]
    reads.push(Promise.withResolvers())
    await reads.at(-1)?.promise
    return found
  })
  const [learning, alsoLearning] = [known.learn([SUBJECT]), known.learn([SUBJECT])]
  written.push(...pretendDevice('pc-1').write(receivedActs(1, AT), AT))
  known.forget([SUBJECT])
  reads[0]?.resolve()
  await expect.poll(() => reads.length).toBe(2)
  reads[1]?.resolve()
  await Promise.all([learning, alsoLearning])
  expect(known.all().map(({ subject, papers }) => [subject, papers.map(({ id }) => id)])).toEqual([[SUBJECT, ['p1', 'p2']]])
})
