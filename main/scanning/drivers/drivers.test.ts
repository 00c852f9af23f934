import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { driversOf } from './drivers.ts'

test('each system has its own ways to a scanner, and the network\'s', async () => {
  const root = await mkdtemp(join(tmpdir(), 'drivers-'))
  await mkdir(join(root, 'NAPS2'))
  await writeFile(join(root, 'NAPS2/NAPS2.Console.exe'), '')
  const namesOn = (platform: NodeJS.Platform, env: Readonly<Record<string, string>>): readonly string[] =>
    driversOf({ platform, env, root, scanFolder: () => root }).all.map(({ name }) => name)
  expect(namesOn('linux', {})).toEqual(['escl', 'sane', 'folder'])
  expect(namesOn('win32', {})).toEqual(['escl', 'folder', 'wia'])
  expect(namesOn('win32', { ProgramFiles: root })).toEqual(['escl', 'naps2', 'folder', 'wia'])
  await rm(root, { recursive: true })
})
