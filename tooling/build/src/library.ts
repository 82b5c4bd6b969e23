import type { Options } from 'tsup'

/**
 * How every published package is built: one output file per source file. A single bundled file would make every
 * schema reachable from every import, and no bundler could shake it. Declarations come from tsc, which also writes
 * their maps.
 */
export const library: Options = {
  entry: ['src/**/*.ts', '!src/**/*.test.ts', '!src/**/*.test-d.ts'],
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  bundle: false,
  splitting: false,
  sourcemap: true,
  clean: true,
  dts: false,
  silent: true,
}
