/** What one step of the test command came to; `failures` names each red test on one line. */
export interface Count {
  readonly passed: number
  readonly failures: readonly string[]
}

interface UnitReport {
  readonly numPassedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

interface FlowSuite {
  readonly title: string
  readonly suites?: readonly FlowSuite[]
  readonly specs?: readonly { readonly title: string, readonly tests: readonly { readonly status: string }[] }[]
}

/** Counts vitest's JSON report; a file that could not be loaded has no test and still is a failure. */
export function unitCount(report: unknown): Count {
  const { numPassedTests, testResults } = report as UnitReport
  const failures = testResults.flatMap(file => {
    const red = file.assertionResults.filter(test => test.status === 'failed')
      .map(test => `${file.name} › ${test.fullName}: ${firstLine(test.failureMessages[0] ?? '')}`)
    return red.length === 0 && file.status === 'failed' ? [`${file.name}: ${firstLine(file.message)}`] : red
  })
  return { passed: numPassedTests, failures }
}

/** Counts Playwright's JSON report; a test that passed only at a second try is a failure. */
export function flowCount(report: unknown): Count {
  const { stats, suites } = report as { stats: { expected: number }, suites: readonly FlowSuite[] }
  return { passed: stats.expected, failures: suites.flatMap(suite => redFlows(suite, '')) }
}

function redFlows(suite: FlowSuite, above: string): string[] {
  const title = above === '' ? suite.title : `${above} › ${suite.title}`
  const own = (suite.specs ?? [])
    .filter(spec => spec.tests.some(test => test.status === 'unexpected' || test.status === 'flaky'))
    .map(spec => `${title} › ${spec.title}`)
  return [...own, ...(suite.suites ?? []).flatMap(inner => redFlows(inner, title))]
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? ''
}
