import { existsSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { runSeen } from './display.ts'
import { ensureTools, TEST_TOOLS } from './electron/debian.ts'
import { electronPath } from './electron.ts'
import { runFlows } from './flows.ts'
import { PROJECT } from './folders.ts'
import { flowCount, unitCount, type Count } from './test-report.ts'

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
    await counted('flows', flowCount, () => runFlows([])),
    await counted('unit', unitCount, () => runSeen('vitest', ['run', '--reporter=default', '--reporter=json',
      `--outputFile.json=${join(REPORTS, 'unit.json')}`])),
  ]
  const passed = counts.reduce((sum, count) => sum + count.passed, 0)
  const failures = counts.flatMap(count => count.failures)
  for (const failure of failures) console.log(`\nFailed: ${failure}`)
  console.log(`\n${passed} passed, ${failures.length} failed`)
  return failures.length === 0 ? 0 : 1
}

/** A script of package.json, counted as one. */
async function check(script: string): Promise<Count> {
  console.log(`\n— ${script}`)
  const code = await runSeen('npm', ['run', '-s', script])
  return code === 0 ? { passed: 1, failures: [] } : { passed: 0, failures: [script] }
}

/** A runner that leaves a report: a run that ends badly fails at least once, whatever its report says. */
async function counted(name: string, count: (report: unknown) => Count, run: () => Promise<number>): Promise<Count> {
  console.log(`\n— ${name}`)
  const code = await run()
  const file = join(REPORTS, `${name}.json`)
  const found = existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failures: [] }
  return code === 0 || found.failures.length > 0 ? found : { ...found, failures: [`${name} ended with ${code}`] }
}

process.exitCode = await testAll()
