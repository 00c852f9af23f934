import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeAll } from '../../../tests/builders/take-pages.ts'
import type { Driver, Scanner, ScanWish } from './driver.ts'
import { wiaDriver } from './wia.ts'

/** No Windows here: a shell script plays PowerShell and says what the real script would, in its recorded shape. */
const wish: ScanWish = { source: 'feeder', resolution: 200, colour: false, ownSettings: false }
const scanner: Scanner = { id: 'wia:{6BDD1FC6}\\0001', name: 'HP ScanJet', driver: 'wia', sources: ['feeder'], resolutions: [100, 300], reach: {} }
const never = new AbortController().signal

let root: string

beforeEach(async () => { root = await mkdtemp(join(tmpdir(), 'wia-')) })
afterEach(() => rm(root, { recursive: true }))

test('devices are read from the script\'s lines', async () => {
  const device = '{"is":"device","id":"{6BDD1FC6}\\\\0001","name":"HP ScanJet","sources":["flatbed","feeder"],"resolutions":[300,100],"width":216,"height":297}'
  const listed = await (await playing(`echo 'WARNING: slow'; printf '%s\\n' '${device}'; echo '{"is":"end"}'`)).list(never)
  const reach = { width: 216, height: 297 }
  expect(listed).toEqual({ ok: true, value: [{ ...scanner, sources: ['flatbed', 'feeder'], reach: { flatbed: reach, feeder: reach } }] })
})

test('a stack comes sheet by sheet until the feeder is empty', async () => {
  const wia = await playing(`${page(1)}; read a; ${page(2)}; read a; echo '{"is":"problem","code":"0x80210003"}'; echo "$*" > ${root}/args`)
  const { pages, end } = await takeAll(wia.scan(scanner, wish, never))
  expect([pages.map(one => Buffer.from(one.bytes).toString()), pages[0]?.dpi, end]).toEqual([['page 1\n', 'page 2\n'], 300, { ok: true, value: { reason: 'stack-empty' } }])
  expect(await readdir(join(root, 'stacks'))).toEqual([])
})

test('a jam, a policy and a script that dies are told with the sheets that came', async () => {
  const ends = [['echo \'{"is":"problem","code":"0x80210002"}\'', 'scan/jam'], ['echo \'{"is":"policy"}\'', 'scan/policy'], ['exit 3', 'scan/failed']] as const
  for (const [words, code] of ends) {
    const { end } = await takeAll((await playing(`${page(1)}; read a; ${words}`)).scan(scanner, wish, never))
    expect(end).toEqual({ ok: false, problem: { code, scanner: 'HP ScanJet', sheets: 1 } })
  }
})

test('an empty feeder, a silent driver and a PC without PowerShell are told', async () => {
  expect((await takeAll((await playing('echo \'{"is":"problem","code":"0x80210003"}\'')).scan(scanner, wish, never))).end).toMatchObject({ problem: { code: 'scan/no-paper' } })
  expect((await takeAll((await playing('read a')).scan(scanner, wish, never))).end).toMatchObject({ problem: { code: 'scan/stalled' } })
  const without = wiaDriver({ script: 'wia.ps1', work: join(root, 'stacks'), shell: join(root, 'nothing') })
  expect((await takeAll(without.scan(scanner, wish, never))).end).toMatchObject({ problem: { code: 'scan/no-driver' } })
})

test('cancelling keeps what came', async () => {
  const stop = new AbortController()
  const { pages, end } = await takeAll((await playing(`${page(1)}; read a`)).scan(scanner, wish, stop.signal), () => { stop.abort() })
  expect([pages.length, end]).toEqual([1, { ok: true, value: { reason: 'cancelled' } }])
})

/** Saves a file where the real script would, and says so. */
function page(number: number): string {
  return `folder=$(ls -d ${root}/stacks/stack-*); echo "page ${String(number)}" > $folder/p${String(number)}.jpg; echo "{\\"is\\":\\"page\\",\\"file\\":\\"$folder/p${String(number)}.jpg\\"}"`
}

async function playing(words: string): Promise<Driver> {
  const shell = join(root, 'powershell')
  await writeFile(shell, `#!/bin/sh\n${words}\n`, { mode: 0o755 })
  return wiaDriver({ script: 'wia.ps1', work: join(root, 'stacks'), shell, patience: 1500 })
}
