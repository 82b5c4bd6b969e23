import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { environment } from './environment.ts'

const requirements = resolve(import.meta.dirname, '../../requirements.txt')

/**
 * Makes the virtual environment and installs what `requirements.txt` lists, from where pip is set up to install from.
 * Answers why that is not possible; `undefined` when it is done.
 */
export function installLibraries(target = environment, python = 'python3'): string | undefined {
  const isNew = !existsSync(target.folder)
  const failure =
    run(python, ['-m', 'venv', target.folder]) ??
    run(target.python, ['-m', 'pip', 'install', '--quiet', '--requirement', requirements])
  // Later runs would take the empty environment in place of a `python3` that may have the libraries.
  if (failure !== undefined && isNew) rmSync(target.folder, { recursive: true, force: true })
  return failure
}

// The program says itself what is wrong.
function run(program: string, args: readonly string[]): string | undefined {
  const { error, status, signal } = spawnSync(program, args, { stdio: 'inherit' })
  if (error !== undefined) return `${program} does not run: ${error.message}`
  return status === 0 ? undefined : `${program} ${args.slice(0, 2).join(' ')} ended with ${signal ?? `code ${status}`}`
}
