import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: ['test/e2e/leavesNothing.ts'],
    // Real daemons work at the pace of the machine. What must be quick says so itself.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
