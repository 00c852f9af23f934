import { describe, expect, it } from 'vitest'
import { flowCount, unitCount } from './test-report.ts'

describe('the report of the test command', () => {
  it('names every red unit test by its file, its title and the first line of its failure', () => {
    const green = { fullName: 'numbers are whole', status: 'passed', failureMessages: [] }
    const red = { fullName: 'numbers have no gaps', status: 'failed', failureMessages: ['Error: 3 is missing\n    at a place'] }
    expect(unitCount({
      numPassedTests: 1,
      testResults: [{ name: 'numbers.test.ts', status: 'failed', message: '', assertionResults: [green, red] }],
    })).toEqual({ passed: 1, failures: ['numbers.test.ts › numbers have no gaps: Error: 3 is missing'] })
  })

  it('names a file that could not be loaded, which has no test to be red', () => {
    expect(unitCount({
      numPassedTests: 0,
      testResults: [{ name: 'broken.test.ts', status: 'failed', message: 'Cannot find a module\nmore', assertionResults: [] }],
    })).toEqual({ passed: 0, failures: ['broken.test.ts: Cannot find a module'] })
  })

  it('names red and flaky flows by the groups they stand in', () => {
    const spec = (title: string, status: string): unknown => ({ title, tests: [{ status }] })
    expect(flowCount({
      stats: { expected: 1 },
      suites: [{
        title: 'day.spec.ts',
        specs: [spec('opens', 'expected'), spec('closes', 'flaky')],
        suites: [{ title: 'at noon', specs: [spec('prints', 'unexpected')] }],
      }],
    })).toEqual({ passed: 1, failures: ['day.spec.ts › closes', 'day.spec.ts › at noon › prints'] })
  })
})
