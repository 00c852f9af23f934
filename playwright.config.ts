import { defineConfig } from '@playwright/test'

/** What is never reached by a healthy run; it only ends what hangs. */
const HANGING = 300_000

export default defineConfig({
  testDir: 'tests',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/flows',
  timeout: HANGING,
  // What is waited for comes when it comes: on a busy machine later, and that is no failure.
  expect: { timeout: 60_000 },
  // Each test opens a whole program; two at once on an office PC only slow each other down.
  workers: 1,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/flows.json' }]],
})
