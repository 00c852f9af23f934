import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { RunningApp } from '../faults/app.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds on the screen as it is, at 100 % and at 200 %, and whether it is wider than the window there. */
export async function axeFindings({ page, call }: RunningApp): Promise<readonly string[]> {
  const found: string[] = []
  for (const zoom of [1, 2]) {
    await call('program.setZoom', zoom)
    await page.waitForFunction(factor => Math.round(1366 / window.innerWidth) === factor, zoom)
    await page.evaluate(AXE)
    found.push(...await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string, nodes: { html: string }[] }[] }> } }
      return (await axe.run()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160) ?? ''}`)
    }))
    if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) found.push(`wider than the window at ${String(zoom * 100)} %`)
  }
  await call('program.setZoom', 1)
  await page.waitForFunction(() => window.innerWidth > 1300)
  return found
}
