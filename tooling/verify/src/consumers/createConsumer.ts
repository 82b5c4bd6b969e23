import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { transform } from 'esbuild'
import type { WorkspacePackage } from '../findPackages.ts'
import { packedTarballs } from '../packaging/packedTarballs.ts'
import { runCommand } from '../run/runCommand.ts'
import type { Consumer, ConsumerProgram } from './Consumer.ts'
import { linkedDependencies } from './linkedDependencies.ts'
import { smokePrograms } from './smokePrograms.ts'

let created: Promise<Consumer> | undefined

/**
 * A project in a folder of its own, outside the repository, with the packages installed by pnpm from their tarballs, strictly:
 * what a package does not declare is not there. What others publish is linked from this repository, so that nothing is
 * fetched. It is made once for all steps and goes when this process ends.
 */
export function createConsumer(packages: readonly WorkspacePackage[]): Promise<Consumer> {
  created ??= create(packages)
  return created
}

async function create(packages: readonly WorkspacePackage[]): Promise<Consumer> {
  const tarballs = await packedTarballs(packages)
  const folder = mkdtempSync(join(tmpdir(), 'consumer-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const linked = linkedDependencies(packages)
  const own = Object.fromEntries([...tarballs].map(([name, file]) => [name, `file:${file}`]))
  const manifest = {
    name: 'consumer',
    private: true,
    type: 'module',
    dependencies: { ...own, ...pick(linked, peersOf(packages)), '@types/node': nodeTypes() },
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2))
  // JSON is YAML.
  writeFileSync(
    join(folder, 'pnpm-workspace.yaml'),
    JSON.stringify({ pmOnFail: 'ignore', overrides: { ...own, ...linked } }, null, 2),
  )
  const args = ['install', '--offline', '--ignore-scripts', '--no-lockfile']
  const { code, output } = await runCommand(folder, 'pnpm', args, { deadlineMs: 180_000 })
  if (code !== 0) throw new Error(`the packages cannot be installed from their tarballs\n${output}`)
  return { folder, programs: await copyPrograms(packages, folder) }
}

const peersOf = (packages: readonly WorkspacePackage[]): string[] =>
  packages.flatMap(({ manifest }) => Object.keys(manifest.peerDependencies ?? {}))

const pick = (record: Record<string, string>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => names.includes(name)))

const nodeTypes = (): string =>
  `link:${realpathSync(join(import.meta.dirname, '../../../../node_modules/@types/node'))}`

async function copyPrograms(packages: readonly WorkspacePackage[], folder: string): Promise<ConsumerProgram[]> {
  mkdirSync(join(folder, 'programs'))
  const programs: ConsumerProgram[] = []
  for (const program of smokePrograms(packages)) {
    const name = `${program.package.name} ${program.kind}`
    const path = join(folder, 'programs', name.replace(' ', '.'))
    const text = readFileSync(program.file, 'utf8')
    const { code } = await transform(text, { loader: 'ts', format: 'esm', target: 'es2022' })
    writeFileSync(`${path}.ts`, text)
    writeFileSync(`${path}.mjs`, code)
    programs.push({ ...program, name, source: `${path}.ts`, script: `${path}.mjs` })
  }
  return programs
}
