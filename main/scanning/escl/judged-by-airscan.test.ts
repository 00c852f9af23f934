import { execFile } from 'node:child_process'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { ensureTools } from '../../../build/electron/debian.ts'
import { jpegSheets } from '../../../tests/builders/jpeg-sheets.ts'
import { openEsclDevice, type EsclDevice, type EsclFault } from '../../../tests/fakes/escl-device.ts'

/** The pretend device is honest when a client nobody here wrote is content with it. */
let folder: string
let device: EsclDevice

beforeAll(() => ensureTools(['sane-utils', 'sane-airscan']))
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'airscan-')) })
afterEach(async () => {
  await device.close()
  await rm(folder, { recursive: true })
})

test('sane-airscan scans a whole stack from the pretend device', async () => {
  const { code, pages } = await scanWithAirscan([])
  expect([code, pages.length]).toEqual([0, 4])
  expect(pages.every(page => page.startsWith('P5\n'))).toBe(true)
  expect(device.openJobs()).toBe(0)
})

test('sane-airscan scans over https, with the device\'s own certificate', async () => {
  expect((await scanWithAirscan([], true)).pages).toHaveLength(4)
})

test.each<readonly [EsclFault['kind'], number, RegExp, number]>([
  ['jam', 3, /jammed/, 2], ['jam', 0, /jammed/, 0], ['door-open', 0, /cover is open/, 0], ['busy-for-ever', 0, /busy/i, 0],
])('sane-airscan understands %s at sheet %i', async (kind, at, words, came) => {
  const { code, said, pages } = await scanWithAirscan([{ at, kind }])
  expect(code).not.toBe(0)
  expect(said).toMatch(words)
  expect(pages).toHaveLength(came)
})

interface Scanned {
  readonly code: number
  readonly said: string
  readonly pages: readonly string[]
}

async function scanWithAirscan(faults: readonly EsclFault[], isSecure = false): Promise<Scanned> {
  device = await openEsclDevice({ sheets: await jpegSheets(4), faults, isSecure })
  await writeFile(join(folder, 'dll.conf'), 'airscan\n')
  await writeFile(join(folder, 'airscan.conf'), `[devices]\nPretend = ${device.root.href}\n[options]\ndiscovery = disable\n`)
  const asked = ['--source', 'ADF', '--mode', 'Gray', '--resolution', '75', '--format=pnm', `--batch=${folder}/p%04d.pnm`]
  const env = { ...process.env, LC_ALL: 'C', SANE_CONFIG_DIR: folder }
  const ran = await new Promise<{ code: number, said: string }>(resolve => {
    execFile('scanimage', ['-d', 'airscan:e0:Pretend', ...asked], { env, timeout: 120_000 }, (error, _, said) => {
      resolve({ code: error === null ? 0 : Number(error.code), said })
    })
  })
  const names = (await readdir(folder)).filter(name => name.endsWith('.pnm')).sort()
  return { ...ran, pages: await Promise.all(names.map(async name => (await readFile(join(folder, name))).toString('latin1').slice(0, 20))) }
}
