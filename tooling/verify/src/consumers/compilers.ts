import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const compilerOf = (name: string): string =>
  require.resolve(`${name}/package.json`).replace(/package\.json$/, 'bin/tsc')

/**
 * The compilers that a user may have, by version. The first is the oldest promised: it knows that typed arrays are generic
 * in their buffer, which the declarations make use of.
 */
export const compilers: Readonly<Record<string, string>> = {
  '5.7': compilerOf('typescript-5.7'),
  '6.0': compilerOf('typescript'),
  '7.0': compilerOf('typescript-7.0'),
}
