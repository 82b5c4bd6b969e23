import { build } from 'esbuild'
import type { BundleOptions } from './bundle.ts'

/** The code that esbuild makes of a program. */
export async function bundleWithEsbuild(code: string, options: BundleOptions): Promise<string> {
  const { from, external = [], platform = 'browser' } = options
  const result = await build({
    stdin: { contents: code, resolveDir: from, sourcefile: 'program.js' },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform,
    external: external.flatMap((name) => [name, `${name}/*`]),
    legalComments: 'none',
    logLevel: 'silent',
  })
  return result.outputFiles[0]!.text
}
