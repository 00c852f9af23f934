import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPageStore } from './page-store.ts'

let root: string
beforeEach(async () => { root = await mkdtemp(join(tmpdir(), 'pages-')) })
afterEach(() => rm(root, { recursive: true }))

async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all).toString()
}

test('J5 the same bytes are the same page, kept once, found again, read from any byte', async () => {
  const store = await openPageStore(root)
  const page = await store.keep(Buffer.from('trang một'))
  expect(await store.keep(Buffer.from('trang một'))).toEqual(page)
  const again = await openPageStore(root)
  expect([again.find(page.sha256.slice(0, 32)), again.size(page.sha256)]).toEqual([page.sha256, page.bytes])
  expect([await textOf(again.read(page.sha256, 6)), await again.isTrue(page.sha256)]).toEqual(['một', true])
  expect((await readdir(join(root, 'pages'), { recursive: true })).length).toBe(2)
})

test('J5 what was being written when the power failed is no page, and a page that rotted is kept anew', async () => {
  const store = await openPageStore(root)
  const page = await store.keep(Buffer.from('abc'))
  const home = join(root, 'pages', page.sha256.slice(0, 2))
  await writeFile(join(home, `${'f'.repeat(64)}.1.part`), 'half')
  await writeFile(join(home, page.sha256), 'abd')
  const again = await openPageStore(root)
  expect([again.has('f'.repeat(64)), again.find('f'), again.has(page.sha256), await again.isTrue(page.sha256)]).toEqual([false, undefined, true, false])
  await again.keep(Buffer.from('abc'))
  expect([await again.isTrue(page.sha256), (await readdir(home)).length]).toEqual([true, 2])
})
