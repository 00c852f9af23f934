import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProcess, type OwnProcess } from '../../processes/own-process.ts'
import { openFileReader } from './file-reader.ts'

const SILENT = "process.on('message', () => undefined)"
const NEVER_DRAWS = "process.on('message', wish => { if (wish.kind === 'read') process.send({ kind: 'opened' }) })"
const DIES = "process.on('message', () => process.kill(process.pid, 'SIGSEGV'))"
const ENDS = "process.on('message', () => process.send({ kind: 'end', trouble: null }))"
const BREAKS = "process.on('message', () => process.exit(70))"

let folder: string
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'file-reader-')) })
afterAll(() => rm(folder, { recursive: true }))

/** Each start takes the next of the scripts. */
async function starting(...scripts: readonly string[]): Promise<{ readonly start: () => OwnProcess, readonly started: () => number }> {
  const places = await Promise.all(scripts.map(async (script, i) => {
    const path = join(folder, `${String(i)}.cjs`)
    await writeFile(path, script)
    return pathToFileURL(path)
  }))
  let started = 0
  return { start: () => startProcess(places[started++] ?? new URL('file:///nowhere')), started: () => started }
}

test('a place that does not answer, a page without end and a process that dies of its file are troubles of that file alone', async () => {
  const { start, started } = await starting(SILENT, NEVER_DRAWS, DIES, ENDS)
  const reader = openFileReader(start, { opens: 2000, draws: 2000 })
  const ends: unknown[] = []
  for (const path of ['away', 'endless', 'deadly', 'good', 'good too']) ends.push((await reader.read(path, new AbortController().signal).next()).value)
  await reader.close()
  expect(ends).toEqual(['picture/gone', 'picture/broken', 'picture/gone', null, null])
  expect(started()).toBe(4)
})

test('an error of ours over a file is not taken for one of the file', async () => {
  const { start } = await starting(BREAKS)
  await expect(openFileReader(start).read('good', new AbortController().signal).next()).rejects.toThrow('broke down')
})

test('a process that was ended while nothing was asked of it gives its place to a new one, and the next file is no trouble', async () => {
  const { start, started } = await starting(ENDS, ENDS)
  const processes: OwnProcess[] = []
  const reader = openFileReader(() => {
    const begun = start()
    processes.push(begun)
    return begun
  })
  const read = async (): Promise<unknown> => (await reader.read('good', new AbortController().signal).next()).value
  expect(await read()).toBe(null)
  processes[0]?.end()
  await processes[0]?.ended
  expect(await read()).toBe(null)
  expect(started()).toBe(2)
  await reader.close()
})
