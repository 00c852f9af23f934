import { expect, test } from '@playwright/test'
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Catalogue } from '../../shared/procedures/catalogue.ts'
import { makeReceiveInputs } from '../../shared/training/practice-dossiers.ts'
import { dataFolderWith } from '../builders/data-folder.ts'
import { signInToFolder } from '../bench/signed-in.ts'
import { launchApp, type RunningApp } from '../faults/app.ts'

const DOSSIERS = 300
let kept: string
let folder: string

test.beforeAll(async () => {
  kept = await dataFolderWith(DOSSIERS, () => undefined)
})
test.afterAll(() => rm(kept, { recursive: true, force: true }))
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heals-'))
  await cp(kept, folder, { recursive: true })
})
test.afterEach(() => rm(folder, { recursive: true, force: true }))

/** Starts, signs in and waits until the desk counts everything. */
async function openDesk(dossiers = DOSSIERS): Promise<RunningApp> {
  const app = await launchApp(folder)
  await signInToFolder(app.page)
  await app.page.getByRole('button', { name: `${String(dossiers)} Đang giải quyết` }).waitFor()
  return app
}

async function runOnce(): Promise<void> {
  await (await openDesk()).close()
}

/** Where Chromium keeps every database of the window. */
function databaseFolders(): readonly string[] {
  const root = join(folder, 'window', 'IndexedDB')
  return existsSync(root) ? readdirSync(root).map(name => join(root, name)) : []
}

test('J6 an index that was deleted is made again by itself', async () => {
  await runOnce()
  expect(databaseFolders().length).toBeGreaterThan(0)
  for (const path of databaseFolders()) rmSync(path, { recursive: true })
  await runOnce()
})

test('J6 an index whose files are garbage is made again by itself', async () => {
  await runOnce()
  for (const path of databaseFolders()) {
    for (const name of readdirSync(path)) writeFileSync(join(path, name), 'not what was written here')
  }
  await runOnce()
})

test('J6 an index that lost a part of its files is made again by itself', async () => {
  await runOnce()
  for (const path of databaseFolders()) {
    for (const name of readdirSync(path).filter(file => /\.(ldb|log)$/.test(file))) rmSync(join(path, name))
  }
  await runOnce()
})

test('J6 an index of another journal is dropped, and one that is behind goes on', async () => {
  await runOnce()
  const other = await dataFolderWith(DOSSIERS / 3, () => undefined)
  for (const part of readdirSync(folder).filter(name => name !== 'window')) rmSync(join(folder, part), { recursive: true })
  await cp(other, folder, { recursive: true })
  const app = await openDesk(DOSSIERS / 3)
  await app.close()
  await rm(other, { recursive: true, force: true })
  await (await openDesk(DOSSIERS / 3)).close()
})

test('a half-typed intake stands after SIGKILL', async () => {
  const app = await openDesk()
  await app.page.keyboard.press('F2')
  await app.page.waitForSelector('[data-field="name"]')
  await app.page.keyboard.type('Lâm Thị Dở', { delay: 60 })
  await app.page.getByText('Đã giữ bản nhập dở').waitFor()
  await app.kill()
  const again = await openDesk()
  await again.page.locator('.side', { hasText: 'Hồ sơ nhập dở' }).waitFor()
  expect(await again.page.locator('.side').innerText()).toContain('Lâm Thị Dở')
  expect(await again.page.locator('.side').innerText()).toContain('Lần trước máy tắt đột ngột')
  await again.close()
})

test('J6 an index that is ahead of the journal is made again, and what is half-typed stands after it', async () => {
  const app = await openDesk()
  const [one, other] = makeReceiveInputs(11, 2, await app.call<Catalogue>('office.catalogue'), '2026-11-25')
  for (const input of [one, other]) expect(await app.call('desk.do', { verb: 'dossier/receive', input })).toMatchObject({ ok: true })
  await app.page.getByRole('button', { name: `${String(DOSSIERS + 2)} Đang giải quyết` }).waitFor()
  await app.page.keyboard.press('F2')
  await app.page.waitForSelector('[data-field="name"]')
  await app.page.keyboard.type('Lâm Thị Dở', { delay: 60 })
  await app.page.getByText('Đã giữ bản nhập dở').waitFor()
  await app.close()

  for (const part of readdirSync(folder).filter(name => name !== 'window')) rmSync(join(folder, part), { recursive: true })
  await cp(kept, folder, { recursive: true })
  const again = await openDesk()
  expect(await again.page.locator('.side').innerText()).toContain('Lâm Thị Dở')
  await again.close()
})

test('J6 an index taken away under the open window is made again under it', async () => {
  const app = await openDesk()
  await app.page.evaluate(async () => {
    for (const { name = '' } of await indexedDB.databases()) if (name.includes('dossiers')) indexedDB.deleteDatabase(name)
  })
  const [input] = makeReceiveInputs(11, 1, await app.call<Catalogue>('office.catalogue'), '2026-11-25')
  expect(await app.call('desk.do', { verb: 'dossier/receive', input })).toMatchObject({ ok: true })
  await app.page.getByRole('button', { name: `${String(DOSSIERS + 1)} Đang giải quyết` }).waitFor()
  await app.close()
})
