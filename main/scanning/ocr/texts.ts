import { createReadStream } from 'node:fs'
import { appendFile, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Value } from 'typebox/value'
import { Type, type Static } from 'typebox'
import { fold } from '../../../shared/base/text.ts'
import { isFileError, readIfThere, writeWhole } from '../../journal/durable-file.ts'
import type { PageText } from './page-text.ts'

/**
 * What was read of the pages on this PC: `texts/<aa>/<sha256>.json` each, and `texts/words.tsv` to search in.
 *
 * A cache: it can be deleted at any time and is read anew. Nothing in it is ever sent or taken for a fact.
 */
export interface Texts {
  readonly of: (sha256: string) => Promise<PageText | undefined>
  readonly keep: (sha256: string, text: PageText) => Promise<void>
  /** Every page of which something was read. */
  readonly names: () => Promise<readonly string[]>
  readonly forget: (sha256: string) => Promise<void>
  /** From here on this page is found as one of this dossier; undefined text remembers that there is nothing to read. */
  readonly list: (sha256: string, subject: string, text: PageText | undefined) => Promise<void>
  /** Pages that are listed already, also those nothing could be read of. */
  readonly listed: () => Promise<ReadonlySet<string>>
  /** Pages whose words hold every one of these parts of words, newest last. */
  readonly find: (words: readonly string[], most: number) => Promise<readonly ListedPage[]>
}

export interface ListedPage {
  readonly sha256: string
  readonly subject: string
}

export function openTexts(root: string): Texts {
  const folder = join(root, 'texts')
  const listFile = join(folder, 'words.tsv')
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), `${sha256}.json`)
  let listed: Promise<Set<string>> | undefined

  async function* lines(): AsyncGenerator<readonly string[]> {
    const file = createReadStream(listFile, 'utf8')
    try {
      for await (const line of createInterface({ input: file, crlfDelay: Infinity })) {
        const parts = line.split('\t')
        if (parts.length === 3) yield parts
      }
    } catch (error) {
      if (!isFileError(error, 'ENOENT')) throw error
    }
  }

  async function readListed(): Promise<Set<string>> {
    const names = new Set<string>()
    for await (const [sha256 = ''] of lines()) names.add(sha256)
    return names
  }

  return {
    of: async sha256 => {
      const text = await readIfThere(pathOf(sha256))
      return text === undefined ? undefined : readPageText(text)
    },
    keep: async (sha256, text) => {
      await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true })
      await writeWhole(pathOf(sha256), JSON.stringify(text))
    },
    names: async () => {
      const found = await readdir(folder, { recursive: true }).catch((error: unknown) => {
        if (isFileError(error, 'ENOENT', 'ENOTDIR')) return []
        throw error
      })
      return found.flatMap(name => NAME.exec(name)?.[1] ?? [])
    },
    forget: sha256 => rm(pathOf(sha256), { force: true }),
    list: async (sha256, subject, text) => {
      await mkdir(folder, { recursive: true })
      // A line that was cut by a crash ends here, and is no line.
      await appendFile(listFile, `\n${sha256}\t${subject}\t${text === undefined ? '' : wordsOf(text).join(' ')}`)
      ;(await (listed ??= readListed())).add(sha256)
    },
    listed: () => listed ??= readListed(),
    find: async (words, most) => {
      const found: ListedPage[] = []
      if (words.length === 0) return found
      for await (const [sha256 = '', subject = '', text = ''] of lines()) {
        if (!words.every(word => text.includes(word))) continue
        found.push({ sha256, subject })
        if (found.length > most) found.shift()
      }
      return found
    },
  }
}

const NAME = /([0-9a-f]{64})\.json$/

/** Each word once, without marks. */
function wordsOf({ text }: PageText): readonly string[] {
  return [...new Set(fold(text).split(' ').map(word => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')))].filter(word => word !== '')
}

const StoredText = Type.Object({
  text: Type.String(),
  words: Type.Array(Type.Object({
    text: Type.String(), box: Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()]), sureness: Type.Number(),
  })),
  width: Type.Number(),
  height: Type.Number(),
})

function readPageText(text: string): Static<typeof StoredText> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return Value.Check(StoredText, value) ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
