import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: ['test/e2e/leavesNothing.ts'],
    // Real daemons work at the pace of the machine. What must be quick says so itself.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Nor is all that a real daemon does ours: it gets a second chance, and `pnpm test` tells who needed it.
    retry: process.env['LXD_TEST_DIR'] === undefined ? 0 : 1,
  },
})
