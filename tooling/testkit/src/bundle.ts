import { gzipSync } from 'node:zlib'
import { transform } from 'esbuild'
import { bundleWithEsbuild } from './bundleWithEsbuild.ts'
import { bundleWithRollup } from './bundleWithRollup.ts'

/** How {@link bundle} resolves. */
export interface BundleOptions {
  /** Folder of the package from which imports are resolved: `import.meta.dirname` of a test does. */
  from: string
  /** Packages left out with all their subpaths, for example `['zod', 'ky']`. @default none */
  external?: readonly string[] | undefined
  /**
   * `browser` fails on any import of a `node:` module; `node` leaves them out.
   *
   * @default 'browser'
   */
  platform?: 'browser' | 'node' | undefined
}

/** What one bundler made. */
export interface Bundle {
  /** Tree-shaken, not minified: names can be looked for in it. */
  code: string
  /** Bytes of the code after minification and gzip, as an application would ship it. */
  gzip: number
}

/**
 * Bundles a program with esbuild and with rollup, as an application's build would. Workspace packages are resolved as
 * published, from `dist`: build them first.
 *
 * @param code - Source of the program, JavaScript.
 */
export async function bundle(code: string, options: BundleOptions): Promise<{ esbuild: Bundle; rollup: Bundle }> {
  const [esbuild, rollup] = await Promise.all([bundleWithEsbuild(code, options), bundleWithRollup(code, options)])
  return { esbuild: await measured(esbuild), rollup: await measured(rollup) }
}

async function measured(code: string): Promise<Bundle> {
  const minified = await transform(code, { minify: true, format: 'esm', target: 'es2022', legalComments: 'none' })
  return { code, gzip: gzipSync(minified.code, { level: 9 }).length }
}
