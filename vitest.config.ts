import { defineConfig } from 'vitest/config'

// Property tests may take long on an old machine; time is never what a test asserts, so the limit only ends what hangs.
const HANGING = 300_000

export default defineConfig({
  test: {
    include: ['{shared,main,renderer,server,build,tests}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: HANGING,
    hookTimeout: HANGING,
  },
})
