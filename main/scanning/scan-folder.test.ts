import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openScanFolder } from './scan-folder.ts'

let home: string
let root: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'scan-folder-'))
  root = join(home, 'data')
  for (const folder of ['data/scans', 'data/quet-vao-day', 'scanner', 'scanner/closed']) await mkdir(join(home, folder), { recursive: true })
})
afterEach(() => rm(home, { recursive: true }))

const OK = { ok: true, value: null }
const problem = (code: string, folder: string) => ({ ok: false, problem: { code, folder } })

test('a folder that was chosen is remembered over a restart, and can be left again', async () => {
  const folder = await openScanFolder(root)
  expect([folder.now(), folder.isUsual()]).toEqual([join(root, 'quet-vao-day'), true])
  expect(await folder.choose(join(home, 'scanner'))).toEqual(OK)
  const later = await openScanFolder(root)
  expect([later.now(), later.isUsual()]).toEqual([join(home, 'scanner'), false])
  expect(await later.choose(null)).toEqual(OK)
  expect((await openScanFolder(root)).isUsual()).toBe(true)
})

test('a folder of the program itself, or one that holds it, is refused, also by a link; the usual one is not', async () => {
  const folder = await openScanFolder(root)
  await symlink(join(root, 'scans'), join(home, 'link'))
  for (const ours of [root, join(root, 'scans'), join(home, 'link'), home]) {
    expect(await folder.choose(ours)).toEqual(problem('folder/ours', ours))
  }
  expect(await folder.choose(join(root, 'quet-vao-day'))).toEqual(OK)
  expect(folder.isUsual()).toBe(true)
})

test('what is no folder, is gone, or is closed is refused, and the choice before stays', async () => {
  const folder = await openScanFolder(root)
  await folder.choose(join(home, 'scanner'))
  await writeFile(join(home, 'file'), '')
  for (const gone of ['scanner', join(home, 'nowhere')]) expect(await folder.choose(gone)).toEqual(problem('folder/gone', gone))
  expect(await folder.choose(join(home, 'file'))).toEqual(problem('folder/closed', join(home, 'file')))
  // Whoever may do everything may write there as well.
  if (process.getuid?.() !== 0) {
    await chmod(join(home, 'scanner/closed'), 0o500)
    expect(await folder.choose(join(home, 'scanner/closed'))).toEqual(problem('folder/closed', join(home, 'scanner/closed')))
  }
  expect(folder.now()).toBe(join(home, 'scanner'))
})

test('a choice that cannot be read any more is none', async () => {
  await writeFile(join(root, 'scans/folder.json'), '{"folder": 7')
  expect((await openScanFolder(root)).isUsual()).toBe(true)
  await (await openScanFolder(root)).choose(join(home, 'scanner'))
  expect(JSON.parse(await readFile(join(root, 'scans/folder.json'), 'utf8'))).toEqual({ folder: join(home, 'scanner') })
})
