import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: ['docs', 'packages/*', 'tooling/*'],
  },
})
