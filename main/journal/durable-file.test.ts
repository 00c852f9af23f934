import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder, readIfThere, writeDurably } from './durable-file.ts'

test('J5 a file is there whole under its name or not at all, and leaves nothing half beside it', async () => {
  const root = mkdtempSync(join(tmpdir(), 'durable-'))
  const folder = join(root, 'a', 'b')
  await makeFolder(folder)
  writeFileSync(join(folder, 'kept.part'), 'half of an earlier try')
  await writeDurably(join(folder, 'kept'), 'first')
  await writeDurably(join(folder, 'kept'), 'second')
  expect({ names: readdirSync(folder), text: readFileSync(join(folder, 'kept'), 'utf8') }).toEqual({ names: ['kept'], text: 'second' })
  await expect(writeDurably(join(root, 'nowhere', 'kept'), 'x')).rejects.toThrow('ENOENT')
  expect(await readIfThere(join(root, 'nowhere'))).toBeUndefined()
  rmSync(root, { recursive: true })
})
