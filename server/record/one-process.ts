import { createServer } from 'node:net'
import { realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { failure, success, type Result } from '../../shared/base/result.ts'
import { sha256 } from './sha256.ts'

export interface FolderTaken {
  readonly code: 'record/folder-taken'
  readonly folder: string
}

/**
 * Takes a data folder for this process, until `release` or its end, however it ends.
 *
 * A name the system gives to one listener at a time, and takes back by itself: nothing stale is ever left behind.
 */
export async function takeFolder(folder: string): Promise<Result<{ readonly release: () => Promise<void> }, FolderTaken>> {
  const name = `mot-cua-city-${sha256(await realpath(folder)).slice(0, 32)}`
  const listener = createServer(socket => socket.destroy())
  const isTaken = await new Promise<boolean>((resolve, reject) => {
    listener.once('error', (error: NodeJS.ErrnoException) => error.code === 'EADDRINUSE' ? resolve(true) : reject(error))
    listener.listen(systemName(name), () => resolve(false))
  })
  if (isTaken) return failure({ code: 'record/folder-taken', folder })
  listener.unref()
  return success({ release: () => new Promise<void>(resolve => listener.close(() => resolve())) })
}

function systemName(name: string): string {
  switch (process.platform) {
    case 'linux': return `\0${name}`
    case 'win32': return `\\\\.\\pipe\\${name}`
    default: return join(tmpdir(), name)
  }
}
