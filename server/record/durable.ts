import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Makes a folder that is there for certain: its entry in the folder above is flushed too. */
export async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 })
  if (first !== undefined) await flushFolder(dirname(first))
}

/** What was made, renamed or removed in a folder survives a power cut only after this. */
export async function flushFolder(path: string): Promise<void> {
  const folder = await open(path)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
