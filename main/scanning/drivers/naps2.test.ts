import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeAll } from '../../../tests/builders/take-pages.ts'
import type { Driver, Scanner, ScanWish } from './driver.ts'
import { naps2Driver } from './naps2.ts'

/** No Windows here: a shell script plays NAPS2.Console and does what its documentation says. */
const wish: ScanWish = { source: 'feeder', resolution: 200, colour: false, ownSettings: false }
const scanner: Scanner = { id: 'naps2:KODAK i2400', name: 'KODAK i2400', driver: 'naps2', sources: ['feeder'], resolutions: [200], reach: {} }
const never = new AbortController().signal

let root: string

beforeEach(async () => { root = await mkdtemp(join(tmpdir(), 'naps2-')) })
afterEach(() => rm(root, { recursive: true }))

test('its devices are read, and an old version has none', async () => {
  const listed = await (await playing('printf "KODAK i2400\\r\\nEPSON DS-530\\r\\n"')).list(never)
  expect(listed.ok && listed.value.map(({ id }) => id)).toEqual(['naps2:KODAK i2400', 'naps2:EPSON DS-530'])
  expect(await (await playing('echo "Option \'listdevices\' is unknown."')).list(never)).toEqual({ ok: true, value: [] })
})

test('its files are taken in order when the stack is through, and nothing stays', async () => {
  const naps2 = await playing(`echo "$*" > ${root}/asked; d=$(ls -d ${root}/stacks/stack-*); echo b > $d/p.0002.jpg; echo a > $d/p.0001.jpg; echo "2 page(s) scanned."`)
  const { pages, end } = await takeAll(naps2.scan(scanner, wish, never))
  expect([pages.map(page => Buffer.from(page.bytes).toString()), end]).toEqual([['a\n', 'b\n'], { ok: true, value: { reason: 'stack-empty' } }])
  expect(await readFile(join(root, 'asked'), 'utf8')).toMatch(/^--noprofile --driver twain --device KODAK i2400 --source feeder --dpi 200 --bitdepth gray --pagesize a4 -o .*p\.\$\(nnnn\)\.jpg -f -v\n$/)
  expect(await readdir(join(root, 'stacks'))).toEqual([])
})

test('without a file its words say why, since its exit code does not', async () => {
  const said = [
    ['No pages are in the feeder.', 'scan/no-paper'], ['The selected scanner is busy.', 'scan/busy'], ['The selected scanner is offline.', 'scan/offline'],
    ['The selected scanner could not be found. No device.', 'scan/no-scanner'], ['The scanner has a paper jam.', 'scan/jam'],
    ['The scanner\'s cover is open.', 'scan/cover-open'], ['Something nobody has seen', 'scan/failed'],
  ] as const
  for (const [words, code] of said) {
    const { end } = await takeAll((await playing(`echo "${words}"`)).scan(scanner, wish, never))
    expect(end).toEqual({ ok: false, problem: { code, scanner: 'KODAK i2400', sheets: 0 } })
  }
})

test('a window nobody sees is not waited for, and a cancelled stack ends', async () => {
  expect((await takeAll((await playing('exec sleep 60')).scan(scanner, wish, never))).end).toMatchObject({ problem: { code: 'scan/stalled' } })
  expect((await takeAll((await playing('exec sleep 60')).scan(scanner, wish, AbortSignal.timeout(200)))).end).toEqual({ ok: true, value: { reason: 'cancelled' } })
  const without = naps2Driver({ program: join(root, 'nothing'), work: join(root, 'stacks') })
  expect((await takeAll(without.scan(scanner, wish, never))).end).toMatchObject({ problem: { code: 'scan/no-driver' } })
})

async function playing(words: string): Promise<Driver> {
  const program = join(root, 'NAPS2.Console.exe')
  await writeFile(program, `#!/bin/sh\n${words}\n`, { mode: 0o755 })
  return naps2Driver({ program, work: join(root, 'stacks'), patience: 1000 })
}
