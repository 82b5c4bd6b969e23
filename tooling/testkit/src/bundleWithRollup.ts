import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import commonjsExport from '@rollup/plugin-commonjs'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import { type Plugin, rollup } from 'rollup'
import type { BundleOptions } from './bundle.ts'

// Its types describe the CommonJS build; the ES module that Node loads has the function itself as its default export.
const commonjsFunction: unknown = commonjsExport
const commonjs = commonjsFunction as () => Plugin

/** The code that rollup makes of a program. */
export async function bundleWithRollup(code: string, options: BundleOptions): Promise<string> {
  const { from, external = [], platform = 'browser' } = options
  const entry = join(from, '__program.js')
  const isExternal = (id: string) => external.some((name) => id === name || id.startsWith(`${name}/`))
  const program: Plugin = {
    name: 'program',
    resolveId: (id) => (id === entry ? entry : undefined),
    load: (id) => (id === entry ? code : undefined),
  }
  const build = await rollup({
    input: entry,
    external: (id) => isExternal(id) || (platform === 'node' && isBuiltin(id)),
    plugins: [
      program,
      nodeResolve({ browser: platform === 'browser', preferBuiltins: platform === 'node' }),
      commonjs(),
    ],
    onwarn: ({ code: kind, message }) => {
      if (kind === 'UNRESOLVED_IMPORT') throw new Error(message)
    },
  })
  try {
    const { output } = await build.generate({ format: 'esm', inlineDynamicImports: true })
    return output[0].code
  } finally {
    await build.close()
  }
}
