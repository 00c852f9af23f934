import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { _electron } from 'playwright-core'
import { build } from 'vite'
import { electronPath, sandboxArguments } from '../../build/electron.ts'
import type { RxdbPage } from './rxdb-page.ts'

export interface RxdbPeer {
  readonly insertAll: RxdbPage['insertAll']
  readonly close: () => Promise<void>
}

/** RxDB on Dexie with strict durability, in a window of the same Electron, on the same drive as the other peers. */
export async function openRxdbPeer(): Promise<RxdbPeer> {
  const folder = mkdtempSync(join(tmpdir(), 'rxdb-peer-'))
  await build({
    configFile: false, logLevel: 'error', define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: folder, target: 'chrome130', emptyOutDir: false,
      rolldownOptions: { input: join(import.meta.dirname, 'rxdb-page.ts'), output: { format: 'es', entryFileNames: 'page.js' } },
    },
  })
  writeFileSync(join(folder, 'page.html'), '<!doctype html><title>RxDB</title>')
  const electron = await _electron.launch({
    executablePath: await electronPath(),
    args: [...sandboxArguments(), join(import.meta.dirname, 'peer-main.cjs'), `--user-data-dir=${join(folder, 'profile')}`],
  })
  const page = await electron.firstWindow()
  await page.goto(pathToFileURL(join(folder, 'page.html')).href)
  await page.addScriptTag({ path: join(folder, 'page.js'), type: 'module' })
  await page.waitForFunction(() => 'rxdbPage' in window)
  return {
    insertAll: documents => page.evaluate(given => (window as unknown as { rxdbPage: RxdbPage }).rxdbPage.insertAll(given), documents),
    close: async () => {
      await electron.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
