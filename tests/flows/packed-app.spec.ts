import { expect, test } from '@playwright/test'
import { getCurrentFuseWire, FuseV1Options } from '@electron/fuses'
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { sandboxArguments } from '../../build/electron.ts'
import { run } from '../../build/electron/run.ts'
import { pack, PACKED, PACKED_EXECUTABLE } from '../../build/pack.ts'
import type { Result } from '../../shared/base/result.ts'
import type { ScannerView, ScanTray } from '../../shared/bridge/scanning-api.ts'
import { jpegSheets } from '../builders/jpeg-sheets.ts'
import { openEsclDevice } from '../fakes/escl-device.ts'
import { callerOf, type RunningApp } from '../faults/app.ts'
import { firstStart, signIn } from '../faults/clerk.ts'

/** How a fuse is written in the executable: the ASCII digits 0 and 1. */
const OFF = 0x30
const ON = 0x31

test.beforeAll(async () => { await pack() })

test('the packed program opens its first screen, and makes a page of a scanned sheet', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'packed-'))
  const program = spawn(PACKED_EXECUTABLE, [...sandboxArguments(), '--remote-debugging-port=0', `--data-dir=${folder}`], { stdio: ['ignore', 'ignore', 'pipe'] })
  const gone = new Promise(resolve => program.once('exit', resolve))
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    program.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    program.once('exit', code => { reject(new Error(`The packed program ended with ${String(code)}: ${said}`)) })
  })
  // The inspector is closed in a packed program, so the window is reached the way a browser is.
  const browser = await chromium.connectOverCDP(address)
  const context = browser.contexts()[0]
  if (context === undefined) throw new Error('The packed program has no window')
  const page = context.pages()[0] ?? await context.waitForEvent('page')
  await expect(page.getByRole('heading').first()).toBeVisible()
  expect(page.url()).toMatch(/^app:\/\/mot-cua\//)
  const app = { page, call: callerOf(page) }
  await firstStart(app)
  await signIn(app)
  expect(await scanOneSheet(app)).toBe('ready')
  await browser.close()
  program.kill()
  await gone
  rmSync(folder, { recursive: true })
})

/** From a pretend scanner on the network to the tray: decoded and coded by what lies beside the archive. */
async function scanOneSheet({ call }: Pick<RunningApp, 'call'>): Promise<string | undefined> {
  const device = await openEsclDevice({ sheets: await jpegSheets(1, 100) })
  const added = await call<Result<ScannerView>>('scanning.addByAddress', `127.0.0.1:${device.root.port}`)
  if (!added.ok) throw new Error(added.problem.code)
  await call('scanning.choose', { scanner: added.value.id, source: 'feeder', resolution: 200, ownSettings: false })
  await call('scanning.start', { into: null, goOn: null, instead: null })
  const state = async (): Promise<string | undefined> => (await call<ScanTray>('scanning.tray')).pages[0]?.state
  await expect.poll(async () => [undefined, 'coming'].includes(await state()), { timeout: 60_000 }).toBe(false)
  await device.close()
  return state()
}

test('the packed program is nothing but itself: no Node, no inspector, no other app', async () => {
  const fuses = await getCurrentFuseWire(PACKED_EXECUTABLE)
  expect({
    node: fuses[FuseV1Options.RunAsNode],
    nodeOptions: fuses[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
    inspector: fuses[FuseV1Options.EnableNodeCliInspectArguments],
    files: fuses[FuseV1Options.GrantFileProtocolExtraPrivileges],
    cookies: fuses[FuseV1Options.EnableCookieEncryption],
    integrity: fuses[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
    onlyAsar: fuses[FuseV1Options.OnlyLoadAppFromAsar],
  }).toEqual({
    node: OFF,
    nodeOptions: OFF,
    inspector: OFF,
    files: OFF,
    cookies: ON,
    integrity: ON,
    onlyAsar: ON,
  })
  expect(existsSync(join(PACKED, 'resources/default_app.asar'))).toBe(false)
  const asNode = await run('timeout', ['5', PACKED_EXECUTABLE, '-e', 'console.log("ran as Node")'], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } })
  expect(asNode.stdout).not.toContain('ran as Node')
})
