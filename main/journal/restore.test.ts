import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { by, DEVICE, note, openAt } from '../../tests/builders/journal-world.ts'
import { bitRot } from '../../tests/faults/bit-rot.ts'

test('J3 whatever rots, in the journal or in its copy, is noticed and healed from the other', async () => {
  const figures = await bitRot({ runs: 12, seed: 3, say: () => undefined })
  expect(figures).toMatchObject({ flips: 12, unnoticed: 0, unhealed: 0 })
})

test('J3 a history too long to be read at once is checked on a thread of its own, healed in the background, and goes on', async () => {
  const world = mkdtempSync(join(tmpdir(), 'restore-'))
  const [root, copy] = [join(world, 'data'), join(world, 'copy')]
  mkdirSync(copy)
  const journal = await openAt(root, { secondCopy: copy })
  for (let round = 0; round < 10; round += 1) {
    await Promise.all(Array.from({ length: 100 }, (_, at) => journal.append([note(`d${at}`, 'x'.repeat(300))], by)))
  }
  await journal.verified()
  await journal.close()
  const folder = join(root, 'journal', DEVICE)
  const file = join(folder, readdirSync(folder)[0] ?? '')
  const sound = readFileSync(file)
  const hurt = Buffer.from(sound)
  hurt[1000] = (hurt[1000] ?? 0) ^ 1
  writeFileSync(file, hurt)
  const again = await openAt(root, { secondCopy: copy })
  // The checkpoint stands behind the damage: a start does not meet it, the background does.
  expect(again.state()).toMatchObject({ readOnly: null, healedLines: 0 })
  expect(await again.verified()).toMatchObject({ readOnly: null, healedLines: 1, verification: { state: 'done', checked: 1000, total: 1000 } })
  expect(readFileSync(file).equals(sound)).toBe(true)
  expect((await again.actsOf('dossier:d7')).length).toBe(10)
  expect((await again.append([note('d7')], by)).ok).toBe(true)
  expect((await again.actsOf('dossier:d7')).length).toBe(11)
  await again.copied()
  expect(again.state().secondCopy).toEqual({ state: 'whole', folder: copy })
  await again.close()
})

test('a second copy whose drive is not there never makes a folder elsewhere, and is caught up when it is back', async () => {
  const world = mkdtempSync(join(tmpdir(), 'restore-'))
  const copy = join(world, 'usb')
  const journal = await openAt(join(world, 'data'), { secondCopy: copy })
  expect((await journal.append([note('a')], by)).ok).toBe(true)
  await journal.copied()
  expect([journal.state().secondCopy.state, readdirSync(world)]).toEqual(['missing', ['data']])
  mkdirSync(copy)
  await journal.append([note('b')], by)
  await journal.copied()
  expect(journal.state().secondCopy.state).toBe('whole')
  await journal.close()
  const file = join('journal', DEVICE, '2026-11-25.ndjson')
  expect(readFileSync(join(copy, file), 'utf8')).toBe(readFileSync(join(world, 'data', file), 'utf8'))
  rmSync(world, { recursive: true })
})
