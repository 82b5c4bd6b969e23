import { defineConfig } from 'vitest/config'

// Bundlers and child processes work at the pace of the machine. What must be quick says so itself.
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 60_000 } })
