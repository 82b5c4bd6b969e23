import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { build } from 'vite'
import type { BundleTask } from './BundleTask.ts'

/** Path of the program that Vite makes, for production. */
export async function bundleWithVite({ folder, entry, platform }: BundleTask, outDir: string): Promise<string> {
  await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    ...(platform === 'node' && { resolve: { conditions: ['node'] } }),
    build: {
      target: 'es2022',
      outDir,
      minify: false,
      lib: { entry, formats: ['es'], fileName: () => 'main.mjs' },
      rollupOptions: {
        external: (id) => platform === 'node' && isBuiltin(id),
        onwarn: ({ message }) => {
          throw new Error(message)
        },
      },
    },
  })
  return join(outDir, 'main.mjs')
}
