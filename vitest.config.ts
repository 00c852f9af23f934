import { defineConfig } from 'vitest/config'

// Property tests may take long on an old machine; time is never what a test asserts, so the limit only ends what hangs.
const HANGING = 300_000

export default defineConfig({
  test: {
    include: ['{shared,main,renderer,server,build,tests}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: HANGING,
    hookTimeout: HANGING,
    // What is waited for comes when it comes; the runner's own second would be an assertion of time.
    expect: { poll: { timeout: HANGING } },
  },
})
