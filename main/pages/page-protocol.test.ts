import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { openPdfThread } from '../scanning/pdf/pdf-thread.ts'
import { writePage } from '../scanning/pdf/write-page.ts'
import { answerPage, type PageSources } from './page-protocol.ts'
import { openPageStore, type PageStore } from './page-store.ts'
import { openPreviews } from './previews.ts'

const thread = openPdfThread()
let root: string
let store: PageStore
let sources: PageSources
let rendered: string[]

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'pages-'))
  store = await openPageStore(root)
  rendered = []
  const render = (size: 'preview' | 'whole') => (page: Uint8Array) => {
    rendered.push(size)
    return thread.render(page, size)
  }
  sources = { store, previews: openPreviews({ root, store, render: render('preview') }), renderWhole: render('whole') }
})
afterEach(() => rm(root, { recursive: true }))
afterAll(() => thread.close())

async function keep(bytes: Uint8Array): Promise<string> {
  return (await store.keep(bytes)).sha256
}

function halfBlack(): Uint8Array {
  const bits = new Uint8Array(100 * 1000).fill(0xff, 0, 50_000)
  const box = { x: 0, y: 0, width: 210, height: 297 }
  return writePage({ widthMm: 210, heightMm: 297, layers: [{ kind: 'black-white', width: 800, height: 1000, bits, box }] })
}

async function ask(url: string, method = 'GET'): Promise<{ readonly status: number, readonly type: string | null, readonly bytes: Buffer }> {
  const answer = await answerPage({ method, url }, sources)
  return { status: answer.status, type: answer.headers.get('content-type'), bytes: Buffer.from(await answer.arrayBuffer()) }
}

test('a page is shown by its preview, made once, and whole when it is to be read', async () => {
  const sha256 = await keep(halfBlack())
  const small = await ask(`page://here/${sha256}`)
  const again = await ask(`page://here/${sha256}`)
  const whole = await ask(`page://here/${sha256}?whole`)
  expect([small.status, small.type, again.bytes.equals(small.bytes), whole.type, rendered]).toEqual([200, 'image/webp', true, 'image/webp', ['preview', 'whole']])
  expect([(await sharp(small.bytes).metadata()).height, (await sharp(whole.bytes).metadata()).height]).toEqual([900, 2339])
  const { data } = await sharp(whole.bytes).greyscale().raw().toBuffer({ resolveWithObject: true })
  expect([(data[1654 * 1000 + 800] ?? 0) < 20, (data[1654 * 1400 + 800] ?? 0) > 235]).toEqual([true, true])
})

test('previews are a cache: lost or half written ones are made again, ready ones are taken', async () => {
  const sha256 = await keep(halfBlack())
  const first = await ask(`page://here/${sha256}`)
  await truncate(join(root, 'previews', sha256.slice(0, 2), `${sha256}.webp`), 40)
  expect((await ask(`page://here/${sha256}`)).bytes).toEqual(first.bytes)
  await rm(join(root, 'previews'), { recursive: true })
  const both = await Promise.all([ask(`page://here/${sha256}`), ask(`page://here/${sha256}`)])
  expect([both.map(({ status }) => status), rendered.length]).toEqual([[200, 200], 3])
  const ready = await sharp({ create: { width: 3, height: 3, channels: 3, background: 'red' } }).webp().toBuffer()
  await sources.previews.put(sha256, ready)
  expect([(await ask(`page://here/${sha256}`)).bytes.equals(ready), (await readdir(join(root, 'previews', sha256.slice(0, 2)))).length]).toEqual([true, 1])
})

test('nowhere to keep a preview is no reason not to show the page', async () => {
  await writeFile(join(root, 'previews'), 'a file where the folder should be')
  expect((await ask(`page://here/${await keep(halfBlack())}`)).status).toBe(200)
})

test('nothing but a page is answered, and nothing a browser would run', async () => {
  const broken = await keep(Buffer.from('%PDF-1.7 <script>1</script>'))
  const script = await keep(Buffer.from('<script>1</script>'))
  const urls = [
    `page://here/${'a'.repeat(64)}`, 'page://here/../keys/device', 'page://here/', `page://there/${script}`, 'page://tray/1', `page://here/${script}?x=1`,
  ]
  expect(await Promise.all(urls.map(async url => (await ask(url)).status))).toEqual([404, 404, 404, 404, 404, 404])
  const refused = await Promise.all([broken, `${broken}?whole`, script, `${script}?whole`].map(name => ask(`page://here/${name}`)))
  expect(refused.map(({ status, type, bytes }) => [status, type, bytes.length])).toEqual(Array.from({ length: 4 }, () => [415, null, 0]))
  expect((await ask(`page://here/${await keep(halfBlack())}`, 'POST')).status).toBe(404)
})

test('a page of the tray is shown by what the tray has of it, as long as that is an image', async () => {
  const picture = await sharp({ create: { width: 3, height: 3, channels: 3, background: 'red' } }).webp().toBuffer()
  sources = { ...sources, ofTray: id => Promise.resolve(id === 'b-1.7' ? picture : id === 'x' ? Buffer.from('<script>') : undefined) }
  expect((await Promise.all(['b-1.7', 'b-1.7?2', 'x', 'y', '..%2fx'].map(id => ask(`page://tray/${id}`)))).map(({ status }) => status)).toEqual([200, 200, 404, 404, 404])
})
