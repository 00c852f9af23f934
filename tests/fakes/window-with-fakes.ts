import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { createServer } from 'vite'
import { PROJECT } from '../../build/folders.ts'
import { programs } from '../../build/vite.config.ts'
import type { Scenario } from './fake-main.ts'

export interface WindowWithFakes {
  /** A new page of the window at this scenario, at the size of an office screen unless told. */
  readonly open: (scenario: Scenario, size?: { readonly width: number; readonly height: number }) => Promise<Page>
  readonly close: () => Promise<void>
}

/** The window's own code in a browser, in front of a machine in memory. */
export async function windowWithFakes(executablePath: string): Promise<WindowWithFakes> {
  const keyhole = { tag: 'script', attrs: { type: 'module', src: `/@fs${join(PROJECT, 'tests/fakes/fake-keyhole.ts')}` }, injectTo: 'head-prepend' as const }
  const server = await createServer({
    ...programs(join(PROJECT, 'dist')).renderer,
    cacheDir: join(PROJECT, 'dist/window-with-fakes'),
    server: { port: 0, hmr: false, ws: false, fs: { allow: [PROJECT] } },
    plugins: [{ name: 'fake-keyhole', transformIndexHtml: () => [keyhole] }],
  })
  await server.listen()
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  return {
    open: async (scenario, size = { width: 1366, height: 768 }) => {
      const page = await browser.newPage({ viewport: size })
      await page.addInitScript({ content: `window.scenario = ${JSON.stringify(scenario)}` })
      await page.goto(server.resolvedUrls?.local[0] ?? '')
      return page
    },
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}
