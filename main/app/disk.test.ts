import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diskRoom, diskState } from './disk.ts'

test('J7 below 2 GB a warning, below 500 MB nothing new, at nothing full', () => {
  const [gib, mib] = [1024 ** 3, 1024 ** 2]
  expect([3 * gib, 2 * gib, 2 * gib - 1, 500 * mib, 500 * mib - 1, mib, mib - 1, 0].map(diskState))
    .toEqual(['ok', 'ok', 'low', 'low', 'very-low', 'very-low', 'full', 'full'])
})

test('J7 the drive under a folder is named and measured', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'disk-'))
  const room = await diskRoom(folder)
  expect({ drive: room.drive, isCounted: room.freeBytes > 0, state: diskState(room.freeBytes) }).toEqual({ drive: '/', isCounted: true, state: room.state })
  rmSync(folder, { recursive: true })
})
