import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { by, DEVICE, note, openAt } from '../../tests/builders/journal-world.ts'

test('J3 a bit that makes a line look like a later version’s is damage, and is healed from the second copy', async () => {
  const world = mkdtempSync(join(tmpdir(), 'newer-'))
  mkdirSync(join(world, 'copy'))
  const open = () => openAt(join(world, 'data'), { secondCopy: join(world, 'copy') })
  const journal = await open()
  for (const dossier of ['d1', 'd2', 'd3']) await journal.append([note(dossier)], by)
  await journal.close()
  const folder = join(world, 'data', 'journal', DEVICE)
  const file = join(folder, readdirSync(folder)[0] ?? '')
  const sound = readFileSync(file, 'utf8')
  for (const hurt of [0, 1, 2]) {
    writeFileSync(file, sound.split('\n').map((line, at) => (at === hurt ? line.replace('"v":1', '"v":5') : line)).join('\n'))
    const again = await open()
    const { readOnly, healedLines } = await again.verified()
    await again.close()
    expect({ readOnly, healedLines, isAsBefore: readFileSync(file, 'utf8') === sound }).toEqual({ readOnly: null, healedLines: 1, isAsBefore: true })
  }
  rmSync(world, { recursive: true })
})
