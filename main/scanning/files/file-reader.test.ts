import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { openFileReader } from './file-reader.ts'

const SILENT = 'setInterval(() => undefined, 1000)'
const NEVER_DRAWS = `require('worker_threads').parentPort.on('message', wish => {
  if (wish.kind === 'read') require('worker_threads').parentPort.postMessage({ kind: 'opened' })
})`
const DIES = "require('worker_threads').parentPort.on('message', () => process.exit(1))"
const ENDS = "const { parentPort } = require('worker_threads'); parentPort.on('message', () => parentPort.postMessage({ kind: 'end', trouble: null }))"

test('a place that does not answer, a page without end and a thread that dies of its file are troubles of that file alone', async () => {
  const threads = [SILENT, NEVER_DRAWS, DIES, ENDS]
  let started = 0
  const reader = openFileReader(() => new Worker(threads[started++] ?? '', { eval: true }), { opens: 500, draws: 500 })
  const ends: unknown[] = []
  for (const path of ['away', 'endless', 'deadly', 'good', 'good too']) ends.push((await reader.read(path, new AbortController().signal).next()).value)
  await reader.close()
  expect(ends).toEqual(['picture/gone', 'picture/broken', 'picture/gone', null, null])
  expect(started).toBe(4)
})
