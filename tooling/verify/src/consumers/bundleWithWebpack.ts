import { join } from 'node:path'
import webpack from 'webpack'
import type { BundleTask } from './BundleTask.ts'

/** Path of the program that webpack makes, for production. */
export async function bundleWithWebpack({ folder, entry, platform }: BundleTask, path: string): Promise<string> {
  const stats = await new Promise<webpack.Stats | undefined>((resolve, reject) => {
    webpack(
      {
        mode: 'production',
        context: folder,
        entry,
        target: platform === 'node' ? 'node22' : ['web', 'es2022'],
        experiments: { outputModule: true },
        output: { path, filename: 'main.mjs', chunkFormat: 'module', library: { type: 'module' } },
        optimization: { minimize: false },
        performance: false,
      },
      (error, result) => (error ? reject(error) : resolve(result)),
    )
  })
  if (stats === undefined || stats.hasErrors() || stats.hasWarnings()) {
    throw new Error(stats?.toString({ all: false, errors: true, warnings: true }) ?? 'webpack made nothing')
  }
  return join(path, 'main.mjs')
}
