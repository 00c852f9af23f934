import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '../../../build/electron/run.ts'
import { startCleaning } from './cleaning-process.ts'
import { drawSide } from './drawn-side.fixture.ts'
import { openPipeline } from './open-pipeline.ts'
import type { RawSide } from './pipeline.ts'

let folder: string
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'pipeline-')) })
afterAll(async () => { await rm(folder, { recursive: true }) })

async function rawOf(name: string, bytes: Uint8Array | string): Promise<RawSide> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return { path, dpi: 200, isPhoto: false, turn: 0 }
}

/** By a hand from outside, as a system short of memory does it; how many there were. */
async function killCleaning(): Promise<number> {
  const { stdout } = await run('pgrep', ['-P', String(process.pid), '-f', 'clean.process'])
  const numbers = stdout.split('\n').filter(line => line !== '').map(Number)
  for (const number of numbers) process.kill(number, 'SIGKILL')
  return numbers.length
}

/** A process that answers with its own number, ends itself when told to and never answers when told to. */
async function pretendScript(): Promise<URL> {
  const path = join(folder, 'pretend.mjs')
  await writeFile(path, `
    import { basename } from 'node:path'
    process.on('message', ({ path }) => {
      if (basename(path) === 'dies') throw new Error('gone')
      if (basename(path) === 'exits') process.exit(3)
      if (basename(path) === 'crashes') process.kill(process.pid, 'SIGSEGV')
      if (basename(path) === 'silent') return
      if (basename(path) === 'endless') for (;;);
      process.send({ kind: 'cleaned', result: { ok: true, value: { codes: [String(process.pid)] } } })
    })
    process.send({ kind: 'ready' })`)
  return pathToFileURL(path)
}

test('sides become pages in processes of their own, and a broken one is a problem of its own', async () => {
  const pipeline = openPipeline()
  const { png } = await drawSide({ grain: 4, lines: 8 })
  const [page, broken] = await Promise.all([
    pipeline.clean(await rawOf('good', png)), pipeline.clean(await rawOf('broken', png.subarray(0, 5000))),
  ])
  expect(broken).toEqual({ ok: false, problem: { code: 'picture/broken', file: '' } })
  if (!page.ok) throw new Error(page.problem.code)
  expect(Buffer.from(page.value.pdf.subarray(0, 5)).toString()).toBe('%PDF-')
  expect([page.value.coding, Math.round(page.value.width), Math.round(page.value.height)]).toEqual(['black-white', 210, 297])
  await pipeline.close()
})

test('a process that died while nothing was asked of it is known to be gone', async () => {
  const apart = startCleaning(await pretendScript(), 300_000)
  const side = await rawOf('any', 'x')
  expect(await apart.clean(side)).toMatchObject({ ok: true })
  apart.stop()
  await apart.ended
  expect(await apart.clean(side)).toBe('died')
})

test('never more than two processes, whatever waits', async () => {
  const pipeline = openPipeline({ script: await pretendScript() })
  const raw = await rawOf('page', 'x')
  const pages = await Promise.all(Array.from({ length: 40 }, () => pipeline.clean(raw)))
  expect(new Set(pages.map(page => page.ok ? page.value.codes[0] : page.problem.code)).size).toBeLessThanOrEqual(2)
  await pipeline.close()
})

test('a side that kills every process it is given to is a problem, and the next sides get a new one', async () => {
  const pipeline = openPipeline({ script: await pretendScript() })
  const [dies, exits, crashes, page] = [await rawOf('dies', 'x'), await rawOf('exits', 'x'), await rawOf('crashes', 'x'), await rawOf('page', 'x')]
  const answers = await Promise.all([dies, exits, page, crashes, page, page].map(raw => pipeline.clean(raw)))
  expect(answers.map(answer => answer.ok ? 'page' : answer.problem.code))
    .toEqual(['picture/broken', 'picture/broken', 'page', 'picture/broken', 'page', 'page'])
  await pipeline.close()
})

test('a side that silences its process is given up, and the next sides get a new one', async () => {
  const pipeline = openPipeline({ script: await pretendScript(), silentMs: 2000 })
  const [endless, silent, page] = [await rawOf('endless', 'x'), await rawOf('silent', 'x'), await rawOf('page', 'x')]
  const answers = await Promise.all([endless, silent, endless, page, page].map(raw => pipeline.clean(raw)))
  expect(answers.map(answer => answer.ok ? 'page' : answer.problem.code))
    .toEqual(['picture/not-cleaned', 'picture/not-cleaned', 'picture/not-cleaned', 'page', 'page'])
  await pipeline.close()
})

test('of processes killed in the middle of a batch no page is lost', async () => {
  const pipeline = openPipeline()
  const raw = await rawOf('good', (await drawSide({ grain: 4, lines: 8 })).png)
  const pages = Promise.all(Array.from({ length: 3 }, () => pipeline.clean(raw)))
  const first = await pipeline.clean(raw)
  expect(await killCleaning()).toBe(2)
  expect((await pages).every(page => page.ok)).toBe(true)
  expect(first.ok).toBe(true)
  await pipeline.close()
  expect(await killCleaning()).toBe(0)
})

test('a process that never gets ready is given up too', async () => {
  const path = join(folder, 'never-ready.mjs')
  await writeFile(path, 'setInterval(() => {}, 1000); await new Promise(() => {})')
  const pipeline = openPipeline({ script: pathToFileURL(path), silentMs: 2000 })
  expect(await pipeline.clean(await rawOf('page', 'x'))).toEqual({ ok: false, problem: { code: 'picture/not-cleaned', file: '' } })
  await pipeline.close()
})

test('a process that cannot start is a fault of the program, not of the side', async () => {
  const path = join(folder, 'no-start.mjs')
  await writeFile(path, 'import "./nowhere.mjs"')
  const pipeline = openPipeline({ script: pathToFileURL(path) })
  await expect(pipeline.clean(await rawOf('page', 'x'))).rejects.toThrow('did not start')
  await pipeline.close()
})

test('what waits can be called back, and closing ends what runs', async () => {
  const pipeline = openPipeline({ script: await pretendScript() })
  const silent = await rawOf('silent', 'x')
  const running = [pipeline.clean(silent), pipeline.clean(silent)].map(page => page.catch((error: Error) => error.message))
  const stop = new AbortController()
  const waiting = pipeline.clean(await rawOf('page', 'x'), stop.signal).catch((error: Error) => error.message)
  stop.abort()
  expect(await waiting).toBe('Called back')
  await pipeline.close()
  expect(await Promise.all(running)).toEqual(['The pipeline is closed', 'The pipeline is closed'])
  await expect(pipeline.clean(silent)).rejects.toThrow('closed')
})
