import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '../record/sha256.ts'
import { openFiles } from './files.ts'
import { keepPages } from './kept-pages.ts'
import type { ObjectStore } from './object-store.ts'
import type { PageStore } from './page-store.ts'
import { openS3 } from './s3.ts'

/** An S3-protocol server, as much of it as is used here; it brings no types of its own. */
interface S3Server {
  readonly run: () => Promise<{ readonly port: number }>
  readonly close: () => Promise<void>
}
const S3rver = createRequire(import.meta.url)('s3rver') as new (options: Readonly<Record<string, unknown>>) => S3Server

describe.each(['files', 's3'] as const)('pages in %s', kind => {
  let folder: string
  let store: S3Server | undefined
  let open: () => Promise<ObjectStore>
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pages-'))
    if (kind === 'files') {
      open = () => openFiles(folder)
      return
    }
    store = new S3rver({ address: '127.0.0.1', port: 0, directory: folder, silent: true, configureBuckets: [{ name: 'pages', configs: [] }] })
    const { port } = await store.run()
    const keys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }
    open = async () => openS3({ kind: 's3', endpoint: `http://127.0.0.1:${String(port)}`, bucket: 'pages', region: 'us-east-1', ...keys })
  })
  afterAll(async () => {
    await store?.close()
    await rm(folder, { recursive: true, force: true })
  })

  const twoProcesses = async (): Promise<readonly [PageStore, PageStore]> => [keepPages(await open()), keepPages(await open())]

  async function textOf(pages: PageStore, name: string, from: number): Promise<Buffer> {
    const found = await pages.read(name, from)
    const pieces: Uint8Array[] = []
    for await (const piece of found?.stream ?? []) pieces.push(piece)
    return Buffer.concat(pieces)
  }

  test('S7 a page that two processes took in pieces is one page, read again before it is whole', async () => {
    const [one, other] = await twoProcesses()
    const page = randomBytes(300_000)
    const name = sha256(page)
    const piece = (offset: number, until: number) => ({ sha256: name, offset, pageBytes: page.length, bytes: page.subarray(offset, until) })
    expect(await one.keep(piece(0, 100_000))).toEqual({ state: 'part', held: 100_000 })
    expect(await other.held(name)).toBe(100_000)
    expect(await other.keep(piece(150_000, 200_000))).toEqual({ state: 'part', held: 100_000 })
    expect(await other.keep(piece(50_000, 250_000))).toEqual({ state: 'part', held: 250_000 })
    expect(await one.keep(piece(250_000, 300_000))).toEqual({ state: 'whole', held: 300_000 })
    expect([await other.held(name), await other.size(name)]).toEqual([null, 300_000])
    expect(await textOf(other, name, 299_990)).toEqual(page.subarray(299_990))
  })

  test('S7 a page that is not what its name says is thrown away from its beginning', async () => {
    const [one] = await twoProcesses()
    const name = 'ab'.repeat(32)
    expect(await one.keep({ sha256: name, offset: 0, pageBytes: 8, bytes: Buffer.from('half') })).toEqual({ state: 'part', held: 4 })
    const last = { sha256: name, offset: 4, pageBytes: 8, bytes: Buffer.from('ling') }
    expect(await one.keep(last)).toEqual({ state: 'refused', held: 0, code: 'sync/page-unlike' })
    expect([await one.held(name), await one.read(name, 0)]).toEqual([0, undefined])
  })
})
