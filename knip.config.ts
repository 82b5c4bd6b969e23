import { globSync, readFileSync } from 'node:fs'
import type { KnipConfig } from 'knip'

/** The source files behind the entry points of a published package: the build is one file per file. */
function publishedEntries(folder: string): string[] {
  const { exports = {} } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as {
    exports?: Record<string, string | { default?: string }>
  }
  return Object.values(exports)
    .map((target) => (typeof target === 'string' ? target : (target.default ?? '')))
    .filter((file) => file.startsWith('./dist/'))
    .map((file) => file.replace('./dist/', 'src/').replace('*', '**/*').replace(/\.js$/, '.ts'))
}

const packages = globSync('packages/*').map((folder) => [
  folder,
  { entry: [...publishedEntries(folder), 'examples/*.ts', 'bench/*.bench.ts', 'test/smoke/*.ts'] },
])

const config: KnipConfig = {
  // Not `binaries`: tests run what the system brings, and skip themselves where it does not.
  include: [
    'catalog',
    'catalogReferences',
    'cycles',
    'dependencies',
    'devDependencies',
    'duplicates',
    'enumMembers',
    'exports',
    'files',
    'namespaceMembers',
    'optionalPeerDependencies',
    'types',
    'unlisted',
    'unresolved',
  ],
  ignoreExportsUsedInFile: { interface: true, type: true },
  workspaces: {
    ...Object.fromEntries(packages),
    docs: { entry: ['snippets/*.ts'] },
    'tooling/bench': { entry: ['src/runBench.ts', 'bench/*.bench.ts'] },
    'tooling/codegen': { entry: ['src/*/generate.ts'] },
    'tooling/finale': { entry: ['examples/*.ts'] },
    'tooling/docs': { entry: ['src/main.ts', 'src/serve.ts'] },
    'tooling/playground': {
      entry: ['src/index.ts', 'src/page/main.ts', 'src/worker/main.ts', 'src/worker/standIns/*.ts'],
      // Programs that are typed in may import it.
      ignoreDependencies: ['@x/linstor-wire'],
    },
    'tooling/verify': { entry: ['src/run/vitestRun.ts'] },
  },
}

export default config
