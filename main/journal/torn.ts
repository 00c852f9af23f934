import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder, writeDurably } from './durable-file.ts'
import { sha256 } from './sha256.ts'
import type { LogSurvey } from './survey.ts'
import { logFiles } from './walk-log.ts'

/**
 * Moves what stands behind the last whole append into `torn/` and cuts the log there (rule J3); returns how many lines.
 *
 * The bytes are safe in `torn/` before the log is cut.
 */
export async function moveTornAside(root: string, { device, whole, behind }: LogSurvey): Promise<number> {
  const folder = join(root, 'journal', device)
  for (const file of (await logFiles(folder)).filter(name => name >= whole.file)) {
    const from = file === whole.file ? whole.offset : 0
    const log = await open(join(folder, file), 'r+')
    try {
      const { size } = await log.stat()
      if (size <= from) continue
      const bytes = Buffer.alloc(size - from)
      await log.read(bytes, 0, bytes.length, from)
      await keepAside(root, device, file, from, bytes)
      await log.truncate(from)
      await log.datasync()
    } finally {
      await log.close()
    }
  }
  return behind
}

/** Keeps bytes that leave a log, under a name that says where they stood. */
export async function keepAside(root: string, device: string, file: string, offset: number, bytes: Uint8Array): Promise<void> {
  await makeFolder(join(root, 'torn'))
  await writeDurably(join(root, 'torn', `${device}-${file}-${offset}-${sha256(bytes).slice(0, 8)}.txt`), bytes)
}
