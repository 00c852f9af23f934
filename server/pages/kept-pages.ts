import { createHash } from 'node:crypto'
import { LIMITS } from '../../shared/sync/protocol.ts'
import type { ObjectStore } from './object-store.ts'
import type { Kept, PageStore, Piece } from './page-store.ts'

/**
 * Pages over a store of objects: whole ones under `whole/`, what arrived of others under `parts/`, an object a piece, named by
 * the length its sender said and the byte it begins at. Nothing is remembered in between: any process goes on where another stopped.
 */
export function keepPages(objects: ObjectStore): PageStore {
  async function keep(piece: Piece): Promise<Kept> {
    const { sha256, offset, pageBytes, bytes } = piece
    if (pageBytes < 1 || pageBytes > LIMITS.pageBytes || offset + bytes.length > pageBytes) return { state: 'refused', held: 0, code: 'sync/page-length' }
    const whole = await objects.size(wholeName(sha256))
    if (whole !== undefined) return whole === pageBytes ? { state: 'whole', held: whole } : { state: 'refused', held: whole, code: 'sync/page-length' }
    if (offset === 0 && bytes.length === pageBytes) return finish(sha256, [bytes], pageBytes)
    const parts = await partsOf(sha256, pageBytes)
    const held = heldOf(parts)
    if (offset > held) return { state: 'part', held }
    const fresh = bytes.subarray(held - offset)
    if (fresh.length > 0) await objects.put(`${partFolder(sha256, pageBytes)}/${String(held).padStart(OFFSET_DIGITS, '0')}-${String(fresh.length)}`, fresh)
    const now = Math.max(held, offset + bytes.length)
    if (now < pageBytes) return { state: 'part', held: now }
    return finish(sha256, await bytesOf(sha256, pageBytes), pageBytes)
  }

  /** Reads the page again before it is called whole; one that is not what its name says begins anew. */
  async function finish(sha256: string, pieces: readonly Uint8Array[], pageBytes: number): Promise<Kept> {
    const sum = createHash('sha256')
    for (const piece of pieces) sum.update(piece)
    const isTrue = sum.digest('hex') === sha256
    if (isTrue) await objects.put(wholeName(sha256), pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces))
    await objects.remove(`parts/${sha256}`)
    return isTrue ? { state: 'whole', held: pageBytes } : { state: 'refused', held: 0, code: 'sync/page-unlike' }
  }

  async function partsOf(sha256: string, pageBytes: number): Promise<readonly Part[]> {
    return (await objects.list(partFolder(sha256, pageBytes))).flatMap(toPart).sort((one, other) => one.offset - other.offset)
  }

  async function bytesOf(sha256: string, pageBytes: number): Promise<readonly Uint8Array[]> {
    const pieces: Uint8Array[] = []
    let at = 0
    for (const { name, offset, length } of await partsOf(sha256, pageBytes)) {
      const bytes = await readAll(objects, `${partFolder(sha256, pageBytes)}/${name}`)
      if (offset > at || offset + length <= at) continue
      pieces.push(bytes.subarray(at - offset))
      at = offset + length
    }
    return pieces
  }

  return {
    held: async sha256 => {
      if (await objects.size(wholeName(sha256)) !== undefined) return null
      const lengths = new Set((await objects.list(`parts/${sha256}`)).map(name => Number(name.split('/')[0])))
      let held = 0
      for (const length of lengths) held = Math.max(held, heldOf(await partsOf(sha256, length)))
      return held
    },
    keep,
    size: sha256 => objects.size(wholeName(sha256)),
    read: (sha256, from) => objects.get(wholeName(sha256), from),
    ready: () => objects.ready(),
  }
}

interface Part {
  readonly name: string
  readonly offset: number
  readonly length: number
}

const OFFSET_DIGITS = 12

function wholeName(sha256: string): string {
  return `whole/${sha256.slice(0, 2)}/${sha256}`
}

function partFolder(sha256: string, pageBytes: number): string {
  return `parts/${sha256}/${String(pageBytes)}`
}

function toPart(name: string): readonly Part[] {
  const [, offset, length] = /^(\d+)-(\d+)$/.exec(name) ?? []
  return offset === undefined || length === undefined ? [] : [{ name, offset: Number(offset), length: Number(length) }]
}

/** Bytes without a gap from the beginning on. */
function heldOf(parts: readonly Part[]): number {
  let held = 0
  for (const { offset, length } of parts) if (offset <= held) held = Math.max(held, offset + length)
  return held
}

async function readAll(objects: ObjectStore, name: string): Promise<Buffer> {
  const found = await objects.get(name, 0)
  if (found === undefined) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  for await (const chunk of found.stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
