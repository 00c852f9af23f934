import { close, fdatasync, ftruncate, open, stat, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { flushFolder, makeFolder } from './durable-file.ts'

/** One day's file of this device's log, open for appending. */
export interface LogFile {
  readonly path: string
  /** Bytes that are on disk for certain. */
  readonly size: () => number
  /** Resolves when the bytes are on disk (rule J2). Rejects with what the drive said; `cutBack` must follow. */
  readonly append: (bytes: Buffer) => Promise<void>
  /** Takes back what a failed append may have left. */
  readonly cutBack: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Opens or makes the file; a new one is in its folder for certain when this resolves. */
export async function openLogFile(path: string): Promise<LogFile> {
  await makeFolder(dirname(path))
  const isNew = await fileSize(path) === undefined
  const descriptor = await settled<number>(done => open(path, isNew ? 'wx' : 'r+', done))
  let size = await fileSize(path) ?? 0
  if (isNew) await flushFolder(dirname(path))
  return {
    path,
    size: () => size,
    append: async bytes => {
      await writeAndFlush(descriptor, bytes, size)
      size += bytes.length
    },
    cutBack: async () => {
      await settled<void>(done => ftruncate(descriptor, size, done))
      await settled<void>(done => fdatasync(descriptor, done))
    },
    close: () => settled<void>(done => close(descriptor, done)),
  }
}

/**
 * Writing only hands the bytes to the system, in microseconds: done here, it spares the clerk a wait for a thread.
 * The flush is what takes a drive's time, so that is what other work goes on beside.
 */
function writeAndFlush(descriptor: number, bytes: Buffer, at: number): Promise<void> {
  return new Promise((resolve, reject) => {
    for (let start = 0; start < bytes.length;) start += writeSync(descriptor, bytes, start, bytes.length - start, at + start)
    fdatasync(descriptor, error => {
      if (error === null) resolve()
      else reject(error)
    })
  })
}

function fileSize(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => stat(path, (error, found) => {
    if (error === null) resolve(found.size)
    else if (error.code === 'ENOENT') resolve(undefined)
    else reject(error)
  }))
}

function settled<T>(start: (done: (error: NodeJS.ErrnoException | null, value?: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => start((error, value) => error === null ? resolve(value as T) : reject(error)))
}
