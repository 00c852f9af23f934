import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { electronPath, sandboxArguments } from '../../build/electron.ts'
import { run } from '../../build/electron/run.ts'
import { PROJECT } from '../../build/folders.ts'
import { launchApp } from '../faults/app.ts'

test('J8 a second start on the same folder brings the first to the front and ends', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'single-'))
  const first = await launchApp(folder)
  await first.electron.evaluate(({ app, BrowserWindow }) => {
    BrowserWindow.getAllWindows().forEach(window => { window.hide() })
    app.once('second-instance', () => { Object.assign(globalThis, { wasAsked: true }) })
  })
  const second = await run(await electronPath(), [...sandboxArguments(), PROJECT, `--data-dir=${folder}`])
  expect(second.code).toBe(0)
  const seen = await first.electron.evaluate(({ BrowserWindow }) => ({
    wasAsked: 'wasAsked' in globalThis,
    visible: BrowserWindow.getAllWindows().filter(window => window.isVisible()).length,
  }))
  expect(seen).toEqual({ wasAsked: true, visible: 1 })
  await first.close()
  rmSync(folder, { recursive: true })
})

test('J8 another folder is another program', async () => {
  const folders = [mkdtempSync(join(tmpdir(), 'one-')), mkdtempSync(join(tmpdir(), 'two-'))] as const
  const first = await launchApp(folders[0])
  const second = await launchApp(folders[1])
  expect(second.pid).not.toBe(first.pid)
  await second.close()
  await first.close()
  for (const folder of folders) rmSync(folder, { recursive: true })
})
