import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { failure, success, type Result } from '../../shared/base/result.ts'
import { answerPage } from './page-protocol.ts'
import { openPageStore, type PageStore } from './page-store.ts'
import { openPreviews } from './previews.ts'
import { openPagesDoor } from './pages-door.ts'

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
let root: string
let store: PageStore
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'pages-'))
  store = await openPageStore(root)
})
afterEach(() => rm(root, { recursive: true }))

function sources(): Parameters<typeof answerPage>[1] {
  const nothing = (): Promise<undefined> => Promise.resolve(undefined)
  return { store, mayShow: () => Promise.resolve(true), previews: openPreviews({ root, store, render: nothing }), renderWhole: nothing }
}

async function add(
  files: Readonly<Record<string, Uint8Array>>, mayAdd: Result<unknown> = success(null), showsCard = (_: string) => Promise.resolve(false),
) {
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(root, name), bytes)
  const chosen = Object.keys(files).map(name => join(root, name))
  return openPagesDoor({
    store, chooseFiles: () => Promise.resolve(chosen), mayAdd: () => mayAdd, isTooFull: () => false, showsCard,
    exportPages: () => Promise.resolve(failure({ code: 'page/none' })),
  }).addFromFiles()
}

test('images and PDFs become pages by their bytes, and the window gets them by name', async () => {
  const added = await add({ 'a.png': PNG, 'b.txt': Buffer.from('%PDF-1.7 x') })
  expect(added).toMatchObject({ ok: true, value: [{ bytes: 16 }, { bytes: 10 }] })
  const [page] = added.ok ? added.value : []
  const answer = await answerPage({ method: 'GET', url: `page://here/dossier:0a/${page?.sha256 ?? ''}` }, sources())
  expect([answer.status, answer.headers.get('content-type'), Buffer.from(await answer.arrayBuffer())]).toEqual([200, 'image/png', PNG])
})

test('what is no page is named, and nothing of the choice is kept', async () => {
  expect(await add({ 'a.png': PNG, 'page.html': Buffer.from('<script>1</script>') })).toEqual({ ok: false, problem: { code: 'page/no-image', file: 'page.html' } })
  expect(await add({ 'empty.png': Buffer.alloc(0) })).toEqual({ ok: false, problem: { code: 'page/too-large', file: 'empty.png' } })
  expect(await add({ 'a.png': PNG }, failure({ code: 'session/nobody' }))).toEqual({ ok: false, problem: { code: 'session/nobody' } })
  expect(existsSync(join(root, 'pages'))).toBe(false)
})

test('U5 a file that shows an ID card becomes a page that is covered', async () => {
  const added = await add({ 'a.png': PNG, 'the.pdf': Buffer.from('%PDF-1.7 x') }, success(null), path => Promise.resolve(path.endsWith('the.pdf')))
  expect(added).toMatchObject({ ok: true, value: [{ bytes: 16 }, { bytes: 10, sensitive: true }] })
  expect(added.ok && added.value[0]).not.toHaveProperty('sensitive')
})
