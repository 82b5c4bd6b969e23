import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { environment } from './environment.ts'

/**
 * Makes the virtual environment and installs what `requirements.txt` lists, from where pip is set up to install from.
 *
 * @throws when Python, its `venv` module or a library is not to be had.
 */
export function installLibraries(): void {
  const requirements = resolve(import.meta.dirname, '../../requirements.txt')
  execFileSync('python3', ['-m', 'venv', environment.folder], { stdio: 'inherit' })
  execFileSync(environment.python, ['-m', 'pip', 'install', '--quiet', '--requirement', requirements], {
    stdio: 'inherit',
  })
}
