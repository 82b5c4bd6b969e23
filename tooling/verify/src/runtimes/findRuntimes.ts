import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { runCommand } from '../run/runCommand.ts'
import type { Runtime } from './Runtime.ts'

const engines = resolve(import.meta.dirname, '../../engines')

/**
 * The runtimes beside browsers: the Node of this process, and those of `engines/`, a workspace of its own that is installed
 * here, for it is large. What cannot be installed on this system has no command.
 *
 * @returns Also what the installation said, for the reader who looks for a reason.
 */
export async function findRuntimes(): Promise<{ runtimes: Runtime[]; output: string }> {
  const args = ['install', '--frozen-lockfile', '--prefer-offline']
  const { output } = await runCommand(engines, 'pnpm', args, { deadlineMs: 600_000 })
  const { optionalDependencies } = JSON.parse(readFileSync(join(engines, 'package.json'), 'utf8')) as {
    optionalDependencies: Record<string, string>
  }
  const version = (name: string) => /(\d+)\.(\d+)\.\d+$/.exec(optionalDependencies[name] ?? '') ?? []
  const node = (name: string): Runtime => ({
    name: `Node ${version(name)[1]}`,
    command: installed(`${name}/bin/node`),
  })
  const other = (title: string, name: string, flags: readonly string[]): Runtime => ({
    name: `${title} ${version(name)[1]}.${version(name)[2]}`,
    command: installed(`.bin/${name}`, flags),
  })
  const runtimes = [
    node('node-22'),
    { name: `Node ${process.versions.node.split('.')[0]}`, command: [process.execPath] },
    node('node-26'),
    other('Bun', 'bun', ['run']),
    other('Deno', 'deno', ['run', '--allow-all', '--no-lock', '--node-modules-dir=manual']),
  ]
  return { runtimes, output }
}

function installed(path: string, flags: readonly string[] = []): string[] | undefined {
  const file = join(engines, 'node_modules', path)
  return existsSync(file) ? [file, ...flags] : undefined
}
