import { existsSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { runSeen } from './display.ts'
import { ensureTools, TEST_TOOLS } from './electron/debian.ts'
import { electronPath } from './electron.ts'
import { runFlows } from './flows.ts'
import { PROJECT } from './folders.ts'

interface Count {
  readonly passed: number
  readonly failed: number
}

const REPORTS = join(PROJECT, 'test-results')

/** Everything that can be checked, in the order of its price; the last line counts it. The answer is the exit code. */
async function testAll(): Promise<number> {
  await rm(REPORTS, { recursive: true, force: true })
  await electronPath()
  await ensureTools(TEST_TOOLS)
  const counts = [
    await check('types'),
    await check('lint'),
    await check('rules'),
    await counted('unit.json', unitCount, () => runSeen('vitest', ['run', '--reporter=default', '--reporter=json',
      `--outputFile.json=${join(REPORTS, 'unit.json')}`])),
    await counted('flows.json', flowCount, () => runFlows([])),
  ]
  const passed = counts.reduce((sum, count) => sum + count.passed, 0)
  const failed = counts.reduce((sum, count) => sum + count.failed, 0)
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

/** A script of package.json, counted as one. */
async function check(script: string): Promise<Count> {
  console.log(`\n— ${script}`)
  const code = await runSeen('npm', ['run', '-s', script])
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** A runner that leaves a report: a run that ends badly fails at least once, whatever its report says. */
async function counted(report: string, count: (report: unknown) => Count, run: () => Promise<number>): Promise<Count> {
  console.log(`\n— ${report.replace('.json', '')}`)
  const code = await run()
  const file = join(REPORTS, report)
  const found = existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 1 }
  return code === 0 ? found : { passed: found.passed, failed: Math.max(1, found.failed) }
}

function unitCount(report: unknown): Count {
  const { numPassedTests, numFailedTests } = report as { numPassedTests: number, numFailedTests: number }
  return { passed: numPassedTests, failed: numFailedTests }
}

function flowCount(report: unknown): Count {
  const { stats } = report as { stats: { expected: number, unexpected: number, flaky: number } }
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
}

process.exitCode = await testAll()
