import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { PRODUCT, ROOT, sourcesIn } from './tree.ts'
import { PLANTS } from './planted-imports.ts'

interface Cruise {
  readonly summary: {
    readonly error: number
    readonly totalCruised: number
    readonly violations: readonly { readonly from: string, readonly to: string, readonly rule: { readonly name: string } }[]
  }
}

test('nobody imports whom they may not, and the gate saw the whole house', () => {
  const { summary } = cruise(ROOT)
  expect(summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`)).toEqual([])
  expect(summary.totalCruised).toBeGreaterThan(sourcesIn(PRODUCT).length)
})

test('each planted import is caught by the rule that forbids it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'planted-'))
  try {
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
    for (const house of PRODUCT) mkdirSync(join(folder, house))
    for (const file of ALLOWED) plant(folder, file, '')
    for (const { from, to, line, toLine } of PLANTS) {
      if (to !== undefined) plant(folder, to, toLine ?? '')
      plant(folder, from, line)
    }
    const caught = new Set(cruise(folder).summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`))
    const missed = PLANTS.filter(({ rule, from }) => !caught.has(`${rule}: ${from}`))
    expect(missed).toEqual([])
    expect(PLANTS.length).toBeGreaterThanOrEqual(17)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

/** Where the planted imports point, when the place itself is innocent. */
const ALLOWED = ['tests/builders/x.ts', 'main/room/x.ts']

function plant(folder: string, file: string, line: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), `${line}\nexport const x = 1\nexport type X = 1\n`)
}

function cruise(cwd: string): Cruise {
  const config = join(ROOT, 'build/rules/dependency-rules.cjs')
  const ran = spawnSync(process.execPath, [join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
    '--config', config, '--output-type', 'json', ...PRODUCT], { cwd, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
  if (ran.stdout === '') throw new Error(ran.stderr)
  return JSON.parse(ran.stdout) as Cruise
}
