/** The names by which a shared library of Linux (ELF, 64 bit, little-endian) and others find each other. */
export interface Elf {
  readonly bytes: Buffer
  /** Names it needs of others. */
  readonly imported: () => readonly string[]
  /** A name that differs in its first letters only and is found in the same place of its table. */
  readonly newNameFor: (name: string) => string
  /** Calls symbols by other names of the same length, in place. */
  readonly rename: (names: ReadonlyMap<string, string>) => void
}

interface Section { readonly type: number, readonly offset: number, readonly size: number, readonly link: number }
interface Symbol { readonly index: number, readonly name: string, readonly at: number, readonly isDefined: boolean }

const [DYNSYM, GNU_HASH] = [11, 0x6ffffff6]
const SYMBOL_SIZE = 24

export function openElf(bytes: Buffer): Elf {
  if (bytes.readUInt32BE(0) !== 0x7f454c46 || bytes[4] !== 2 || bytes[5] !== 1) throw new Error('Not a 64-bit little-endian ELF file')
  const sections = readSections(bytes)
  const dynsym = found(sections.find(({ type }) => type === DYNSYM), 'dynamic symbols')
  const strings = found(sections[dynsym.link], 'names')
  const symbols = readSymbols(bytes, dynsym, strings)
  const table = readHashTable(bytes, found(sections.find(({ type }) => type === GNU_HASH), 'hash table'))

  return {
    bytes,
    imported: () => symbols.filter(({ name, isDefined }) => name !== '' && !isDefined).map(({ name }) => name),
    newNameFor: name => {
      const bucket = table.bucketOf(hashOf(name))
      for (const head of heads()) {
        const candidate = head + name.slice(head.length)
        if (table.bucketOf(hashOf(candidate)) === bucket && !symbols.some(symbol => symbol.name === candidate)) return candidate
      }
      throw new Error(`No other name for ${name}`)
    },
    rename: names => {
      for (const symbol of symbols) {
        const name = names.get(symbol.name)
        if (name === undefined) continue
        const end = symbol.at + changedIn(symbol.name, name)
        const shared = symbols.find(other => other.at !== symbol.at && other.at < end && other.at + other.name.length > symbol.at)
        if (shared !== undefined) throw new Error(`${symbol.name} shares its letters with ${shared.name}`)
        bytes.write(name, symbol.at, 'latin1')
        if (symbol.isDefined) table.put(symbol.index, hashOf(name))
      }
    },
  }
}

function readSections(bytes: Buffer): readonly Section[] {
  const [start, size, count] = [Number(bytes.readBigUInt64LE(0x28)), bytes.readUInt16LE(0x3a), bytes.readUInt16LE(0x3c)]
  return Array.from({ length: count }, (_, i) => {
    const at = start + i * size
    return {
      type: bytes.readUInt32LE(at + 4), link: bytes.readUInt32LE(at + 0x28),
      offset: Number(bytes.readBigUInt64LE(at + 0x18)), size: Number(bytes.readBigUInt64LE(at + 0x20)),
    }
  })
}

function readSymbols(bytes: Buffer, { offset, size }: Section, strings: Section): readonly Symbol[] {
  return Array.from({ length: size / SYMBOL_SIZE }, (_, index) => {
    const entry = offset + index * SYMBOL_SIZE
    const at = strings.offset + bytes.readUInt32LE(entry)
    return { index, at, name: bytes.toString('latin1', at, bytes.indexOf(0, at)), isDefined: bytes.readUInt16LE(entry + 6) !== 0 }
  })
}

interface HashTable {
  readonly bucketOf: (hash: number) => number
  /** Lets the symbol be found by this hash, which must fall into its bucket. */
  readonly put: (index: number, hash: number) => void
}

/** The table of GNU: a filter of bits that says "perhaps", buckets, and for each symbol its hash, whose last bit ends the bucket. */
function readHashTable(bytes: Buffer, { offset }: Section): HashTable {
  const [buckets, first, words, shift] = [0, 4, 8, 12].map(at => bytes.readUInt32LE(offset + at)) as [number, number, number, number]
  const filter = offset + 16
  const chain = filter + words * 8 + buckets * 4
  return {
    bucketOf: hash => hash % buckets,
    put: (index, hash) => {
      const word = filter + (Math.floor(hash / 64) % words) * 8
      bytes.writeBigUInt64LE(bytes.readBigUInt64LE(word) | 1n << BigInt(hash % 64) | 1n << BigInt((hash >>> shift) % 64), word)
      const at = chain + (index - first) * 4
      bytes.writeUInt32LE((hash & ~1 | bytes.readUInt32LE(at) & 1) >>> 0, at)
    },
  }
}

function hashOf(name: string): number {
  return [...Buffer.from(name, 'latin1')].reduce((hash, letter) => Math.imul(hash, 33) + letter >>> 0, 5381)
}

/** Short ones first: names that end alike share their letters in the file, so few may be changed. */
function* heads(): Generator<string> {
  for (const first of LETTERS) for (const second of LETTERS) yield first + second
  for (const first of LETTERS) for (const second of LETTERS) for (const third of LETTERS) yield first + second + third
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_']

/** So many letters at the front of a name are others in the new one. */
function changedIn(name: string, other: string): number {
  return [...name].findLastIndex((letter, i) => letter !== other[i]) + 1
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The library has no ${what}`)
  return value
}
