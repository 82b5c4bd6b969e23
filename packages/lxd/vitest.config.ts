import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { globalSetup: ['test/e2e/leavesNothing.ts'] },
})
